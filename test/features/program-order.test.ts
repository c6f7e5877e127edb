// The user's programs come first wherever programs are listed. Without a choice the editor does, then the owner of the folder.
import assert from 'node:assert/strict';
import { diagnose } from '../../server/features/diagnostics';
import { hover } from '../../server/features/hover/hover';
import { outcomeTable } from '../../server/features/hover/outcome-table';
import { inlayHints } from '../../server/features/inlay-hints';
import { lenses } from '../../server/features/lens';
import { hostHeads, personaCards } from '../../server/features/persona/persona-card';
import type { View } from '../../server/features/view/view';
import { whyMissing } from '../../server/features/why/why';
import { claudeFile, type Opened, viewAt, vscodeFile } from '../support/viewing';
import { inEnglish, words } from '../support/words';

const head = (lines: string): string => `---\n${lines}\n---\n\nYou review code.\n`;
const text = head('name: reviewer\ndescription: Reviews changes.\ntools: Read, MultiEdit, Grep');
const inVSCode: Opened = { editor: 'vscode' };
const chosen = (...programs: readonly string[]): Opened => ({
  editor: 'vscode',
  settings: { programs },
});

/** The programs in the order in which each surface lists them. */
function listed(view: View): Readonly<Record<string, readonly string[]>> {
  return {
    lens: lenses(view, () => true).map(({ title }) => words(title).split(':')[0] ?? ''),
    tabs: inEnglish(personaCards(view, () => 0)).map(({ hostName }) => hostName),
    status: inEnglish(hostHeads(view)).map(({ hostName }) => hostName),
    comparison: inEnglish(outcomeTable(view, () => 0))
      .hosts.filter(({ isRead }) => isRead)
      .map(({ hostName }) => hostName),
    why: [...new Set(whyMissing(view).flatMap(({ host }) => host?.name ?? []))].slice(0, 3),
  };
}

const everywhere = (view: View, expected: readonly string[]): void => {
  for (const [surface, names] of Object.entries(listed(view)))
    assert.deepEqual(names, expected, surface);
};

describe('the order of programs', () => {
  it('begins with the owner of the folder where nothing is known of the user', () =>
    everywhere(viewAt(text, { at: claudeFile }), ['Claude Code', 'Copilot CLI', 'VS Code']));

  it('begins with the owner in an editor too, then the editor, without an answer of the user', () =>
    everywhere(viewAt(text, { at: claudeFile, ...inVSCode }), [
      'Claude Code',
      'VS Code',
      'Copilot CLI',
    ]));

  it('begins with the editor in its own folder', () =>
    everywhere(viewAt(ofVSCode, { at: vscodeFile, ...inVSCode }), ['VS Code', 'Copilot CLI']));

  it('is that of the user, then the owner', () => {
    everywhere(viewAt(text, { at: claudeFile, ...chosen('copilot-cli') }), [
      'Copilot CLI',
      'Claude Code',
      'VS Code',
    ]);
    everywhere(viewAt(text, { at: claudeFile, ...chosen('claude-code', 'vscode') }), [
      'Claude Code',
      'VS Code',
      'Copilot CLI',
    ]);
  });

  it('begins with the owner where none of the chosen programs reads the file', () =>
    everywhere(viewAt(text, { at: claudeFile, ...chosen('kilo') }), [
      'Claude Code',
      'Copilot CLI',
      'VS Code',
    ]));

  it('is that of the lines of a hover', () => {
    const linesAt = (opened: Opened): readonly string[] => {
      const view = viewAt(text, { at: claudeFile, ...opened });
      view.verdicts();
      const markdown = words(hover(view, text.indexOf('MultiEdit') + 1)?.markdown ?? '');
      return [...markdown.matchAll(/\*\*(Claude Code|VS Code|Copilot CLI)\*\*/g)].map(
        ([, name]) => name ?? '',
      );
    };
    assert.equal(linesAt({})[0], 'Claude Code');
    assert.equal(linesAt(inVSCode)[0], 'Claude Code');
    assert.equal(linesAt(chosen('vscode'))[0], 'VS Code');
    assert.equal(linesAt(chosen('claude-code'))[0], 'Claude Code');
  });
});

describe('inlay hints', () => {
  const hints = (opened: Opened): readonly string[] =>
    inlayHints(viewAt(text, { at: claudeFile, ...opened })).map(({ label }) => words(label));

  it('refer to the first program and name it', () => {
    assert.deepEqual(hints({}), ['Claude Code: 2 of 3 tools']);
    assert.match(hints(chosen('copilot-cli')).join(), /^(?:Copilot CLI: \d of 3 tools|)$/);
    assert.deepEqual(hints(chosen('claude-code')), ['Claude Code: 2 of 3 tools']);
  });

  it('name it for models too', () => {
    const alias = head('name: reviewer\ndescription: Reviews changes.\nmodel: sonnet');
    const labels = (opened: Opened): readonly string[] =>
      inlayHints(viewAt(alias, { at: claudeFile, ...opened })).map(({ label }) => words(label));
    assert.match(labels({}).join(), /^→ claude-sonnet-[\d-]+$/);
    assert.match(labels(inVSCode).join(), /^Claude Code: claude-sonnet-[\d-]+$/);
    assert.match(labels(chosen('vscode')).join(), /^VS Code: Claude Sonnet/);
    assert.match(labels(chosen('claude-code')).join(), /^Claude Code: claude-sonnet-[\d-]+$/);
  });
});

