// Names of skills and commands: from a text or an agent to the file, and back.
import assert from 'node:assert/strict';
import {
  DefinitionRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type Location,
  type MarkupContent,
  ReferencesRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { everythingDeclared, type Session, serving } from '../support/serving';

const files: Record<string, string> = {
  '.claude/agents/lead.md':
    '---\nname: lead\ndescription: Leads.\nskills: deploy\n---\nYou lead.\n',
  '.claude/skills/deploy/SKILL.md':
    '---\ndescription: Deploys.\n---\n\n# Deploy\n\nThen run /git:pr and /nothing, in src/deploy.\n',
  '.claude/commands/git/pr.md': '---\ndescription: Opens it.\n---\nUse /deploy $0.\n',
};
const uriOf = (path: string): string => `file:///w/${path}`;

describe('names of skills and commands', () => {
  let session: Session;
  before(async () => {
    session = await serving({
      world: memoryFileSystem(
        Object.fromEntries(Object.entries(files).map(([path, text]) => [`/w/${path}`, text])),
        '/w',
      ),
      capabilities: { textDocument: everythingDeclared },
    });
    for (const [path, text] of Object.entries(files)) session.open(uriOf(path), text);
    for (;;) {
      const found = await session.connection.sendRequest(WorkspaceSymbolRequest.type, {
        query: 'lead',
      });
      if (found && found.length > 0) break;
      await new Promise((resume) => setTimeout(resume, 20));
    }
  });
  after(() => session.end());

  const at = (path: string, word: string) => {
    const before = (files[path] ?? '').split(word)[0] ?? '';
    const lines = before.split('\n');
    return {
      textDocument: { uri: uriOf(path) },
      position: { line: lines.length - 1, character: (lines.at(-1) ?? '').length + 1 },
    };
  };
  const leadsTo = async (path: string, word: string): Promise<readonly string[]> => {
    const found = await session.connection.sendRequest(DefinitionRequest.type, at(path, word));
    return ((found ?? []) as Location[]).map(({ uri }) => uri.slice('file:///w/'.length));
  };

  it('lead to the file from a text', async () => {
    assert.deepEqual(await leadsTo('.claude/skills/deploy/SKILL.md', 'git:pr'), [
      '.claude/commands/git/pr.md',
    ]);
    assert.deepEqual(await leadsTo('.claude/commands/git/pr.md', 'deploy'), [
      '.claude/skills/deploy/SKILL.md',
    ]);
    assert.deepEqual(await leadsTo('.claude/agents/lead.md', 'deploy'), [
      '.claude/skills/deploy/SKILL.md',
    ]);
    assert.deepEqual(await leadsTo('.claude/skills/deploy/SKILL.md', 'nothing'), []);
    assert.deepEqual(await leadsTo('.claude/skills/deploy/SKILL.md', 'deploy.\n'), []);
  });

  it('are explained in a text', async () => {
    const hover = await session.connection.sendRequest(
      HoverRequest.type,
      at('.claude/skills/deploy/SKILL.md', 'git:pr'),
    );
    assert.ok(hover);
    const { value } = hover.contents as MarkupContent;
    assert.match(value, /Claude Code skill/);
    assert.match(value, /\.claude\/commands\/git\/pr\.md/);
  });

  it('lead back to what names them', async () => {
    const found = await session.connection.sendRequest(ReferencesRequest.type, {
      ...at('.claude/skills/deploy/SKILL.md', 'Deploys'),
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      found?.map(({ uri, range }) => [uri.slice('file:///w/'.length), range.start.line]),
      [
        ['.claude/commands/git/pr.md', 3],
        ['.claude/agents/lead.md', 3],
      ],
    );
  });

  it('have symbols and folding like an agent', async () => {
    const textDocument = { uri: uriOf('.claude/skills/deploy/SKILL.md') };
    const symbols = await session.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument,
    });
    assert.deepEqual(
      symbols?.map(({ name }) => name),
      ['description', 'Deploy'],
    );
    const folds = await session.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    assert.ok((folds ?? []).length > 0);
  });
});
