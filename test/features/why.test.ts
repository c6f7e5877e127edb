// Why an agent is missing, for a text at a place.
import assert from 'node:assert/strict';
import { reasonsForUnknownName, type Why, whyMissing } from '../../server/features/why/why';
import { alone } from '../../server/rules/workspace-view';
import { catalog } from '../support/catalog';
import { claudeFile, opencodeFile, viewAt, vscodeFile } from '../support/viewing';
import { words } from '../support/words';

const head = (...lines: readonly string[]): string =>
  `---\n${lines.join('\n')}\n---\nYou review.\n`;
const named = ['name: reviewer', 'description: Reviews changes.'];
const why = (text: string, at: string, id: string): readonly Why[] =>
  whyMissing(viewAt(text, { at })).filter(({ host }) => host?.id === id);
const kinds = (found: readonly Why[]): readonly string[] => found.map(({ kind }) => kind);

describe('why an agent is missing', () => {
  it('is nothing where the host loads it', () => {
    const [only] = why(head(...named), claudeFile, 'claude-code');
    assert.deepEqual(
      [only?.kind, words(only?.message)],
      ['loaded', 'Claude Code loads it as "reviewer".'],
    );
  });

  it('is the exact characters that cause the problem', () => {
    const colon = head('name: reviewer', 'description: Use when: reviewing');
    const [refused] = why(colon, vscodeFile, 'copilot-cli');
    assert.equal(refused?.cause, ':');
    const [stopped] = why(head('description: d', 'steps: 3.5'), opencodeFile, 'opencode');
    assert.match(words(stopped?.message ?? ''), /OpenCode does not start/);
    const [quoted] = why(head('description: d', 'steps: "5"'), opencodeFile, 'opencode');
    assert.equal(quoted?.cause, '"5"');
    assert.ok((stopped?.cause?.length ?? 99) <= 2, stopped?.cause ?? 'none');
  });

  it('is a whole word, never a letter of it', () => {
    for (const [fields, at, word] of [
      ['description: d\ncolor: purple', '.opencode/agent/reviewer.md', 'purple'],
      ['description: d\nmode: primaryy', '.opencode/agent/reviewer.md', 'primaryy'],
      ['name: reviewer\ndescription: d\nkind: locall', '.gemini/agents/reviewer.md', 'locall'],
    ] as const) {
      const [why] = whyMissing(viewAt(`---\n${fields}\n---\nYou review.\n`, { at }));
      assert.equal(why?.kind, 'lost', fields);
      assert.equal(why.cause, word);
      assert.equal(why.span?.start, `---\n${fields}`.lastIndexOf(word));
    }
  });

  it('is the missing field, where no characters are the cause', () => {
    const [absent] = why(head('name: reviewer'), claudeFile, 'claude-code');
    assert.match(words(absent?.message ?? ''), /^No "description"\./);
    assert.equal(absent?.cause, null);
  });

  it('is the fence, the folder, the extension, or that it is disabled', () => {
    assert.match(
      words(
        why(`---\n${named.join('\n')}\n\nYou review.\n`, claudeFile, 'claude-code')[0]?.message ??
          '',
      ),
      /no closing "---"/,
    );
    const inside = '.github/agents/team/reviewer.agent.md';
    assert.ok(
      why(head(...named), inside, 'vscode').some(({ message }) =>
        /does not read/.test(words(message)),
      ),
    );
    const [unknown, ...folders] = whyMissing(viewAt(head(...named), { at: 'notes/reviewer.md' }));
    assert.match(words(unknown?.message ?? ''), /No program reads agents/);
    const claude = folders.find(({ host }) => host?.id === 'claude-code');
    assert.equal(words(claude?.message), 'Claude Code reads agents from .claude/agents.');
    const kilo = folders.find(({ host }) => host?.id === 'kilo');
    assert.equal(words(kilo?.message), 'Kilo reads agents from .kilo/agent, .kilo/agents.');
    const opencode = folders.find(({ host }) => host?.id === 'opencode');
    assert.doesNotMatch(words(opencode?.message ?? ''), /skills/);
    assert.equal(folders.length, catalog.mainHosts.length);
    const off = why(head('description: d', 'disable: true'), opencodeFile, 'opencode');
    assert.deepEqual(kinds(off), ['lost']);
    assert.match(words(off[0]?.message ?? ''), /because its frontmatter disables it/);
  });

  it('is that it hides itself', () => {
    const hidden = why(
      head('description: d', 'hidden: true', 'mode: subagent'),
      opencodeFile,
      'opencode',
    );
    assert.deepEqual(kinds(hidden), ['unavailable']);
  });

  it('is a name that no agent has', () => {
    const actual = reasonsForUnknownName(catalog, 'reviewr', { ...alone, ids: () => ['reviewer'] });
    assert.match(words(actual[0]?.message ?? ''), /No agent here is named "reviewr"/);
    assert.ok(
      actual.some(({ message }) => words(message).endsWith('has an agent named "reviewer".')),
    );
  });
});
