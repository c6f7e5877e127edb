// Companions of the agents (servers, skills, settings that deny, agents in a configuration): diagnostics, navigation, rename.
import assert from 'node:assert/strict';
import {
  CompletionRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Hover,
  HoverRequest,
  type Location,
  type MarkupContent,
  type PublishDiagnosticsParams,
  ReferencesRequest,
  RenameRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { agentsMethod } from '../../server/protocol/protocol';
import { type MemoryFileSystem, memoryFileSystem } from '../../server/world/memory';
import { newestVersion } from '../support/newest-version';
import { type Session, serving } from '../support/serving';

const agent = (name: string, more = ''): string =>
  `---\nname: ${name}\ndescription: Works.\n${more}---\nYou work.\n`;
const skill = (name: string): string => `---\nname: ${name}\ndescription: Knows.\n---\nKnow.\n`;
const at = (name: string): string => `/w/.claude/agents/${name}.md`;
const uri = (name: string): string => `file://${at(name)}`;
const settings = '/w/.claude/settings.json';
const deny = (name: string): string =>
  JSON.stringify({ permissions: { deny: [`Agent(${name})`] } });

describe('lsp/companions', () => {
  let session: Session;
  let world: MemoryFileSystem;
  const begin = async (files: Record<string, string>, more: unknown = {}): Promise<void> => {
    world = memoryFileSystem(files, '/w');
    session = await serving({
      world,
      settings: more,
      capabilities: {
        workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } },
      },
    });
  };
  afterEach(() => session.end());

  const codes = ({ diagnostics }: PublishDiagnosticsParams): unknown[] =>
    diagnostics.map(({ code }) => code);
  /** The last diagnostics of an open file. */
  const until = async (
    name: string,
    isIt: (reported: PublishDiagnosticsParams) => boolean,
  ): Promise<PublishDiagnosticsParams> => {
    for (;;) {
      const reported = await session.published(uri(name));
      if (isIt(reported)) return reported;
    }
  };
  const textAt = (path: string): string => world.files.get(path) ?? '';
  const open = (name: string): void => session.open(uri(name), textAt(at(name)));
  const changed = (path: string, type: FileChangeType = FileChangeType.Changed): void =>
    void session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `file://${path}`, type }],
    });
  const where = (text: string, part: string) => {
    const before = text.slice(0, text.indexOf(part)).split('\n');
    return { line: before.length - 1, character: (before.at(-1) ?? '').length };
  };
  const asked = (path: string, part: string) => ({
    textDocument: { uri: `file://${path}` },
    position: where(textAt(path), part),
  });
  const actual = (hover: Hover | null): string =>
    (hover?.contents as MarkupContent | undefined)?.value ?? '';
  const short = (found: unknown): readonly string[] =>
    (found as Location[]).map(
      ({ uri: to, range: { start } }) => `${to}:${start.line}:${start.character}`,
    );

  it('reports that an agent is denied, and removes the finding when it is not', async () => {
    await begin({ [at('deployer')]: agent('deployer'), [settings]: deny('deployer') });
    open('deployer');
    const reported = await until('deployer', (one) => codes(one).includes('denied-agent'));
    const [found] = reported.diagnostics;
    assert.match(
      found?.message.toString() ?? '',
      /^"deployer" is denied in \.claude\/settings\.json\. Claude Code /,
    );
    assert.equal(found?.relatedInformation?.[0]?.location.uri, `file://${settings}`);
    world.write(settings, deny('other'));
    changed(settings);
    await until('deployer', (one) => codes(one).length === 0);
    world.write('/home/user/.claude/settings.json', deny('deployer'));
    changed('/home/user/.claude/settings.json', FileChangeType.Created);
    const again = await until('deployer', (one) => codes(one).includes('denied-agent'));
    assert.match(again.diagnostics[0]?.message.toString() ?? '', /~\/\.claude\/settings\.json/);
  });

  it('shows the tools that settings take, also after the settings change', async () => {
    const deny = (...rules: readonly string[]): string =>
      JSON.stringify({ permissions: { deny: rules } }, undefined, 2);
    await begin({
      [at('runner')]: agent('runner', 'tools: Read, Bash\n'),
      [settings]: deny('Bash'),
    });
    open('runner');
    const reported = await until('runner', (one) => codes(one).includes('contradictory-tool'));
    assert.equal(
      reported.diagnostics[0]?.message,
      'Line 4 of .claude/settings.json denies "Bash" to every agent, so this one does not have it in Claude Code. Remove the tool here or the rule there.',
    );
    world.write(settings, deny('Bash(rm:*)'));
    changed(settings);
    await until('runner', (one) => codes(one).length === 0);
  });

  it('judges an agent as the version that package.json names, also after that changes', async () => {
    const manifest = '/w/package.json';
    const pinned = (version: string): string =>
      JSON.stringify({ devDependencies: { '@anthropic-ai/claude-code': version } });
    await begin({
      [at('one')]: agent('one', 'tools: Read, Monitor\n'),
      [manifest]: pinned('2.1.306'),
    });
    open('one');
    const reported = await until('one', (one) => codes(one).includes('unknown-tool'));
    assert.match(
      reported.diagnostics[0]?.message.toString() ?? '',
      /^Claude Code 2\.1\.306 has no/,
    );
    world.write('/w/node_modules/other/package.json', '{}');
    changed('/w/node_modules/other/package.json');
    world.write(manifest, pinned(newestVersion('claude-code')));
    changed(manifest);
    await until('one', (one) => !codes(one).includes('unknown-tool'));
  });

  it('hints at a skill that no folder provides, if the home folder is known', async () => {
    const files = { [at('one')]: agent('one', 'skills: release-notes\n') };
    await begin(files);
    open('one');
    const reported = await until('one', (one) => codes(one).includes('missing-skill'));
    assert.equal(reported.diagnostics[0]?.severity, 4);
    world.write('/home/user/.claude/skills/release-notes/SKILL.md', skill('release-notes'));
    changed('/home/user/.claude/skills/release-notes/SKILL.md', FileChangeType.Created);
    await until('one', (one) => codes(one).length === 0);
  });

  it('reports nothing if the home folder is not known', async () => {
    await begin(
      {
        [at('one')]: agent('one', 'skills: release-notes\n'),
        [at('two')]: agent('two', 'tools: Foo\n'),
      },
      { userAgents: false, closedFiles: 'problems' },
    );
    await until('two', (one) => codes(one).length > 0);
    open('one');
    assert.deepEqual(codes(await session.published(uri('one'))), []);
  });

  it('reports nothing while a file that may provide it cannot be read', async () => {
    await begin({
      [at('one')]: agent('one', 'tools: Read, mcp__tickets__search\n'),
      '/w/.mcp.json': '{ "mcpServers": { "tick',
    });
    open('one');
    assert.deepEqual(codes(await session.published(uri('one'))), []);
    world.write('/w/.mcp.json', '{ "mcpServers": { "tracker": {} } }');
    changed('/w/.mcp.json');
    await until('one', (one) => codes(one).includes('missing-server'));
    world.write('/w/.mcp.json', '{ "mcpServers": { "tickets": {} } }');
    changed('/w/.mcp.json');
    await until('one', (one) => codes(one).length === 0);
  });

  it('goes to skills and servers, shows their files, and offers them', async () => {
    await begin({
      [at('one')]: agent('one', 'tools: Read, mcp__tracker__search\nskills: [style, ]\n'),
      '/w/.mcp.json': '{ "mcpServers": { "tracker": {} } }',
      '/w/.claude/skills/style/SKILL.md': skill('style'),
      '/w/.claude/commands/team/review.md': 'Review.\n',
    });
    open('one');
    await until('one', () => world.has('/w/.mcp.json'));
    const ask = (part: string) =>
      session.connection.sendRequest(DefinitionRequest.type, asked(at('one'), part));
    let found = await ask('tracker');
    while (short(found).length === 0) found = await ask('tracker');
    assert.deepEqual(short(found), ['file:///w/.mcp.json:0:19']);
    assert.deepEqual(short(await ask('style')), [
      'file:///w/.claude/skills/style/SKILL.md:0:0',
      'file:///w/.claude/skills/style/SKILL.md:1:6',
    ]);
    const hover = await session.connection.sendRequest(
      HoverRequest.type,
      asked(at('one'), 'tracker'),
    );
    assert.match(actual(hover), /MCP server in Claude Code\n\n\.mcp\.json/);
    const offered = async (part: string): Promise<readonly string[]> => {
      const items = await session.connection.sendRequest(
        CompletionRequest.type,
        asked(at('one'), part),
      );
      return (Array.isArray(items) ? items : (items?.items ?? [])).map(({ label }) => label);
    };
    assert.deepEqual(
      (await offered('style')).filter((label) => label === 'style' || label === 'team:review'),
      ['style', 'team:review'],
    );
    // The file does not exist yet.
    assert.ok((await offered(']')).includes('team:review'));
    assert.ok((await offered('tracker')).includes('mcp__tracker'));
  });

  it('reports a script of a hook as missing until it exists', async () => {
    const hooks =
      'hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: ./scripts/guard.sh\n';
    await begin({ [at('one')]: agent('one', hooks) });
    open('one');
    const reported = await until('one', (one) => codes(one).includes('missing-script'));
    assert.match(
      reported.diagnostics[0]?.message.toString() ?? '',
      /"scripts\/guard\.sh" does not exist in the project\./,
    );
    world.create('/w/scripts/guard.sh', 'exit 2');
    changed('/w/scripts/guard.sh', FileChangeType.Created);
    await until('one', (one) => codes(one).length === 0);
    world.files.delete('/w/scripts/guard.sh');
    changed('/w/scripts/guard.sh', FileChangeType.Deleted);
    await until('one', (one) => codes(one).includes('missing-script'));
  });

  it('knows the agents of a configuration, and renames them there', async () => {
    const config = '/w/opencode.json';
    const lead = '/w/.opencode/agent/lead.md';
    await begin({
      [config]: JSON.stringify(
        {
          default_agent: 'helper',
          agent: { helper: { description: 'Helps.', model: 'a/b' }, other: { mode: 'subagent' } },
          command: { go: { agent: 'helper' } },
        },
        null,
        2,
      ),
      [lead]:
        '---\ndescription: Leads.\npermission:\n  task:\n    "*": deny\n    helper: allow\n---\nLead.\n',
    });
    session.open(`file://${lead}`, textAt(lead));
    const ask = asked(lead, 'helper');
    let found = await session.connection.sendRequest(DefinitionRequest.type, ask);
    while (short(found).length === 0)
      found = await session.connection.sendRequest(DefinitionRequest.type, ask);
    assert.deepEqual(short(found), [`file://${config}:3:5`]);
    const hover = await session.connection.sendRequest(HoverRequest.type, ask);
    assert.match(actual(hover), /Helps\.[\s\S]*defined in a configuration file · model a\/b/);
    const references = await session.connection.sendRequest(ReferencesRequest.type, {
      ...ask,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      [...short(references)].sort(),
      [
        `file://${lead}:5:4`,
        `file://${config}:13:16`,
        `file://${config}:1:20`,
        `file://${config}:3:5`,
      ].sort(),
    );
    const edit = (await session.connection.sendRequest(RenameRequest.type, {
      ...ask,
      newName: 'aide',
    })) as WorkspaceEdit;
    assert.deepEqual(
      edit.documentChanges?.map((change) =>
        'textDocument' in change
          ? `${change.textDocument.uri} ${change.edits.length}`
          : change.kind,
      ),
      [`file://${config} 3`, `file://${lead} 1`],
    );
    await assert.rejects(
      session.connection.sendRequest(RenameRequest.type, { ...ask, newName: 'a"b' }),
      /is used in a JSON file/,
    );
    const items = (await session.connection.sendRequest(agentsMethod, {})) as { id: string }[];
    // Two programs read that file.
    assert.deepEqual([...new Set(items.map(({ id }) => id))].sort(), ['helper', 'lead', 'other']);
  });

  it('finds and renames an agent where another of a configuration rules on calling it', async () => {
    const config = '/w/opencode.json';
    const helper = '/w/.opencode/agent/helper.md';
    const rules = { '*': 'deny', 'h*r': 'ask', helper: 'allow' };
    await begin({
      [config]: JSON.stringify({ agent: { lead: { permission: { task: rules } } } }, null, 2),
      [helper]: '---\nname: helper\ndescription: Helps.\n---\nHelp.\n',
    });
    session.open(`file://${helper}`, textAt(helper));
    const ask = asked(helper, 'helper');
    const references = () =>
      session.connection.sendRequest(ReferencesRequest.type, {
        ...ask,
        context: { includeDeclaration: false },
      });
    let found = await references();
    while (short(found).length === 0) found = await references();
    assert.deepEqual(short(found), [`file://${config}:7:11`]);
    const edit = (await session.connection.sendRequest(RenameRequest.type, {
      ...ask,
      newName: 'aide',
    })) as WorkspaceEdit;
    const edits = edit.documentChanges?.flatMap((change) =>
      'edits' in change && change.textDocument.uri === `file://${config}` ? change.edits : [],
    );
    assert.deepEqual(edits, [
      {
        range: { start: { line: 7, character: 11 }, end: { line: 7, character: 17 } },
        newText: 'aide',
      },
    ]);
  });
});
