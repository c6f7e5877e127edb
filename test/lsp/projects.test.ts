// A file that is in no open folder: it is judged among its own project's files, as on the command line.
import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  CompletionRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileSystemWatcher,
  type Location,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { type AgentItem, agentsMethod } from '../../server/protocol/protocol';
import { type MemoryFileSystem, memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const named = (name: string, more = ''): string =>
  `---\nname: ${name}\ndescription: Works on ${name}.\n${more}---\nYou work.\n`;
const lead = '/other/p/.claude/agents/lead.md';
const uses = 'tools: Read, Agent(helper)\nskills: [style]\nmcpServers: [tracker]\n';
const files: Record<string, string> = {
  [lead]: named('lead', uses),
  '/other/p/.claude/agents/helper.md': named('helper', 'tools: Read\n'),
  '/other/p/.claude/skills/style/SKILL.md': '---\nname: style\ndescription: s\n---\n',
  '/other/p/.mcp.json': '{ "mcpServers": { "tracker": { "command": "x" } } }',
  '/other/p/sources/.claude/agents/far.md': named('far'),
  '/w/.claude/agents/mine.md': named('mine'),
};
const uriOf = (path: string): string => `file://${path}`;

describe('lsp/projects', () => {
  let session: Session;
  let world: MemoryFileSystem;
  const begin = async (
    folders: string[],
    more: Record<string, string> = {},
    capabilities: ClientCapabilities = {},
  ): Promise<void> => {
    world = memoryFileSystem({ ...files, ...more }, '/w');
    session = await serving({ world, folders, capabilities });
  };
  afterEach(() => session.end());

  const agents = async (isReady: (ids: readonly string[]) => boolean): Promise<string[]> => {
    for (;;) {
      const items: AgentItem[] = await session.connection.sendRequest(agentsMethod, {});
      const ids = items.map(({ id }) => id ?? '');
      if (isReady(ids)) return ids;
    }
  };
  const codes = ({ diagnostics }: PublishDiagnosticsParams): string[] =>
    diagnostics.map(({ code }) => String(code)).sort();
  /** Every word on the file up to the one that is waited for. */
  const published = async (
    path: string,
    isLast: (found: readonly string[]) => boolean,
  ): Promise<string[][]> => {
    const all: string[][] = [];
    for (;;) {
      const found = codes(await session.published(uriOf(path)));
      all.push(found);
      if (isLast(found)) return all;
    }
  };
  const position = { line: 3, character: 24 };

  it('includes the folders that its settings add', async () => {
    const lone = '/other/q/.github/agents/lead.agent.md';
    await begin([], {
      [lone]: named('lead'),
      '/other/q/.vscode/settings.json': '{ "chat.agentFilesLocations": { "my/agents": true } }',
      '/other/q/my/agents/extra.agent.md': named('extra'),
    });
    session.open(uriOf(lone), named('lead'), 'chatagent');
    assert.ok((await agents((ids) => ids.length > 1)).includes('extra'));
  });

  for (const folders of [[], ['/w']])
    it(`is known with ${folders.length} folders open, and nothing false is shown before`, async () => {
      await begin(folders, {
        [lead]: named('lead', uses.replace('tracker', 'tracker, gone')),
      });
      if (folders.length > 0) await agents((ids) => ids.includes('mine'));
      session.open(uriOf(lead), world.files.get(lead) ?? '');
      const ids = await agents((all) => all.includes('helper'));
      assert.ok(!ids.includes('far'), 'only the folders of the hosts are looked into');
      // What is really not there is found, when the project is known.
      const words = await published(lead, (found) => found.includes('missing-server'));
      for (const word of words) assert.ok(word.length === 0 || word.join() === 'missing-server');
      const asked = { textDocument: { uri: uriOf(lead) }, position };
      const found = await session.connection.sendRequest(DefinitionRequest.type, asked);
      assert.deepEqual(
        (found as Location[]).map(({ uri }) => uri),
        [uriOf('/other/p/.claude/agents/helper.md')],
      );
      const list = await session.connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri: uriOf(lead) },
        position: { line: 4, character: 9 },
      });
      const items = Array.isArray(list) ? list : (list?.items ?? []);
      assert.ok(items.some(({ label }) => label === 'style'));
    });

  it('is known up to the root of its repository', async () => {
    const inner = '/other/repo/packages/a/.claude/agents/inner.md';
    await begin([], {
      [inner]: named('inner', 'mcpServers: [shared]\n'),
      '/other/repo/.git/HEAD': 'ref: x\n',
      '/other/repo/.mcp.json': '{ "mcpServers": { "shared": { "command": "x" } } }',
      '/other/repo/.claude/agents/outer.md': named('outer'),
    });
    session.open(uriOf(inner), world.files.get(inner) ?? '');
    await agents((ids) => ids.includes('outer'));
    assert.deepEqual((await published(inner, () => true)).at(-1), []);
  });

  it('is kept up to date, and forgotten when its last file is closed', async () => {
    await begin(['/w']);
    await agents((ids) => ids.includes('mine'));
    session.open(uriOf(lead), world.files.get(lead) ?? '');
    await agents((ids) => ids.includes('helper'));
    world.files.delete('/other/p/.mcp.json');
    void session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('/other/p/.mcp.json'), type: FileChangeType.Deleted }],
    });
    await published(lead, (found) => found.includes('missing-server'));
    session.close(uriOf(lead));
    const left = await agents((ids) => !ids.includes('helper'));
    // One item for each program that reads it.
    assert.deepEqual([...new Set(left)], ['mine']);
  });

  for (const [open, kept] of [
    ['/other/p/sources', ['far']],
    ['/other/p/sources/.claude', ['far']],
    // It only begins like the folder of the project.
    ['/other/p-two', ['two']],
    ['/other/p.old', ['old']],
    ['/w', ['mine']],
  ] as const)
    it(`is forgotten without the agents of the open folder ${open}`, async () => {
      await begin([open], {
        '/other/p-two/.claude/agents/two.md': named('two'),
        '/other/p.old/.claude/agents/old.md': named('old'),
      });
      await agents((ids) => kept.every((id) => ids.includes(id)));
      session.open(uriOf(lead), world.files.get(lead) ?? '');
      await agents((ids) => ids.includes('helper'));
      session.close(uriOf(lead));
      const left = await agents((ids) => !ids.includes('helper'));
      assert.deepEqual([...new Set(left)], kept);
    });

  it('is watched in the folders of the hosts alone', async () => {
    const didChangeWatchedFiles = { dynamicRegistration: true, relativePatternSupport: true };
    await begin(['/w'], {}, { workspace: { didChangeWatchedFiles } });
    session.open(uriOf(lead), world.files.get(lead) ?? '');
    await agents((ids) => ids.includes('helper'));
    const watched = session.registered
      .flatMap(({ registerOptions }) => {
        const { watchers = [] } = (registerOptions ?? {}) as { watchers?: FileSystemWatcher[] };
        return watchers.map(({ globPattern }) => globPattern);
      })
      .flatMap((glob) =>
        typeof glob === 'string' ? [] : [`${String(glob.baseUri)} ${glob.pattern}`],
      )
      .filter((one) => one.includes('/other/'));
    assert.ok(watched.includes('file:///other/p .mcp.json'));
    assert.ok(watched.includes('file:///other/p/.claude **/*'));
    assert.ok(watched.every((one) => !one.startsWith('file:///other/p **')));
  });

  it('shows nothing of its other files', async () => {
    await begin([], { '/other/p/.claude/agents/bad.md': named('bad', 'tools: Nothing\n') });
    session.open(uriOf(lead), world.files.get(lead) ?? '');
    await agents((ids) => ids.includes('bad'));
    let isReported = false;
    void session.published(uriOf('/other/p/.claude/agents/bad.md')).then(() => {
      isReported = true;
    });
    session.edit(uriOf(lead), 2, [
      {
        range: { start: { line: 2, character: 13 }, end: { line: 2, character: 13 } },
        text: 'Also ',
      },
    ]);
    await published(lead, () => true);
    await agents(() => true);
    assert.equal(isReported, false);
  });
});
