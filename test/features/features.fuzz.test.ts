// Every feature on files that are broken, half-typed and strange: nothing throws, every span is inside the text, and fixing
// everything terminates and never makes a file worse.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { documentColors } from '../../server/features/colors';
import { complete } from '../../server/features/completion/complete';
import { diagnose } from '../../server/features/diagnostics';
import { fixAll, quickFixes } from '../../server/features/fixes/fixes';
import { hasNoRegression } from '../../server/features/fixes/regression';
import { hover } from '../../server/features/hover/hover';
import { outcomeTable } from '../../server/features/hover/outcome-table';
import { inlayHints } from '../../server/features/inlay-hints';
import { personaCards } from '../../server/features/persona/persona-card';
import { probe, probeKinds } from '../../server/features/persona/probe';
import type { View } from '../../server/features/view/view';
import { applyEdits } from '../../server/text/edit';
import { plainSnippet } from '../../server/text/snippet';
import { at as caretAt, covers, touches } from '../../server/text/span';
import { times } from '../support/share';
import { claudeFile, opencodeFile, viewAt, vscodeFile } from '../support/viewing';
import { inEnglish, words } from '../support/words';

const heads = [
  'name: reviewer\ndescription: Use this: always\ntools: Read, MultiEdit, Bash(git:*)\nmodel: sonnet\ncolor: blue',
  'description: Reviews.\nmode: subagent\npermission:\n  edit: deny\n  bash:\n    "git *": ask\ncolor: yellow',
  "description: 'Reviews'\ntools: ['search', 'todos', edit]\nhandoffs:\n  - label: Go\n    agent: other",
  'name: a\nhooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: x',
];
const junk = [
  ...['\t', ':', ' ', '"', "'", '[', ']', '{', '}', '\n', '\r\n', '- ', '#', '---', '|', '>', '*'],
  ...[
    '&',
    '!',
    '\\n',
    '{{X}}',
    ',',
    '(',
    ')',
    'tools:',
    '\u0000',
    '\ud800',
    '`',
    '@',
    '%',
    '<<: *a',
  ],
];

const change = fc.record({ at: fc.nat(400), cut: fc.nat(9), put: fc.constantFrom('', ...junk) });
const broken = fc.record({
  head: fc.constantFrom(...heads),
  body: fc.constantFrom('', '\nYou review {{X}}.\n'),
  changes: fc.array(change, { minLength: 1, maxLength: 5 }),
  end: fc.option(fc.nat(300)),
  at: fc.constantFrom(claudeFile, opencodeFile, vscodeFile, '.opencode/mode/m.md'),
  caret: fc.nat(400),
  guests: fc.constantFrom('all' as const, 'none' as const),
});

describe('features', () => {
  it('live with any text', () => {
    fc.assert(
      fc.property(broken, ({ head, body, changes, end, at, caret, guests }) => {
        const whole = `---\n${head}\n---\n${body}`;
        const text = changes
          .reduce(
            (now, { at: from, cut, put }) => now.slice(0, from) + put + now.slice(from + cut),
            whole,
          )
          .slice(0, end ?? undefined);
        const view = viewAt(text, { at, settings: { guests } });
        findings(view);
        asked(view, Math.min(caret, text.length));
        withAllFixes(view, { at, settings: { guests } });
      }),
      { numRuns: times(200), seed: 20_261_120 },
    );
  });
});

function findings(view: View): void {
  for (const { span, message, rule } of diagnose(view)) {
    assert.doesNotMatch(words(message).replaceAll(/"[^"]*"/g, ''), /undefined|NaN|\[object/);
    if (!span) continue;
    assert.ok(span.start < span.end && span.end <= view.outline.text.length, rule);
  }
  personaCards(view, () => 0);
  outcomeTable(view, () => 0);
  for (const verdict of view.verdicts())
    for (const { purpose } of inEnglish(probeKinds(verdict)))
      probe(verdict, { purpose, subject: view.outline.text.slice(0, 80) }, () => 0);
  documentColors(view);
  inlayHints(view);
}

function asked(view: View, caret: number): void {
  const { text } = view.outline;
  for (const { span, insert, documentation } of complete(view, caret)) {
    assert.ok(touches(span, caret) && covers({ start: 0, end: text.length }, span));
    applyEdits(text, [{ span, text: plainSnippet(insert) }]);
    documentation();
  }
  const hovered = hover(view, caret);
  assert.ok(!hovered || touches(hovered.span, caret));
  for (const { edits } of quickFixes(view, caretAt(caret))) applyEdits(text, edits);
}

function withAllFixes(view: View, opened: Parameters<typeof viewAt>[1]): void {
  const { text, count } = fixAll(view);
  const after = viewAt(text, opened);
  assert.ok(hasNoRegression(view.verdicts(), after.verdicts()), text);
  assert.equal(fixAll(after).text, text, text);
  assert.ok(count < 50, text);
}
