// The agents of the user's home: known where the user wants it, never changed.
import assert from 'node:assert/strict';
import {
  CompletionRequest,
  DefinitionRequest,
  type Location,
  RenameRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { type AgentItem, agentsMethod } from '../../server/protocol/protocol';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';
import { editsByUri } from '../support/workspace-edits';

const named = (name: string, more = ''): string =>
  `---\nname: ${name}\ndescription: Works.\n${more}---\nYou work.\n`;
const mine = '/home/user/.claude/agents/mine.md';
const lead = '/w/.claude/agents/lead.md';
const files = {
  [mine]: named('mine', 'tools: Read, Foo\n'),
  '/home/user/.claude/agents/caller.md': named('caller', 'tools: Agent(lead)\n'),
  '/home/user/.config/opencode/agent/team/tidy.md': '---\ndescription: Tidies.\n---\nTidy.\n',
  '/home/user/notes/agents/no.md': named('no'),
  [lead]: named('lead', 'tools: Read, Agent(mine)\n'),
};

describe('lsp/home', () => {
  let session: Session;
  const begin = async (settings: unknown = {}, folders = ['/w']): Promise<void> => {
    session = await serving({ world: memoryFileSystem(files, '/w'), settings, folders });
  };
  afterEach(() => session.end());

  const all = async (count: number): Promise<readonly AgentItem[]> => {
    for (;;) {
      const items: readonly AgentItem[] = await session.connection.sendRequest(agentsMethod, {});
      const owned = items.filter(({ role }) => role === 'owner');
      if (owned.length >= count) return owned;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const document = { uri: `file://${lead}` };
  /** At `mine` in the list of tools. */
  const position = { line: 3, character: 22 };
  const openLead = async (): Promise<void> => {
    await all(4);
    session.open(document.uri, files[lead] ?? '');
    await session.published(document.uri);
  };
  const rename = (newName: string, at = position): Promise<WorkspaceEdit | null> =>
    session.connection.sendRequest(RenameRequest.type, {
      textDocument: document,
      position: at,
      newName,
    });

  it('are listed with their scope', async () => {
    await begin();
    assert.deepEqual(
      (await all(4)).map(({ id, scope, path, folder }) => [id, scope, path, folder]),
      [
        ['caller', 'user', '~/.claude/agents/caller.md', null],
        ['mine', 'user', '~/.claude/agents/mine.md', null],
        ['team/tidy', 'user', '~/.config/opencode/agent/team/tidy.md', null],
        ['lead', 'project', '.claude/agents/lead.md', 'file:///w'],
      ],
    );
  });

  it('are not, where the user does not want it', async () => {
    await begin({ userAgents: false });
    assert.deepEqual(
      (await all(1)).map(({ id }) => id),
      ['lead'],
    );
  });

  it('are gone to and offered by name', async () => {
    await begin();
    await openLead();
    const at = { textDocument: document, position };
    const found = (await session.connection.sendRequest(DefinitionRequest.type, at)) as Location[];
    assert.deepEqual(
      found.map(({ uri }) => uri),
      [`file://${mine}`],
    );
    const offered = await session.connection.sendRequest(CompletionRequest.type, at);
    const items = Array.isArray(offered) ? offered : (offered?.items ?? []);
    assert.ok(items.some(({ label }) => label === 'caller'));
  });

  it('are not renamed, and no agent can be given the name of one', async () => {
    await begin();
    await openLead();
    await assert.rejects(rename('other'), /~\/\.claude\/agents\/mine\.md is not in this workspace/);
    const own = { line: 1, character: 8 };
    await assert.rejects(rename('mine', own), /mine\.md already defines an agent named "mine"/);
    const edit = await rename('chief', own);
    // The user's own agent names it too.
    assert.deepEqual(Object.keys(editsByUri(edit)), [document.uri]);
  });

  it('are not reported while they are closed', async () => {
    await begin();
    await openLead();
    session.open(`file://${mine}`, files[mine] ?? '');
    const codes = (await session.published(`file://${mine}`)).diagnostics.map(({ code }) => code);
    // The first words on the file are those of the open document.
    assert.deepEqual(codes, ['unknown-tool']);
    session.close(`file://${mine}`);
    assert.deepEqual((await session.published(`file://${mine}`)).diagnostics, []);
    assert.equal((await all(4)).length, 4);
  });

  it('are a workspace like any other where the folder itself is open', async () => {
    await begin({ closedFiles: 'problems' }, ['/home/user/.claude']);
    const published = await session.published(`file://${mine}`);
    assert.deepEqual(
      published.diagnostics.map(({ code }) => code),
      ['unknown-tool'],
    );
    const paths = (await all(3)).map(({ path }) => path);
    assert.deepEqual(paths, [
      'agents/caller.md',
      'agents/mine.md',
      '~/.config/opencode/agent/team/tidy.md',
    ]);
  });
});
