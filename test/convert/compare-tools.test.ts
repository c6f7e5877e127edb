// What counts as more than an agent could do before: the net below every conversion.
import assert from 'node:assert/strict';
import { compareTools, isCovered, isNoWider } from '../../server/convert/compare-tools';
import type { Grant, SharedTools } from '../../server/hosts/model/conversion';
import type { ToolCatalog } from '../../server/hosts/model/tools';
import { catalog } from '../support/catalog';

type Action = Grant['action'];

const claude = catalog.hosts.find(({ id }) => id === 'claude-code');
const tools = Object.values(claude?.dialects ?? {})[0]?.tools;

const all = (action: Action): Grant => ({ action, exceptions: [] });
/** `git *: allow` after `deny` is a list of commands, of which the rest is denied. */
const only = (action: Action, ...patterns: readonly (readonly [string, Action])[]): Grant => ({
  action,
  exceptions: patterns.map(([pattern, other]) => ({ pattern, action: other })),
});
const nothing: SharedTools = {
  ...{ purposes: {}, rest: 'deny', servers: [], others: [], callees: null, lacks: [] },
};
const server = (name: string, action: Action, tool: string | null = null) => ({
  ...{ server: name, tool, action },
});

/** `+part` where the agent may do more than before, `-part` where it may do less. */
function changes(before: Partial<SharedTools>, now: Partial<SharedTools>): readonly string[] {
  assert.ok(tools);
  const held = (some: Partial<SharedTools>) => ({
    ...{ tools: { ...nothing, ...some }, catalog: tools, harmless: ['EnterPlanMode'] },
  });
  return compareTools(held(before), held(now)).map(
    ({ part, change }) => `${change === 'wider' ? '+' : '-'}${part}`,
  );
}

describe('one grant', () => {
  const git = only('deny', ['git *', 'allow']);
  for (const [what, before, now, isSafe] of [
    ['the same', git, git, true],
    ['nothing', all('ask'), all('deny'), true],
    ['everything', git, all('allow'), false],
    ['everything, after everything', all('allow'), git, true],
    ['asking, where it was allowed', all('allow'), all('ask'), true],
    ['asking, where it was denied', all('deny'), all('ask'), false],
    ['a list of what was asked for', all('ask'), only('deny', ['git *', 'ask']), true],
    ['a list that is allowed, of what was asked for', all('ask'), git, false],
    ['a stricter default', only('ask', ['git *', 'allow']), git, true],
    ['a laxer default', git, only('ask', ['git *', 'allow']), false],
    ['a stricter exception', git, only('deny', ['git *', 'ask']), true],
    ['a laxer exception', only('deny', ['git *', 'ask']), git, false],
    ['another exception', git, only('deny', ['npm *', 'allow']), false],
    ['one more exception', git, only('deny', ['git *', 'allow'], ['npm *', 'allow']), false],
    [
      'one exception less',
      only('ask', ['git *', 'allow'], ['rm *', 'deny']),
      only('ask', ['git *', 'allow']),
      false,
    ],
    ['without its exceptions', git, all('ask'), false],
  ] as const)
    it(`is ${isSafe ? 'no' : ''} wider: ${what}`, () => {
      assert.equal(isNoWider(before, now), isSafe);
    });
});

