// With the built-in support of VS Code: its scope depends on the content of the file, from the first request on.
import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  type CompletionList,
  type Diagnostic,
  HoverRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { knownToolNames } from '../../server/hosts/vscode/tools';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const uri = 'file:///w/.github/agents/reviewer.agent.md';
const options = { builtinPrompts: { version: '1.139.1', mode: 'auto' } };
const text = (target: string): string =>
  `---\ndescription: Reviews changes.\ntarget: ${target}\n\n---\nYou review.\n`;

describe('with the built-in support', () => {
  for (const [target, offered, not] of [
    ['github-copilot', 'model', 'mcp-servers'],
    ['vscode', 'mcp-servers', 'model'],
  ] as const)
    it(`completes at once what it lacks for ${target}`, async () => {
      const session = await serving({ options });
      session.open(uri, text(target), 'chatagent');
      const { items } = await session.connection.sendRequest<CompletionList>(
        'textDocument/completion',
        { textDocument: { uri }, position: { line: 3, character: 0 } },
      );
      const labels = items.map(({ label }) => label);
      assert.ok(labels.includes(offered), labels.join(' '));
      assert.ok(!labels.includes(not), labels.join(' '));
      // The status comes once the author rests, and is the last.
      while (session.statuses.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      session.end();
    });
});

describe('other agents, with the built-in support', () => {
  const lead =
    "---\ndescription: Leads.\ntools: ['agent']\nagents: ['planer', 'x']\ncolor: red\nhandoffs:\n  - agent: x\n  - agent: planner\n---\nYou lead.\n";
  const other = 'file:///w/.claude/agents/lead.md';
  const claude = '---\nname: lead\ndescription: Leads.\ntools: Agent(planer)\n---\nYou lead.\n';
  const pathOf = (one: string): string => one.slice('file://'.length);
  let session: Session;
  before(async () => {
    const path = '/w/.github/agents/planner.agent.md';
    const claudePath = '/w/.claude/agents/planner.md';
    const tools = [...knownToolNames].slice(0, 12).join(', ');
    const planner = `---\nname: planner\ndescription: Plans.\ntools: [${tools}]\n---\nYou plan.\n`;
    const world = memoryFileSystem(
      { [path]: planner, [claudePath]: planner, [pathOf(uri)]: lead, [pathOf(other)]: claude },
      '/w',
    );
    session = await serving({ options, world });
    session.open(`file://${path}`, planner, 'chatagent');
    await session.published(`file://${path}`);
    // The survey is over when every closed file can be found.
    for (let seen = 0; seen < 4; ) {
      const found = await session.connection.sendRequest(WorkspaceSymbolRequest.type, {
        query: '',
      });
      seen = new Set(found?.map(({ location }) => location.uri)).size;
    }
    session.open(uri, lead, 'chatagent');
  });
  after(async () => {
    // Of each document a status comes once the author rests, and is the last.
    while (new Set(session.statuses.map((one) => one.uri)).size < 3)
      await new Promise((resolve) => setTimeout(resolve, 20));
    session.end();
  });

  const offered = async (line: number, character: number): Promise<boolean> => {
    const { items } = await session.connection.sendRequest<CompletionList>(
      'textDocument/completion',
      { textDocument: { uri }, position: { line, character } },
    );
    return items.some(({ label }) => label === 'planner');
  };

  /** Of the open document; before that, of the file. */
  const actual = async (of: string): Promise<readonly Diagnostic[]> => {
    for (;;) {
      const { version, diagnostics } = await session.published(of);
      if (version !== undefined) return diagnostics;
    }
  };

  it('are not offered where it offers them, and are where it does not', async () => {
    assert.equal(await offered(3, "agents: ['planer', 'x".length), false);
    assert.equal(await offered(6, '  - agent: x'.length), true);
  });

  it('are reported briefly, however many tools they have', async () => {
    const position = { line: 7, character: '  - agent: pl'.length };
    const asked = { textDocument: { uri }, position };
    const hover = await session.connection.sendRequest(HoverRequest.type, asked);
    assert.match(JSON.stringify(hover), /Plans\..*tools (?:[^,]+, ){7}[^,]+ and 4 more/);
  });

  it('are reported by it where a tool is misspelled, and can still be fixed', async () => {
    const range = { start: { line: 3, character: 11 }, end: { line: 3, character: 11 } };
    const actions = await session.connection.sendRequest(CodeActionRequest.type, {
      ...{ textDocument: { uri }, range },
      context: { diagnostics: [] },
    });
    assert.ok(actions?.some(({ title }) => title.includes('planner')));
    const diagnostics = await actual(uri);
    assert.ok(diagnostics.length > 0);
    assert.ok(diagnostics.every(({ code }) => code !== 'unknown-agent'));
  });

  it('are reported where it reports nothing', async () => {
    session.open(other, claude, 'chatagent');
    const diagnostics = await actual(other);
    assert.ok(diagnostics.some(({ code }) => code === 'unknown-agent'));
  });
});
