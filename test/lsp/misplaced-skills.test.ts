// Markdown in a folder of skills that no program reads: a skill is reported, and a note is left alone.
import assert from 'node:assert/strict';
import { CodeLensRequest, CompletionRequest } from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { everythingDeclared, type Session, serving } from '../support/serving';

const skill = '---\nname: review\ndescription: Reviews. Use when asked.\n---\n\nReview.\n';
const note = '# Our skills\n\nThey are for /review and $ARGUMENTS.\n\n';

describe('lsp/misplaced-skills', () => {
  let session: Session;
  beforeEach(async () => {
    session = await serving({
      world: memoryFileSystem({ '/w/.claude/skills/review.md': skill }, '/w'),
      capabilities: { textDocument: everythingDeclared },
    });
  });
  afterEach(() => session.end());

  it('are reported where they are', async () => {
    const uri = 'file:///w/.claude/skills/review.md';
    session.open(uri, skill);
    const { diagnostics } = await session.published(uri);
    assert.deepEqual(
      diagnostics.map(({ code, message }) => [code, message]),
      [
        [
          'unread-location',
          'Claude Code reads skills only in folders of their own. Move the file to "review/SKILL.md".',
        ],
      ],
    );
  });

  it('have a lens that names no agents', async () => {
    const textDocument = { uri: 'file:///w/.claude/skills/review.md' };
    session.open(textDocument.uri, skill);
    const lenses = await session.connection.sendRequest(CodeLensRequest.type, { textDocument });
    assert.deepEqual(
      lenses?.map(({ command }) => command?.title),
      ['No program reads this file here'],
    );
  });

  it('are no pages of other folders', async () => {
    for (const path of ['docs/agents/README.md', '.claude/skills/review/references/a.md']) {
      session.open(`file:///w/${path}`, note);
      assert.deepEqual((await session.published(`file:///w/${path}`)).diagnostics, [], path);
    }
  });

  it('are no notes', async () => {
    const textDocument = { uri: 'file:///w/.claude/skills/README.md' };
    session.open(textDocument.uri, note);
    assert.deepEqual((await session.published(textDocument.uri)).diagnostics, []);
    const { connection } = session;
    assert.deepEqual(
      (await connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [],
      [],
    );
    for (const position of [
      { line: 0, character: 0 },
      { line: 2, character: 16 },
      { line: 3, character: 0 },
    ]) {
      const answer = await connection.sendRequest(CompletionRequest.type, {
        textDocument,
        position,
      });
      const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
      assert.deepEqual(
        items.map(({ label }) => label),
        [],
        JSON.stringify(position),
      );
    }
  });
});
