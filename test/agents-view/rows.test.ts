import assert from 'node:assert/strict';
import {
  type Grouping,
  pathToFile,
  type Row,
  type RowOptions,
  rowsOf,
  shortened,
} from '../../client/agents/rows';
import type { AgentItem } from '../../server/protocol/protocol';
import { itemOf, ofCopilot, ofVSCode } from './items';

const drawn = (rows: readonly Row[], indent = ''): readonly string[] =>
  rows.flatMap((row) =>
    row.kind === 'agent'
      ? [`${indent}${row.item.name}`]
      : [
          `${indent}${row.label}${row.detail === '' ? '' : ` (${row.detail})`}`,
          ...drawn(row.rows, `${indent}  `),
        ],
  );

const tree = (
  items: readonly AgentItem[],
  grouping: Grouping = 'host',
  roots: Readonly<Record<string, string>> = { 'file:///w': 'w' },
  lists: RowOptions['lists'] = [],
): readonly string[] =>
  drawn(rowsOf(items, { grouping, roots: new Map(Object.entries(roots)), lists }));

const planner = '.github/agents/planner.agent.md';

describe('the rows of the agents view', () => {
  it('are grouped by host, with a single folder after the host name', () => {
    const items = [
      itemOf('.claude/agents/b.md'),
      itemOf('.claude/agents/a10.md'),
      itemOf('.claude/agents/a9.md'),
      itemOf(planner, ofVSCode),
      itemOf(planner, ofCopilot),
    ];
    assert.deepEqual(tree(items), [
      'Claude Code (.claude/agents)',
      '  a9',
      '  a10',
      '  b',
      'Copilot CLI (.github/agents)',
      '  planner',
      'VS Code (.github/agents)',
      '  planner',
    ]);
  });

  it('show the folders of a host with several folders', () => {
    const items = [itemOf('.claude/agents/a.md'), itemOf('web/.claude/agents/a.md')];
    assert.deepEqual(tree(items), [
      'Claude Code',
      '  .claude/agents',
      '    a',
      '  web/.claude/agents',
      '    a',
    ]);
  });

  it('state after a program which descriptions its list of skills has no room for', () => {
    const skills = ['.github/skills/a/SKILL.md', '.agents/skills/b/SKILL.md'].map((path) =>
      itemOf(path, { ...ofCopilot, kind: 'skill' }),
    );
    const lists = [{ host: 'copilot-cli', label: '12 of 68 skills without description' }];
    const labelOf = (...items: readonly AgentItem[]): string | undefined =>
      tree(items, 'host', undefined, lists)[0];
    assert.equal(labelOf(...skills), 'Copilot CLI (12 of 68 skills without description)');
    assert.equal(
      labelOf(...skills.slice(1)),
      'Copilot CLI (.agents/skills · 12 of 68 skills without description)',
    );
    assert.equal(
      labelOf(itemOf('.claude/skills/a/SKILL.md', { kind: 'skill' })),
      'Claude Code (.claude/skills)',
    );
  });

  describe('of folders of other programs', () => {
    const ofGuest = itemOf('.claude/agents/reviewer.md', { ...ofCopilot, role: 'guest' });
    const own = itemOf(planner, ofCopilot);
    /** The labels of the folders of Copilot CLI, collapsed ones in parentheses. */
    const folders = (...items: readonly AgentItem[]): readonly string[] => {
      const rows = rowsOf(items, { grouping: 'host', roots: new Map([['file:///w', 'w']]) });
      const copilot = rows.find((row) => row.kind !== 'agent' && row.label === 'Copilot CLI');
      return copilot?.kind === 'host'
        ? copilot.rows.flatMap((row) =>
            row.kind === 'agent' ? [] : [row.isForeign ? `(${row.label})` : row.label],
          )
        : [];
    };

    it('follow those of the program itself, collapsed where the other program shows them', () => {
      assert.deepEqual(folders(itemOf('.claude/agents/reviewer.md'), ofGuest, own), [
        '.github/agents',
        '(.claude/agents)',
      ]);
    });

    it('stay open where the user did not choose the other program', () => {
      const unchosen = itemOf('.claude/agents/reviewer.md', { isMine: false });
      assert.deepEqual(folders(unchosen, ofGuest, own), ['.github/agents', '.claude/agents']);
    });

    it('precede the folders of the user', () => {
      const ofUser = itemOf('~/.copilot/agents/own.md', { ...ofCopilot, scope: 'user' });
      assert.deepEqual(folders(ofUser, ofGuest), ['.claude/agents', '~/.copilot/agents']);
    });
  });

  it('have skills and commands in their folders, a skill without its own', () => {
    const skill = { kind: 'skill', name: 'style' } as const;
    const items = [
      itemOf('.claude/skills/style/SKILL.md', skill),
      itemOf('.claude/commands/deploy.md', { kind: 'command' }),
      itemOf('.claude/agents/a.md'),
      itemOf('plugins/review/skills/style/SKILL.md', { ...skill, scope: 'plugin' }),
      itemOf('plugins/other/skills/style/SKILL.md', { ...skill, scope: 'plugin' }),
    ];
    assert.deepEqual(tree(items), [
      'Claude Code',
      '  .claude/agents',
      '    a',
      '  .claude/commands',
      '    deploy',
      '  .claude/skills',
      '    style',
      '  Plugins',
      '    other (plugins/other/skills)',
      '      style',
      '    review (plugins/review/skills)',
      '      style',
    ]);
    const [host] = rowsOf(items, { grouping: 'host', roots: new Map() });
    const folders = host?.kind === 'host' ? host.rows : [];
    assert.deepEqual(
      folders.map((row) => (row.kind === 'folder' ? row.folder : null)),
      ['file:///w/.claude/agents', null, null, null],
      'new agents are made in the folder of agents only',
    );
  });

  it('begin with the own folders, and group plugins by their names', () => {
    const plugin = { scope: 'plugin' } as const;
    const items = [
      itemOf('a-backup/.claude/agents/a.md'),
      itemOf('plugins/review/agents/d.md', plugin),
      itemOf('plugins/agents-lib/agents/f.md', plugin),
      itemOf('lib/plugins/deploy/1.2.0/agents/c.md', plugin),
      itemOf('~/.claude/agents/e.md', { scope: 'user' }),
      itemOf('.claude/agents/a.md'),
      itemOf('.claude/agents/team/b.md'),
    ];
    assert.deepEqual(tree(items), [
      'Claude Code',
      '  .claude/agents',
      '    a',
      '  .claude/agents/team',
      '    b',
      '  a-backup/.claude/agents',
      '    a',
      '  ~/.claude/agents (for all your projects)',
      '    e',
      '  Plugins',
      '    agents-lib (plugins/agents-lib/agents)',
      '      f',
      '    deploy (lib/plugins/deploy/1.2.0/agents)',
      '      c',
      '    review (plugins/review/agents)',
      '      d',
    ]);
  });

  it('end with the programs that have no agents of their own, collapsed', () => {
    const guest = { ...ofCopilot, hostName: 'A guest', role: 'guest' } as const;
    const rows = rowsOf([itemOf('.claude/agents/a.md'), itemOf('.claude/agents/a.md', guest)], {
      grouping: 'host',
      roots: new Map(),
    });
    assert.deepEqual(
      rows.map((row) => row.kind === 'host' && [row.label, row.isForeign ?? false]),
      [
        ['Claude Code', false],
        ['A guest', true],
      ],
    );
  });

  it('collapse the programs that the user did not choose', () => {
    const other = { ...ofVSCode, hostRank: 1, isMine: false };
    const rows = rowsOf([itemOf(planner, other), itemOf('.claude/agents/a.md', { hostRank: 0 })], {
      grouping: 'host',
      roots: new Map(),
    });
    assert.deepEqual(
      rows.map((row) => row.kind === 'host' && [row.label, row.isForeign ?? false]),
      [
        ['Claude Code', false],
        ['VS Code', true],
      ],
    );
  });

  it('lead to the agent of a file, below a program of the user if there is one', () => {
    const other = { ...ofCopilot, hostName: 'A guest', role: 'guest', hostRank: 0 } as const;
    const mine = { hostRank: 1 };
    const rows = rowsOf(
      [
        itemOf('.claude/agents/a.md', { ...other, isMine: false }),
        itemOf('.github/agents/b.agent.md', { ...other, isMine: false }),
        itemOf('.claude/agents/a.md', mine),
        itemOf('.claude/agents/team/c.md', mine),
      ],
      { grouping: 'host', roots: new Map() },
    );
    const path = (file: string): readonly string[] =>
      pathToFile(rows, `file:///w/${file}`).map((row) =>
        row.kind === 'agent' ? row.item.name : row.label,
      );
    assert.deepEqual(path('.claude/agents/a.md'), ['Claude Code', '.claude/agents', 'a']);
    assert.deepEqual(path('.claude/agents/team/c.md'), ['Claude Code', '.claude/agents/team', 'c']);
    assert.deepEqual(path('.github/agents/b.agent.md'), ['A guest', '.github/agents', 'b']);
    assert.deepEqual(path('README.md'), []);
  });

  it('list the agents of a configuration file below that file', () => {
    const configured = { isConfigured: true, host: 'opencode', hostName: 'OpenCode' };
    const rows = rowsOf(
      [
        itemOf('.opencode/agent/a.md', { host: 'opencode', hostName: 'OpenCode' }),
        itemOf('opencode.json', { ...configured, name: 'quick' }),
        itemOf('opencode.json', { ...configured, name: 'slow' }),
      ],
      { grouping: 'host', roots: new Map([['file:///w', 'w']]) },
    );
    assert.deepEqual(drawn(rows), [
      'OpenCode',
      '  .opencode/agent',
      '    a',
      '  opencode.json',
      '    quick',
      '    slow',
    ]);
    const [host] = rows;
    assert.ok(host?.kind === 'host');
    // New agents are written to folders only.
    assert.deepEqual(
      host.rows.map((row) => row.kind === 'folder' && row.folder),
      ['file:///w/.opencode/agent', null],
    );
  });

  it('show the workspace folder if several are open', () => {
    const items = [
      itemOf('.claude/agents/a.md'),
      itemOf('.claude/agents/a.md', { folder: 'file:///v', uri: 'file:///v/.claude/agents/a.md' }),
    ];
    assert.deepEqual(tree(items, 'host', { 'file:///w': 'shop', 'file:///v': 'bank' }), [
      'Claude Code',
      '  bank (.claude/agents)',
      '    a',
      '  shop (.claude/agents)',
      '    a',
    ]);
  });

  it('nest the folders of a workspace folder below it', () => {
    const items = [
      itemOf('.claude/agents/a.md'),
      itemOf('web/.claude/agents/b.md'),
      itemOf('.claude/agents/a.md', { folder: 'file:///v', uri: 'file:///v/.claude/agents/a.md' }),
      itemOf('~/.claude/agents/c.md', { folder: null, scope: 'user' }),
    ];
    assert.deepEqual(tree(items, 'folder', { 'file:///w': 'shop', 'file:///v': 'bank' }), [
      '~/.claude/agents (Claude Code, for all your projects)',
      '  c',
      'bank (.claude/agents)',
      '  a',
      'shop',
      '  .claude/agents (Claude Code)',
      '    a',
      '  web/.claude/agents (Claude Code)',
      '    b',
    ]);
  });

  it('list an agent under every program that reads it', () => {
    const guest = { ...ofVSCode, role: 'guest' } as const;
    const items = [itemOf('.claude/agents/a.md'), itemOf('.claude/agents/a.md', guest)];
    assert.deepEqual(tree(items), [
      'Claude Code (.claude/agents)',
      '  a',
      'VS Code (.claude/agents)',
      '  a',
    ]);
    const [folder] = rowsOf(items, { grouping: 'folder', roots: new Map() });
    assert.ok(folder && folder.kind !== 'agent');
    // A new agent in the folder is for its owner.
    assert.deepEqual([folder.detail, folder.hosts], ['Claude Code', ['claude-code']]);
    const [, program] = rowsOf(items, { grouping: 'host', roots: new Map() });
    assert.ok(program && program.kind !== 'agent');
    assert.equal(program.folder, null);
  });

  it('show the outcome in the program that owns the folder, even if it is worse in another one', () => {
    const guest = { ...ofVSCode, role: 'guest', tone: 'bad' } as const;
    const [folder] = rowsOf([itemOf('.claude/agents/a.md', guest), itemOf('.claude/agents/a.md')], {
      grouping: 'folder',
      roots: new Map(),
    });
    assert.ok(folder && folder.kind !== 'agent');
    const [row] = folder.rows;
    assert.ok(row?.kind === 'agent');
    assert.equal(row.item.host, 'claude-code');
    assert.equal(row.items.length, 2);
  });

  it('have the file name where names collide', () => {
    const named = { name: 'reviewer', id: 'reviewer' };
    const items = ['a', 'b', 'c'].map((file) =>
      itemOf(`.claude/agents/${file}.md`, file === 'c' ? {} : named),
    );
    const [program] = rowsOf(items, { grouping: 'host', roots: new Map() });
    assert.ok(program && program.kind !== 'agent');
    assert.deepEqual(
      program.rows.map((row) => row.kind === 'agent' && [row.item.name, row.fileName]),
      [
        ['c', null],
        ['reviewer', 'a.md'],
        ['reviewer', 'b.md'],
      ],
    );
  });

  it('shorten a long folder in the middle', () => {
    assert.equal(shortened('web/.claude/agents'), 'web/.claude/agents');
    assert.equal(
      shortened('packages/checkout/services/payments/.claude/agents'),
      'packages/…/payments/.claude/agents',
    );
    assert.equal(shortened('a/b'), 'a/b');
    const long = itemOf('packages/checkout/services/payments/.claude/agents/a.md');
    const [program] = rowsOf([long, itemOf('.claude/agents/b.md')], {
      grouping: 'host',
      roots: new Map(),
    });
    assert.ok(program && program.kind !== 'agent');
    const [, folder] = program.rows;
    assert.ok(folder && folder.kind !== 'agent');
    assert.equal(folder.title, 'packages/checkout/services/payments/.claude/agents');
  });

  it('show the scope of folders outside the project', () => {
    const items = [itemOf('.claude/agents/a.md'), itemOf('agents/b.md', { scope: 'plugin' })];
    assert.deepEqual(tree(items).slice(1, 4), [
      '  .claude/agents',
      '    a',
      '  agents (from a plugin)',
    ]);
  });

  it('show a file of two hosts once when grouped by folder, with the worse outcome', () => {
    const rows = rowsOf(
      [itemOf(planner, ofVSCode), itemOf(planner, { ...ofCopilot, tone: 'changed' })],
      { grouping: 'folder', roots: new Map() },
    );
    assert.deepEqual(drawn(rows), ['.github/agents (VS Code, Copilot CLI)', '  planner']);
    const [group] = rows;
    assert.ok(group && group.kind !== 'agent');
    assert.deepEqual(group.hosts, ['vscode', 'copilot-cli']);
    const [row] = group.rows;
    assert.ok(row?.kind === 'agent');
    assert.equal(row.item.host, 'copilot-cli');
    assert.equal(row.items.length, 2);
  });

  it('have unique keys', () => {
    const items = [
      itemOf('.claude/agents/a.md'),
      itemOf('web/.claude/agents/a.md'),
      itemOf(planner, ofVSCode),
      itemOf(planner, ofCopilot),
    ];
    for (const grouping of ['host', 'folder'] as const) {
      const keys = (rows: readonly Row[]): readonly string[] =>
        rows.flatMap((row) => [row.key, ...(row.kind === 'agent' ? [] : keys(row.rows))]);
      const all = keys(rowsOf(items, { grouping, roots: new Map() }));
      assert.equal(new Set(all).size, all.length, all.join('\n'));
    }
  });
});

describe('the programs of the user', () => {
  it('come first in the tree, the others by name', () => {
    const items = [
      itemOf('.claude/agents/a.md', { hostRank: 2 }),
      itemOf('.github/agents/b.agent.md', { ...ofVSCode, hostRank: 0 }),
      itemOf('.github/agents/b.agent.md', { ...ofCopilot, hostRank: 2 }),
    ];
    const rows = rowsOf(items, { grouping: 'host', roots: new Map() });
    assert.deepEqual(
      rows.map((row) => (row.kind === 'agent' ? '' : row.label)),
      ['VS Code', 'Claude Code', 'Copilot CLI'],
    );
  });
});