describe('what an agent may do', () => {
  for (const [what, before, now, expected] of [
    [
      'the same',
      { purposes: { 'read-file': all('allow') } },
      { purposes: { 'read-file': all('allow') } },
      [],
    ],
    ['one purpose more', {}, { purposes: { 'fetch-page': all('allow') } }, ['+fetch-page']],
    ['one purpose less', { purposes: { 'fetch-page': all('allow') } }, {}, ['-fetch-page']],
    [
      'asking instead',
      { purposes: { 'fetch-page': all('allow') } },
      { purposes: { 'fetch-page': all('ask') } },
      ['-fetch-page'],
    ],
    ['a server more', { servers: [] }, { servers: [server('github', 'allow')] }, ['+github']],
    ['a server less', { servers: [server('github', 'allow')] }, {}, ['-github']],
    [
      'a tool of an allowed server',
      { servers: [server('github', 'allow')] },
      { servers: [server('github', 'allow', 'create')] },
      ['-github'],
    ],
    [
      'a server instead of its tool',
      { servers: [server('github', 'allow', 'create')] },
      { servers: [server('github', 'allow')] },
      ['+github'],
    ],
    [
      'a server with the same beginning',
      { servers: [server('git', 'allow')] },
      { servers: [server('github', 'allow')] },
      ['+github', '-git'],
    ],
    [
      'a name that another host writes otherwise',
      { servers: [server('my server', 'allow')] },
      { servers: [server('my_server', 'allow')] },
      [],
    ],
    [
      'a denied tool of an allowed server, freed',
      { servers: [server('github', 'allow'), server('github', 'deny', 'create')] },
      { servers: [server('github', 'allow')] },
      ['+github_create'],
    ],
    ['a harmless tool', {}, { others: ['EnterPlanMode'] }, []],
    ['a tool of the host', {}, { others: ['ExitPlanMode'] }, ['+ExitPlanMode']],
    ['the same tool of the host', { others: ['ExitPlanMode'] }, { others: ['ExitPlanMode'] }, []],
    [
      'any tool of the host, where all were allowed',
      { rest: 'allow' },
      { rest: 'allow', others: ['X'], callees: ['a'] },
      ['-delegate'],
    ],
    [
      'another callee',
      { purposes: { delegate: all('allow') }, callees: ['a'] },
      { purposes: { delegate: all('allow') }, callees: ['b'] },
      ['+delegate'],
    ],
    [
      'one callee less',
      { purposes: { delegate: all('allow') }, callees: ['a', 'b'] },
      { purposes: { delegate: all('allow') }, callees: ['a'] },
      ['-delegate'],
    ],
    [
      'all callees',
      { purposes: { delegate: all('allow') }, callees: ['a'] },
      { purposes: { delegate: all('allow') } },
      ['+delegate'],
    ],
    ['callees without a tool to call them', { callees: ['a'] }, { callees: ['b'] }, []],
  ] as const satisfies readonly (readonly [
    string,
    Partial<SharedTools>,
    Partial<SharedTools>,
    readonly string[],
  ])[])
    it(`changes with ${what}`, () => {
      assert.deepEqual(changes(before, now), expected);
    });

  it('includes what a shell can do, unless the host has none', () => {
    const noSearch = { 'search-text': all('deny') };
    const after: Partial<SharedTools> = { rest: 'allow' };
    assert.deepEqual(changes({ rest: 'allow', purposes: noSearch }, after), []);
    const lacks = ['run-command'] as const;
    assert.deepEqual(changes({ rest: 'allow', purposes: noSearch, lacks }, after), [
      '+search-text',
    ]);
    const purposes = { ...noSearch, 'run-command': all('allow') };
    assert.deepEqual(changes({ rest: 'allow', purposes, lacks }, after), []);
    // A host that has no tool for a purpose neither adds nor takes anything.
    const limited: Partial<SharedTools> = { rest: 'allow', callees: ['a'] };
    assert.deepEqual(changes(limited, { ...limited, lacks }), []);
    assert.deepEqual(changes({ ...limited, lacks }, limited), []);
  });

  it('contains a tool without a shared purpose if it may do what that tool does', () => {
    assert.ok(tools);
    const named = { ...tools, tools: [] as typeof tools.tools };
    for (const [does, purposes] of [
      ['read', ['read-file', 'run-command']],
      ['search', ['search-text', 'find-files', 'run-command']],
      ['write', ['change-file', 'create-file']],
      ['run', ['run-command']],
      ['web', ['fetch-page', 'search-web']],
      ['delegate', ['delegate']],
      ['plan', ['track-todos']],
      ['ask', ['ask-person']],
      ['mcp', []],
    ] as const) {
      const [tool] = tools.tools;
      assert.ok(tool);
      const host: ToolCatalog = { ...named, tools: [{ ...tool, name: 'Own', does }] };
      const covering = (
        [
          'read-file',
          'search-text',
          'find-files',
          'run-command',
          'change-file',
          'create-file',
          'fetch-page',
          'search-web',
          'delegate',
          'track-todos',
          'ask-person',
        ] as const
      ).filter((purpose) =>
        isCovered('Own', host, { ...nothing, purposes: { [purpose]: all('allow') } }),
      );
      assert.deepEqual([...covering].sort(), [...purposes].sort(), does);
      assert.equal(
        isCovered('Own', host, { ...nothing, purposes: { 'run-command': all('ask') } }),
        false,
      );
      assert.equal(isCovered('Absent', host, { ...nothing, rest: 'allow' }), false);
    }
  });
});
