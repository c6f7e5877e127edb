// From the other end: files that are no agents and name one, in a field or in their prompt. The names lead to the agent, and
// follow it to another name.
import assert from 'node:assert/strict';
import {
  CompletionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  type Hover,
  HoverRequest,
  type Location,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  type WorkspaceEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const agent = (name: string, body = 'You help.'): string =>
  `---\nname: ${name}\ndescription: Helps with ${name}.\n---\n${body}\n`;
const files: Record<string, string> = {
  '.claude/agents/reviewer.md': agent('reviewer'),
  '.claude/agents/lead.md': agent(
    'lead',
    'Ask @agent-reviewer, then @reviewer. Not `@reviewer`, @types/reviewer, @override or me@reviewer.',
  ),
  '.claude/commands/check.md':
    '---\ndescription: Checks.\nagent: reviewer\n---\nAsk @"reviewer (agent)" or (@agent-reviewer).\n\n```\n@agent-reviewer\n```\n',
  '.claude/skills/style/SKILL.md':
    '---\nname: style\ndescription: Style.\ncontext: fork\nagent: "reviewer"\n---\nSee @agent-reviewers and @agent-plug:scribe.\n',
  '.claude/settings.json': '{ "permissions": { "deny": ["Agent(reviewer)"] } }\n',
  '.github/agents/planner.agent.md': agent('planner'),
  '.github/prompts/plan.prompt.md': '---\nagent: planner\n---\nAsk @planner and @nobody.\n',
  'plug/.claude-plugin/plugin.json': '{ "name": "plug" }\n',
  'plug/agents/scribe.md': agent('scribe'),
  '.opencode/agent/helper.md': '---\ndescription: Helps.\nmode: subagent\n---\nYou help.\n',
  '.opencode/command/go.md':
    '---\ndescription: Goes.\nagent: helper\n---\nAsk @helper about @docs.\n',
  'opencode.json':
    '{\n  "default_agent": "chief",\n  "agent": { "chief": { "prompt": "Lead.\\n@helper helps." } },\n  "command": { "run": { "agent": "helper", "template": "`@helper`, @helper: go" } }\n}\n',
};
const uriOf = (path: string): string => `file:///w/${path}`;

describe('lsp/naming', () => {
  let session: Session;
  const begin = async (more: Record<string, string> = {}, options?: unknown): Promise<void> => {
    const all = Object.fromEntries(
      Object.entries({ ...files, ...more }).map(([path, text]) => [`/w/${path}`, text]),
    );
    session = await serving({
      world: memoryFileSystem(all, '/w'),
      options,
      capabilities: {
        workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } },
      },
    });
    for (;;) {
      const found = await session.connection.sendRequest(WorkspaceSymbolRequest.type, {
        query: 'helper',
      });
      if (found && found.length > 0) break;
    }
  };
  afterEach(() => session.end());

  const open = (path: string, languageId?: string): void =>
    session.open(uriOf(path), files[path] ?? '', languageId);
  /** At the bar in a part of the text. */
  const at = (path: string, part: string, text = files[path] ?? '') => {
    const start = text.indexOf(part.replace('|', ''));
    assert.ok(start >= 0, `${path} holds ${part}`);
    const lines = text.slice(0, start + part.indexOf('|')).split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return { textDocument: { uri: uriOf(path) }, position };
  };
  const short = (found: unknown): string[] =>
    ((found ?? []) as Location[])
      .map(
        ({ uri, range: { start } }) =>
          `${uri.replace('file:///w/', '')}:${start.line}:${start.character}`,
      )
      .sort();
  const definition = async (path: string, part: string): Promise<string[]> =>
    short(await session.connection.sendRequest(DefinitionRequest.type, at(path, part)));
  const references = async (path: string, part: string): Promise<string[]> =>
    short(
      await session.connection.sendRequest(ReferencesRequest.type, {
        ...at(path, part),
        context: { includeDeclaration: false },
      }),
    );
  const hover = async (path: string, part: string): Promise<string> => {
    const found = await session.connection.sendRequest(HoverRequest.type, at(path, part));
    return JSON.stringify((found as Hover | null)?.contents ?? null);
  };
  /** Every changed file as it would be. */
  const renamed = async (path: string, part: string, newName: string) => {
    const edit = (await session.connection.sendRequest(RenameRequest.type, {
      ...at(path, part),
      newName,
    })) as WorkspaceEdit;
    const changed: Record<string, string> = {};
    for (const change of edit.documentChanges ?? []) {
      if (!('textDocument' in change)) continue;
      const file = change.textDocument.uri.replace('file:///w/', '');
      const lines = (files[file] ?? '').split('\n');
      const edits = [...change.edits].sort(
        (a, b) => b.range.start.character - a.range.start.character,
      );
      for (const { range, ...one } of edits) {
        const line = lines[range.start.line] ?? '';
        const text = 'newText' in one ? one.newText : '';
        lines[range.start.line] =
          line.slice(0, range.start.character) + text + line.slice(range.end.character);
      }
      changed[file] = lines.join('\n');
    }
    return changed;
  };

  const named: readonly (readonly [string, string, string])[] = [
    ['.claude/commands/check.md', 'agent: re|viewer', '.claude/agents/reviewer.md:1:6'],
    ['.claude/commands/check.md', '@"re|viewer', '.claude/agents/reviewer.md:1:6'],
    ['.claude/commands/check.md', '(@agent-|reviewer)', '.claude/agents/reviewer.md:1:6'],
    ['.claude/skills/style/SKILL.md', '"revie|wer"', '.claude/agents/reviewer.md:1:6'],
    ['.claude/skills/style/SKILL.md', 'plug:|scribe', 'plug/agents/scribe.md:1:6'],
    ['.claude/settings.json', 'Agent(rev|iewer)', '.claude/agents/reviewer.md:1:6'],
    ['.claude/agents/lead.md', '@agent-rev|iewer', '.claude/agents/reviewer.md:1:6'],
    ['.claude/agents/lead.md', '@review|er.', '.claude/agents/reviewer.md:1:6'],
    ['.github/prompts/plan.prompt.md', 'agent: pl|anner', '.github/agents/planner.agent.md:1:6'],
    ['.github/prompts/plan.prompt.md', '@plan|ner', '.github/agents/planner.agent.md:1:6'],
    ['.opencode/command/go.md', 'agent: hel|per', '.opencode/agent/helper.md:0:0'],
    ['.opencode/command/go.md', '@hel|per', '.opencode/agent/helper.md:0:0'],
    ['opencode.json', '"agent": "hel|per"', '.opencode/agent/helper.md:0:0'],
    ['opencode.json', '@hel|per helps', '.opencode/agent/helper.md:0:0'],
    ['opencode.json', '"default_agent": "ch|ief"', 'opencode.json:2:14'],
  ];

  it('go from each name to its agent, and explain it', async () => {
    await begin();
    for (const path of new Set(named.map(([path]) => path))) open(path);
    for (const [path, part, to] of named) {
      assert.deepEqual(await definition(path, part), [to], `${path} ${part}`);
      assert.match(
        await hover(path, part),
        /(?:Claude Code|OpenCode|Kilo|Copilot CLI|VS Code) agent/,
        `${path} ${part}`,
      );
    }
  });

  it('leave words alone that name no agent', async () => {
    await begin();
    for (const path of Object.keys(files)) open(path);
    const words: readonly (readonly [string, string])[] = [
      ['.claude/agents/lead.md', '`@rev|iewer`'],
      ['.claude/agents/lead.md', '@types/rev|iewer'],
      ['.claude/agents/lead.md', '@over|ride'],
      ['.claude/agents/lead.md', 'me@rev|iewer'],
      ['.claude/commands/check.md', '```\n@agent-rev|iewer'],
      ['.claude/skills/style/SKILL.md', '@agent-revi|ewers'],
      ['.github/prompts/plan.prompt.md', '@nob|ody'],
      ['opencode.json', '`@hel|per`'],
      ['opencode.json', '"comm|and"'],
    ];
    for (const [path, part] of words) {
      const asked = at(path, part);
      assert.deepEqual(await definition(path, part), [], part);
      assert.equal(await hover(path, part), 'null', part);
      const { connection } = session;
      assert.deepEqual(await connection.sendRequest(DocumentHighlightRequest.type, asked), []);
      assert.equal(await connection.sendRequest(PrepareRenameRequest.type, asked), null, part);
    }
  });

  it('are found from the agent and from each other, and marked in their file', async () => {
    await begin();
    open('.claude/agents/reviewer.md');
    open('.claude/commands/check.md');
    const all = [
      '.claude/agents/lead.md:4:11',
      '.claude/agents/lead.md:4:27',
      '.claude/commands/check.md:2:7',
      '.claude/commands/check.md:4:35',
      '.claude/commands/check.md:4:6',
      '.claude/settings.json:0:35',
      '.claude/skills/style/SKILL.md:4:8',
    ];
    assert.deepEqual(await references('.claude/agents/reviewer.md', 'name: rev|iewer'), all);
    assert.deepEqual(await references('.claude/commands/check.md', '(@agent-rev|iewer)'), all);
    const marks = await session.connection.sendRequest(
      DocumentHighlightRequest.type,
      at('.claude/commands/check.md', 'agent: rev|iewer'),
    );
    assert.equal(marks?.length, 3);
  });

  it('follow an agent to another name, from either end', async () => {
    await begin();
    open('.claude/agents/reviewer.md');
    open('.claude/commands/check.md');
    const expected = {
      '.claude/agents/reviewer.md': agent('critic').replace('with critic', 'with reviewer'),
      '.claude/agents/lead.md': agent(
        'lead',
        'Ask @agent-critic, then @critic. Not `@reviewer`, @types/reviewer, @override or me@reviewer.',
      ),
      '.claude/commands/check.md':
        '---\ndescription: Checks.\nagent: critic\n---\nAsk @"critic (agent)" or (@agent-critic).\n\n```\n@agent-reviewer\n```\n',
      '.claude/skills/style/SKILL.md': (files['.claude/skills/style/SKILL.md'] ?? '').replace(
        '"reviewer"',
        '"critic"',
      ),
      '.claude/settings.json': '{ "permissions": { "deny": ["Agent(critic)"] } }\n',
    };
    const ends: readonly (readonly [string, string])[] = [
      ['.claude/agents/reviewer.md', 'name: rev|iewer'],
      ['.claude/commands/check.md', 'agent: rev|iewer'],
      ['.claude/commands/check.md', '(@agent-rev|iewer)'],
    ];
    for (const [path, part] of ends)
      assert.deepEqual(await renamed(path, part, 'critic'), expected, part);
  });

  it('keep the name of the plugin before the new name', async () => {
    await begin();
    open('.claude/skills/style/SKILL.md');
    open('plug/agents/scribe.md');
    const expected = {
      'plug/agents/scribe.md': agent('clerk').replace('with clerk', 'with scribe'),
      '.claude/skills/style/SKILL.md': (files['.claude/skills/style/SKILL.md'] ?? '').replace(
        'plug:scribe',
        'plug:clerk',
      ),
    };
    const own = at('plug/agents/scribe.md', 'name: scr|ibe');
    const prepared = await session.connection.sendRequest(PrepareRenameRequest.type, own);
    assert.equal((prepared as { placeholder: string }).placeholder, 'scribe');
    assert.deepEqual(await renamed('plug/agents/scribe.md', 'name: scr|ibe', 'clerk'), expected);
    assert.deepEqual(
      await renamed('.claude/skills/style/SKILL.md', 'plug:scr|ibe', 'plug:clerk'),
      expected,
    );
  });

  it('refuse a name that cannot be mentioned as its host does it', async () => {
    await begin();
    open('.claude/commands/check.md');
    await assert.rejects(
      renamed('.claude/commands/check.md', 'agent: rev|iewer', 'code critic'),
      /"code critic" cannot replace "reviewer" in \.claude\/agents\/lead\.md/,
    );
  });

  it('are where the text has them now, not where it was saved', async () => {
    await begin();
    const path = '.claude/commands/check.md';
    open(path);
    session.edit(uriOf(path), 2, [
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
        text: 'x: y\n',
      },
    ]);
    open('.claude/agents/reviewer.md');
    assert.deepEqual(
      (await references('.claude/agents/reviewer.md', 'name: rev|iewer')).filter((one) =>
        one.startsWith(path),
      ),
      [`${path}:3:7`, `${path}:5:35`, `${path}:5:6`],
    );
  });

  it('are no mentions where a file has that name', async () => {
    await begin({ helper: 'a file\n' });
    open('.claude/agents/lead.md');
    open('.github/prompts/plan.prompt.md');
    assert.deepEqual(await definition('.github/prompts/plan.prompt.md', '@plan|ner'), [
      '.github/agents/planner.agent.md:1:6',
    ]);
    session.end();
    await begin({ planner: 'a file\n' });
    open('.github/prompts/plan.prompt.md');
    assert.deepEqual(await definition('.github/prompts/plan.prompt.md', '@plan|ner'), []);
  });

  it('show neither findings nor completions in files that are no agents', async () => {
    await begin();
    for (const path of ['.github/prompts/plan.prompt.md', 'opencode.json']) {
      open(path);
      assert.deepEqual((await session.published(uriOf(path))).diagnostics, []);
      // A configuration is a document too, whose own keys are offered.
      if (path === 'opencode.json') continue;
      for (const character of [0, 3, 7]) {
        const list = await session.connection.sendRequest(CompletionRequest.type, {
          textDocument: { uri: uriOf(path) },
          position: { line: 0, character },
        });
        assert.deepEqual(list, { isIncomplete: false, items: [] });
      }
    }
  });

  it('leave to VS Code what it goes to and explains itself', async () => {
    await begin({}, { builtinPrompts: { version: '1.139.1', mode: 'auto' } });
    open('.github/prompts/plan.prompt.md', 'prompt');
    open('.claude/skills/style/SKILL.md', 'skill');
    const prompt = '.github/prompts/plan.prompt.md';
    assert.deepEqual(await definition(prompt, 'agent: pl|anner'), []);
    assert.equal(await hover(prompt, 'agent: pl|anner'), 'null');
    assert.deepEqual(await definition(prompt, '@pl|anner'), [
      '.github/agents/planner.agent.md:1:6',
    ]);
    assert.deepEqual(await references(prompt, 'agent: pl|anner'), [
      '.github/prompts/plan.prompt.md:1:7',
      '.github/prompts/plan.prompt.md:3:5',
    ]);
    // It goes from there too, and explains nothing.
    const skill = '.claude/skills/style/SKILL.md';
    assert.deepEqual(await definition(skill, '"rev|iewer"'), []);
    assert.match(await hover(skill, '"rev|iewer"'), /Claude Code agent/);
    // An agent that VS Code does not have.
    assert.deepEqual(await definition(skill, 'plug:scr|ibe'), ['plug/agents/scribe.md:1:6']);
    assert.deepEqual(
      session.statuses.filter(({ uri }) => uri === uriOf(skill)),
      [],
    );
  });
});

