// From a name to its agent and back, through the server: definition, references, rename, links, symbols.
import assert from 'node:assert/strict';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
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

const lead = '/w/.claude/agents/lead.md';
const reviewer = '/w/.claude/agents/team/reviewer.md';
const files = {
  [lead]:
    '---\nname: lead\ndescription: Leads.\ntools: Read, Agent(reviewer, tester)\n---\nSee [the guide](../../docs/guide.md) and [no page](gone.md).\n',
  [reviewer]: '---\nname: reviewer\ndescription: Reviews changes.\n---\nYou review.\n',
  '/w/docs/guide.md': '# Guide\n',
  '/w/.opencode/agent/helper.md': '---\ndescription: Helps.\nmode: subagent\n---\nYou help.\n',
  '/w/.opencode/agent/boss.md':
    '---\ndescription: Leads.\npermission:\n  task:\n    helper: allow\n---\nYou lead.\n',
};
const uriOf = (path: string): string => `file://${path}`;

describe('lsp/navigation', () => {
  let session: Session;
  before(async () => {
    session = await serving({
      world: memoryFileSystem(files, '/w'),
      capabilities: {
        workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } },
      },
    });
    for (const path of [lead, reviewer, '/w/.opencode/agent/helper.md'])
      session.open(uriOf(path), files[path as keyof typeof files], 'markdown');
    // The survey is over when a closed file can be found.
    for (;;) {
      const found = await session.connection.sendRequest(WorkspaceSymbolRequest.type, {
        query: 'boss',
      });
      if (found && found.length > 0) break;
    }
  });
  after(() => session.end());

  const at = (path: string, word: string) => {
    const before = (files[path as keyof typeof files] ?? '').split(word)[0] ?? '';
    const lines = before.split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return { textDocument: { uri: uriOf(path) }, position };
  };
  const short = (locations: readonly Location[] | Location | null): string[] =>
    [locations ?? []]
      .flat()
      .map(
        ({ uri, range }) =>
          `${uri.replace('file:///w/', '')}:${range.start.line}:${range.start.character}`,
      )
      .sort();

  it('goes from a call to the agent', async () => {
    const found = await session.connection.sendRequest(
      DefinitionRequest.type,
      at(lead, 'reviewer'),
    );
    assert.deepEqual(short(found as Location[]), ['.claude/agents/team/reviewer.md:1:6']);
  });

  it('goes nowhere from a name that no agent has', async () => {
    const found = await session.connection.sendRequest(DefinitionRequest.type, at(lead, 'tester'));
    assert.deepEqual(found, []);
  });

  it('finds who names an agent', async () => {
    const asked = { ...at(reviewer, 'reviewer'), context: { includeDeclaration: true } };
    const found = await session.connection.sendRequest(ReferencesRequest.type, asked);
    assert.deepEqual(short(found), [
      '.claude/agents/lead.md:3:19',
      '.claude/agents/team/reviewer.md:1:6',
    ]);
  });

  it('marks the name in its own file', async () => {
    const found = await session.connection.sendRequest(
      DocumentHighlightRequest.type,
      at(reviewer, 'reviewer'),
    );
    assert.equal(found?.length, 1);
  });

  it('marks a call of the agent itself only while there is one of that name', async () => {
    const uri = uriOf('/w/.claude/agents/alone.md');
    const text =
      '---\nname: alone\ndescription: |\n  Works\n  alone\n---\nUse Task(subagent_type="alone").\n';
    session.open(uri, text, 'markdown');
    const marked = async (): Promise<number> => {
      const asked = { textDocument: { uri }, position: { line: 1, character: 8 } };
      return (
        (await session.connection.sendRequest(DocumentHighlightRequest.type, asked))?.length ?? 0
      );
    };
    assert.equal(await marked(), 2);
    // Without its indentation, the last line is no longer a part of the description, and no program loads the agent.
    const indent = { start: { line: 4, character: 0 }, end: { line: 4, character: 2 } };
    session.edit(uri, 2, [{ range: indent, text: '' }]);
    assert.equal(await marked(), 0);
    session.close(uri);
  });

  it('renames an agent and every call of it', async () => {
    const asked = at(lead, 'reviewer');
    const prepared = await session.connection.sendRequest(PrepareRenameRequest.type, asked);
    assert.equal((prepared as { placeholder: string }).placeholder, 'reviewer');
    const edit = await session.connection.sendRequest(RenameRequest.type, {
      ...asked,
      newName: 'critic',
    });
    assert.deepEqual(shown(edit), [
      '.claude/agents/team/reviewer.md: critic',
      '.claude/agents/lead.md: critic',
    ]);
  });

  it('renames the file where the name comes from the path', async () => {
    const { textDocument } = at('/w/.opencode/agent/boss.md', 'helper');
    session.open(textDocument.uri, files['/w/.opencode/agent/boss.md'], 'markdown');
    const edit = await session.connection.sendRequest(RenameRequest.type, {
      ...at('/w/.opencode/agent/boss.md', 'helper:'),
      newName: 'aide',
    });
    assert.deepEqual(shown(edit), [
      '.opencode/agent/boss.md: aide',
      '.opencode/agent/helper.md -> .opencode/agent/aide.md',
    ]);
  });

  it('refuses a name that another bears, or that a host does not take', async () => {
    const asked = at(lead, 'reviewer');
    const renamed = (newName: string): Promise<unknown> =>
      session.connection.sendRequest(RenameRequest.type, { ...asked, newName });
    await assert.rejects(renamed('lead'), /lead\.md already defines an agent named "lead"/);
    await assert.rejects(renamed('-x'), /Claude Code does not accept the agent name "-x"/);
    await assert.rejects(renamed(''), /must not be empty/);
  });

  it('links the files that are there', async () => {
    const found = await session.connection.sendRequest(DocumentLinkRequest.type, {
      textDocument: { uri: uriOf(lead) },
    });
    assert.deepEqual(
      found?.map(({ target }) => target),
      [uriOf('/w/docs/guide.md')],
    );
  });

  it('shows who calls an agent, and whom it calls', async () => {
    const [item] =
      (await session.connection.sendRequest(
        CallHierarchyPrepareRequest.type,
        at(lead, 'reviewer'),
      )) ?? [];
    assert.deepEqual(
      [item?.name, item?.detail],
      ['reviewer', 'Claude Code, .claude/agents/team/reviewer.md'],
    );
    assert.ok(item);
    const incoming = await session.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, {
      item,
    });
    assert.deepEqual(
      incoming?.map(({ from, fromRanges }) => [from.name, fromRanges.length]),
      [['lead', 1]],
    );
    const from = incoming?.[0]?.from;
    assert.ok(from);
    const outgoing = await session.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, {
      item: from,
    });
    assert.deepEqual(
      outgoing?.map(({ to }) => to.name),
      ['reviewer'],
    );
  });

  it('completes the names of agents, and describes them', async () => {
    const asked = at(lead, 'eviewer');
    const list = await session.connection.sendRequest(CompletionRequest.type, asked);
    const items = Array.isArray(list) ? list : (list?.items ?? []);
    assert.deepEqual(
      items
        .filter(({ label }) => label === 'reviewer' || label === 'lead')
        .map(({ label }) => label),
      ['reviewer'],
    );
    const hover = await session.connection.sendRequest(HoverRequest.type, asked);
    assert.match(JSON.stringify(hover), /reviewer · Claude Code agent.*Reviews changes/);
  });

  it('finds agents of the workspace by part of their names', async () => {
    const found = await session.connection.sendRequest(WorkspaceSymbolRequest.type, {
      query: 'rvw',
    });
    assert.deepEqual(
      found?.map(({ name }) => name),
      ['reviewer'],
    );
  });
});

function shown(edit: WorkspaceEdit | null): string[] {
  return (edit?.documentChanges ?? []).map((change) => {
    if ('kind' in change)
      return change.kind === 'rename'
        ? `${change.oldUri.replace('file:///w/', '')} -> ${change.newUri.replace('file:///w/', '')}`
        : change.kind;
    const texts = change.edits.map((one) => ('newText' in one ? one.newText : ''));
    return `${change.textDocument.uri.replace('file:///w/', '')}: ${texts.join(', ')}`;
  });
}
