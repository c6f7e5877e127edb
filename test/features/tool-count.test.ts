// The lens, the hint and the preview count the names that the author wrote, in three groups: granted, not granted, unknown.
import assert from 'node:assert/strict';
import { inlayHints } from '../../server/features/inlay-hints';
import { lenses } from '../../server/features/lens';
import { personaCards } from '../../server/features/persona/persona-card';
import { toolCount } from '../../server/features/persona/tool-count';
import type { ToolGroup } from '../../server/protocol/protocol';
import { copiedAgents } from '../support/corpus-agents';
import { claudeFile, opencodeFile, viewAt } from '../support/viewing';
import { inEnglish, words } from '../support/words';

type List = Exclude<keyof ToolGroup, 'label'>;

function counted(lines: string, at = claudeFile) {
  const text = `---\nname: a\ndescription: d\n${lines}\n---\n\nYou review.\n`;
  const view = viewAt(text, { at, settings: { guests: 'all' } });
  const [hint] = inEnglish(inlayHints(view));
  const cards = inEnglish(personaCards(view, () => 0));
  const groups = cards[0]?.agent?.tools.groups ?? [];
  const namesIn = (list: List): readonly string[] =>
    groups.flatMap((group) =>
      group[list].map(({ name, detail }) => (detail === '' ? name : `${name} (${detail})`)),
    );
  return {
    lens: lenses(view, () => false).map(({ title }) =>
      words(title)
        .split(/: | · /)
        .at(-1),
    ),
    hint: hint?.label,
    tooltip: hint?.tooltip,
    card: cards[0]?.agent?.tools.summary,
    detail: cards[0]?.detail,
    namesIn,
    reasons: groups.flatMap(({ lost }) => lost.map(({ name, note }) => [name, note])),
  };
}

describe('the count of tools', () => {
  it('does not include tools that the file itself denies', () => {
    const { lens, hint, tooltip, card, detail, namesIn, reasons } = counted(
      'tools: Read, Foo, mcp__a__b\ndisallowedTools: Read',
    );
    assert.deepEqual(
      [lens[0], hint, card],
      [
        '0 of 3 tools, 1 unknown',
        'Claude Code: 0 of 3 tools, 1 unknown',
        '0 of 3 tools, 1 unknown',
      ],
    );
    assert.match(
      tooltip ?? '',
      /grants none of these tools\.\nNot granted: Foo\.\nDenied by another field: Read\./,
    );
    assert.equal(detail, '0 of 3 tools are granted. 1 tool is granted only if it is available.');
    assert.deepEqual(namesIn('granted'), []);
    assert.deepEqual(namesIn('unknown'), ['mcp__a__b']);
    assert.deepEqual(
      reasons.filter(([name]) => name === 'Read'),
      [['Read', 'denied']],
    );
  });

  it('counts an entry with a comma in parentheses once, also where a program splits it', () => {
    const { lens, namesIn, reasons } = counted('tools: Read, Agent(one, two), Grep');
    const programs = lens.slice(0, 3);
    assert.deepEqual(programs, ['3 tools', '2 of 3 tools', '2 of 3 tools']);
    assert.deepEqual(namesIn('granted'), ['Read', 'Grep', 'Agent(one, two)']);
    assert.deepEqual(reasons, []);
    const [, vscode] = personaCards(
      viewAt('---\nname: a\ndescription: d\ntools: Read, Agent(one, two)\n---\n\nYou review.\n', {
        at: claudeFile,
        settings: { guests: 'all' },
      }),
      () => 0,
    );
    const lost = vscode?.agent?.tools.groups.flatMap((group) => group.lost.map(({ name }) => name));
    assert.deepEqual(lost, ['Agent(one, two)']);
    assert.equal(words(vscode?.agent?.tools.summary), '1 of 2 tools');
  });

  it('does not include tools that other fields add, which are shown separately', () => {
    const { lens, hint, card, detail, namesIn } = counted('tools: Read\nmemory: user');
    assert.deepEqual([lens[0], hint, card, detail], ['1 tool', undefined, '1 tool', '']);
    assert.deepEqual(namesIn('granted'), ['Read']);
    assert.deepEqual([...namesIn('added')].sort(), ['Edit', 'Write']);
  });

  it('includes each name once', () => {
    const { lens, card } = counted('tools: Read, Read, Bash');
    assert.deepEqual([lens[0], card], ['2 tools', '2 tools']);
  });

  it('refers to the same names in every program', () => {
    const { lens } = counted(
      'tools: Read, Write, Edit, Bash, Grep, MultiEdit, TodoWrite, WebFetch',
    );
    assert.equal(lens.length, 3);
    for (const label of lens) assert.match(label ?? '', /^(?:\d of )?8 tools$/);
  });

  it('counts what is left where every other tool is denied', () => {
    const of = (rules: string): string | undefined =>
      counted(`permission:\n${rules}`, opencodeFile).card;
    assert.equal(of('  "*": deny\n  read: allow'), '1 tool');
    assert.equal(of('  "*": deny\n  read: allow\n  grep: ask'), '2 tools');
    assert.equal(of('  "*": deny\n  read: allow\n  github_*: allow'), '1 of 2 tools, 1 unknown');
    assert.equal(of('  "*": deny'), 'no tools');
    assert.equal(of('  "*": ask\n  read: allow'), 'every tool');
    const { lens } = counted('permission:\n  "*": deny\n  read: allow', opencodeFile);
    assert.equal(lens[0], '1 tool');
  });

  it('shows what permission rules leave of a tool at the tool', () => {
    const { card, namesIn, reasons } = counted(
      'permission:\n  bash:\n    "*": deny\n    git diff: allow\n    git log: ask\n  edit: ask\n  webfetch: deny\n  task:\n    "*": deny\n    reviewer: allow',
      opencodeFile,
    );
    assert.equal(card, 'every tool except 1');
    const shown = namesIn('granted').filter((name) => name.includes('('));
    assert.deepEqual(shown, [
      'edit (asks)',
      'write (asks)',
      'apply_patch (asks)',
      'bash (2 commands)',
      'task (1 agent)',
    ]);
    assert.deepEqual(reasons, [['webfetch', 'denied']]);
  });

  it('equals the number of chips in each group, in every real file and host', () => {
    let compared = 0;
    for (const { path, text } of copiedAgents(40)) {
      const view = viewAt(text, { at: path, settings: { guests: 'all' } });
      const cards = inEnglish(personaCards(view, () => 0));
      for (const [index, verdict] of view.verdicts().entries()) {
        const count = toolCount(verdict);
        const groups = cards[index]?.agent?.tools.groups;
        if (!count || !groups) continue;
        const namesIn = (list: List): readonly string[] =>
          groups.flatMap((group) => group[list].map(({ name }) => name)).sort();
        const where = `${path} in ${verdict.place.host.name}`;
        assert.deepEqual(namesIn('granted'), [...count.granted].sort(), where);
        assert.deepEqual(namesIn('unknown'), [...count.unknown].sort(), where);
        compared += 1;
      }
    }
    assert.ok(compared > 20, `${compared}`);
  });
});