describe('lsp/naming registers', () => {
  const dynamic = { dynamicRegistration: true };
  const all = {
    synchronization: dynamic,
    definition: dynamic,
    references: dynamic,
    documentHighlight: dynamic,
    hover: dynamic,
    rename: dynamic,
  };
  const registered = async (textDocument: object, options?: unknown) => {
    const session = await serving({ capabilities: { textDocument }, options });
    session.end();
    return session.registered.filter(({ method }) => method.startsWith('textDocument/'));
  };

  it('the files that name agents, only for features that follow names', async () => {
    const found = await registered(all, { schemes: ['file', 'vscode-remote'] });
    assert.deepEqual(found.map(({ method }) => method.replace('textDocument/', '')).sort(), [
      'definition',
      'didChange',
      'didClose',
      'didOpen',
      'documentHighlight',
      'hover',
      'references',
      'rename',
    ]);
    for (const { registerOptions } of found) {
      const { documentSelector: selector } = registerOptions as {
        documentSelector: { scheme: string; pattern: string; language?: string }[];
      };
      const patterns = selector.map(({ pattern }) => pattern);
      for (const glob of ['.github/prompts/*.prompt.md', '.claude/commands/**/*.md'])
        assert.ok(patterns.includes(`**/${glob}`), glob);
      assert.ok(patterns.includes('**/.opencode/opencode.jsonc'));
      assert.ok(patterns.every((pattern) => !pattern.includes('mcp')));
      assert.deepEqual([...new Set(selector.map(({ scheme }) => scheme))].sort(), [
        'file',
        'vscode-remote',
      ]);
      // A prompt and a skill have languages of their own in VS Code.
      assert.ok(selector.every(({ language }) => language === undefined));
    }
  });

  it('nothing with our own client, which sends each of these files as a document', async () => {
    assert.deepEqual(await registered(all, { builtinPrompts: {} }), []);
  });

  it('nothing with a client that cannot be asked to send them', async () => {
    assert.deepEqual(await registered({ ...all, synchronization: {} }), []);
    assert.deepEqual(await registered({ synchronization: dynamic }), []);
  });
});