const ofVSCode = head(
  'description: Reviews changes.\ntools: [edit/editFiles, search/codebase]\nteam: core\nhandoffs: []',
);

describe('faded text', () => {
  const faded = (opened: Opened): readonly string[] =>
    diagnose(viewAt(ofVSCode, { at: vscodeFile, ...opened }))
      .filter(({ tag }) => tag === 'unnecessary')
      .map(({ host, span }) => `${host} ${span && ofVSCode.slice(span.start, span.end)}`);

  it('is what the first program ignores, not what the others do', () => {
    assert.deepEqual(faded(inVSCode), ['vscode team']);
    assert.deepEqual(faded(chosen('copilot-cli')), ['copilot-cli team']);
  });

  it('is still explained in the hover for every program', () => {
    const view = viewAt(ofVSCode, { at: vscodeFile, ...inVSCode, withFindings: true });
    const found = hover(view, ofVSCode.indexOf('handoffs') + 1, { withFindings: true });
    const markdown = words(found?.markdown ?? '');
    assert.match(markdown, /Copilot CLI/);
  });
});

describe('severity', () => {
  const severities = (opened: Opened, at = claudeFile, file = text): readonly string[] =>
    diagnose(viewAt(file, { at, ...opened })).flatMap(({ host, severity, rule }) =>
      host === null ? [] : `${host} ${severity} ${rule}`,
    );

  it('does not change without an answer of the user', () =>
    assert.deepEqual(severities(inVSCode), severities({})));

  it('is that of owners for programs that the user chose', () => {
    const broken = head('name: reviewer\ndescription: Reviews: changes: all');
    const ofGuest = severities({ settings: { guests: ['copilot-cli'] } }, claudeFile, broken);
    assert.ok(ofGuest.includes('copilot-cli warning invalid-yaml'), ofGuest.join());
    const mine = severities(chosen('copilot-cli'), claudeFile, broken);
    assert.ok(mine.includes('copilot-cli error invalid-yaml'), mine.join());
  });

  it('is that of the owner of the folder, whatever the user chose', () => {
    for (const opened of [{}, chosen('copilot-cli'), chosen('vscode'), chosen('kilo')])
      assert.ok(severities(opened).includes('claude-code warning removed-tool'));
    const never = head('name: reviewer');
    for (const opened of [{}, chosen('vscode')])
      assert.ok(severities(opened, claudeFile, never).includes('claude-code error missing-field'));
  });

  it('is at most information for other programs that read the folder of another one', () => {
    const guests = ['copilot-cli'];
    const broken = head('name: reviewer\ndescription: Reviews: changes: all');
    const mine = { settings: { guests, programs: ['vscode'] } };
    const of = (opened: Opened): readonly string[] => severities(opened, claudeFile, broken);
    assert.ok(of({ settings: { guests } }).includes('copilot-cli warning invalid-yaml'));
    assert.ok(of(mine).includes('copilot-cli information invalid-yaml'), of(mine).join());
  });

  it('remains a warning where the file keeps a guest from starting', () => {
    const stopping = head('description: Reviews changes.\ncolor: yellow');
    const view = viewAt(stopping, { at: '.opencode/agent/reviewer.md' });
    const [place] = view.places;
    assert.ok(place);
    const guest = { ...place.host, id: 'other', name: 'Other' };
    const alsoRead = [{ ...place, host: guest, role: 'guest' as const }];
    const shown = (programs: readonly string[]): readonly string[] =>
      severities(
        { settings: { programs, guests: 'all' }, alsoRead },
        '.opencode/agent/reviewer.md',
        stopping,
      );
    assert.ok(shown(['opencode']).includes('other warning invalid-color'));
    assert.ok(shown(['other']).includes('other error invalid-color'));
    assert.ok(shown(['other']).includes('opencode error invalid-color'));
  });
});

describe('the tab of a program', () => {
  it('contains its findings and those of no program, and none of another program', () => {
    const both = head(
      'description: Reviews changes.\ntools: [edit/editFiles, search/codebase, nope]\nhandoffs: []',
    );
    const view = viewAt(`${both}TODO: write this\n`, { at: vscodeFile, ...inVSCode });
    const [vscode, copilot, ...others] = inEnglish(personaCards(view, () => 0));
    assert.deepEqual([vscode?.host, copilot?.host, others.length], ['vscode', 'copilot-cli', 0]);
    for (const { message } of vscode?.findings ?? []) assert.doesNotMatch(message, /Copilot CLI/);
    for (const { message } of copilot?.findings ?? []) assert.doesNotMatch(message, /VS Code/);
    assert.ok((copilot?.findings.length ?? 0) > 0, 'also what is faded only for the first program');
    const general = view.findings().filter(({ host }) => host === null);
    for (const { message } of general)
      for (const card of [vscode, copilot])
        assert.ok(
          card?.findings.some((one) => one.message === words(message)),
          words(message),
        );
  });
});
