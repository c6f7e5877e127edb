// A comment that ignores a finding is only ours: it does not change what any host reads. With one above every field and item,
// the verdict of every host stays the same, except for the lines of the prompt where the comment itself is in the prompt.
import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { writerFor } from '../../server/agent/write-for';
import { placesAs } from '../../server/cli/paths';
import { viewOf } from '../../server/features/view/view';
import { ignoring } from '../../server/rules/ignores/ignores-insert';
import { defaultSettings } from '../../server/settings/settings';
import { applyEdits } from '../../server/text/edit';
import { t } from '../../server/text/message';
import type { Span } from '../../server/text/span';
import type { Value } from '../../server/yaml/value';
import { catalog } from '../support/catalog';
import { someCorpusTexts } from '../support/corpus';
import { rulesWithExamples as rules } from '../support/examples';
import { scaled } from '../support/resources';

const reason = 'because: "it" is {so}, [truly] # yes';

/** The verdict of every host on the text in its own folder, as far as a comment could change it. */
function read(text: string): string {
  const places = placesAs(catalog, '@own', 'reviewer.md', null);
  const view = viewOf({ catalog, path: 'reviewer.md', text, places, settings: defaultSettings });
  return JSON.stringify(
    view.verdicts().map(({ place, outcome, reason: why, runs, persona, fields, depends }) => ({
      host: place.host.id,
      outcome,
      why,
      runs,
      persona: persona && {
        ...persona,
        // If the comment is in the prompt, the prompt contains its line.
        prompt: persona.prompt
          .replace(/^[ \t]*(?:#|<!--) dossier-ignore.*(?:\r?\n|$)/gm, '')
          .trim(),
        permissions: persona.permissions?.map(({ permission, pattern, action }) => [
          permission,
          pattern,
          action,
        ]),
      },
      fields: fields.map(({ key, outcome: becomes }) => `${key} ${becomes}`),
      depends,
    })),
  );
}

/** The text with a comment, with a reason that is as hard on a parser as may be, above each place that a finding has. */
function* commented(text: string): Generator<string> {
  const outline = outlineOf(text);
  const writer = writerFor(outline, ['yaml']);
  const spans = [...outline.fields.flatMap(({ keySpan, value }) => [keySpan, ...within(value)])];
  const bodyAt = text.indexOf('{{', outline.body.start);
  if (bodyAt >= 0) spans.push({ start: bodyAt, end: bodyAt + 2 });
  const seen = new Set<string>();
  for (const span of [null, ...spans]) {
    const finding = { rule: 'unknown-tool', host: null, message: t(''), span } as const;
    const edits = ignoring(writer, { ...finding, severity: 'hint', fixes: [] }).map((edit) => ({
      ...edit,
      text: edit.text.replace('unknown-tool:', `unknown-tool: ${reason}`),
    }));
    const after = applyEdits(text, edits);
    if (after !== text && !seen.has(after)) {
      seen.add(after);
      yield after;
    }
  }
}

function within(value: Value): Span[] {
  if (value.kind === 'list') return value.items.map(({ span }) => span);
  return value.kind === 'map' ? value.entries.map(({ keySpan }) => keySpan) : [];
}

function changesNothing(text: string): number {
  const before = read(text);
  let count = 0;
  for (const after of commented(text)) {
    count++;
    const now = read(after);
    if (now !== before) assert.fail(`${difference(before, now)}\n${after.slice(0, 1500)}`);
  }
  return count;
}

function difference(before: string, now: string): string {
  let at = 0;
  while (before[at] === now[at]) at++;
  const near = (text: string): string => text.slice(Math.max(0, at - 200), at + 100);
  return `${near(before)}\n=>\n${near(now)}`;
}

describe('a comment that ignores', () => {
  it('changes nothing that any host reads, in the examples of every rule', () => {
    const texts = rules.flatMap(({ failing, passing }) => [...failing, ...passing]);
    let count = 0;
    for (const { text } of texts) if (text.length < 20_000) count += changesNothing(text);
    assert.ok(count > 200, String(count));
  });
});

describe('a comment that ignores, in real files', () => {
  it('changes nothing that any host reads', () => {
    let count = 0;
    for (const text of someCorpusTexts(5)) if (text.length < 100_000) count += changesNothing(text);
    assert.ok(count > scaled(1_000), String(count));
  }).timeout(120_000);
});
