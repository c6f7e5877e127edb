// Requests of an editor, each by its way through the protocol once.
import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  ColorPresentationRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentColorRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  InsertTextFormat,
  type Range,
  type SemanticTokensOptions,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import type { AgentSkeleton, PersonaCard } from '../../server/protocol/protocol';
import { everythingDeclared, type Session, serving } from '../support/serving';

const uri = 'file:///w/.claude/agents/reviewer.md';
const textDocument = { uri };
const text = `---
name: reviewer
description: Reviews changes.
tools: Read, Edit, MultiEdit, Bash
model: sonnet
color:   orange
skills:
  - house-style
---

You review.
`;
const everything: Range = { start: { line: 0, character: 0 }, end: { line: 11, character: 0 } };
const onTool: Range = { start: { line: 3, character: 20 }, end: { line: 3, character: 20 } };

describe('requests', () => {
  let session: Session;
  before(async () => {
    session = await serving({ capabilities: { textDocument: everythingDeclared } });
    session.open(uri, text);
    await session.published(uri);
  });
  after(() => session.end());

  const ask = (line: number, character: number): ReturnType<typeof completions> =>
    completions(session, { line, character });

  it('complete, with a token to replace', async () => {
    const items = await ask(4, 9);
    const haiku = items.find(({ label }) => label === 'haiku');
    assert.deepEqual(haiku?.textEdit, {
      range: { start: { line: 4, character: 7 }, end: { line: 4, character: 13 } },
      newText: 'haiku',
    });
    const sorted = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    assert.equal(sorted[0]?.label, items[0]?.label);
  });

  it('complete with what is documented when it is looked at', async () => {
    const items = await ask(3, 33);
    const grep = items.find(({ label }) => label === 'Grep');
    assert.ok(grep && grep.documentation === undefined);
    const resolved = await session.connection.sendRequest(CompletionResolveRequest.type, grep);
    assert.match(JSON.stringify(resolved.documentation), /Searches file contents/);
    assert.equal(
      items.find(({ label }) => label === 'AskUserQuestion'),
      undefined,
    );
    const form = items.find(({ label }) => label === 'mcp__SERVER');
    assert.equal(form?.insertTextFormat, InsertTextFormat.Snippet);
  });

  it('do not mix up two lists', async () => {
    const [model] = await ask(4, 9);
    assert.ok(model);
    await ask(5, 10);
    const resolved = await session.connection.sendRequest(CompletionResolveRequest.type, model);
    assert.equal(resolved.documentation, undefined);
    const [own] = await ask(4, 9);
    assert.ok(own);
    const known = await session.connection.sendRequest(CompletionResolveRequest.type, own);
    assert.match(JSON.stringify(known.documentation), /sonnet/);
  });

  it('hover', async () => {
    const position = { line: 3, character: 20 };
    const found = await session.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position,
    });
    assert.match(JSON.stringify(found?.contents), /not granted, removed/);
    assert.deepEqual(found?.range, {
      start: { line: 3, character: 19 },
      end: { line: 3, character: 28 },
    });
  });

  it('fix the problem at the caret', async () => {
    const actions = await fixes(session, onTool, undefined);
    const [first] = actions;
    assert.equal(first?.title, 'Remove "MultiEdit"');
    assert.equal(first?.kind, 'quickfix');
    assert.ok(first?.isPreferred);
    assert.equal(first?.diagnostics?.[0]?.code, 'removed-tool');
    assert.equal(first?.edit?.changes?.[uri]?.length, 1);
    assert.ok(actions.every(({ kind }) => kind === 'quickfix'));
  });

  it('state only what a fix does if it is not proven safe', async () => {
    const actions = await fixes(session, onTool, undefined);
    const others = actions.filter(({ isPreferred }) => !isPreferred);
    assert.ok(others.length > 0);
    assert.ok(actions.every(({ title }) => !title.endsWith(')')));
  });

  it('fix everything, for each of its kinds', async () => {
    for (const kind of ['source.fixAll.dossier', 'source.fixAll', 'source']) {
      const actions = await fixes(session, everything, [kind]);
      assert.deepEqual(
        actions.map((action) => action.kind),
        ['source.fixAll.dossier'],
        kind,
      );
    }
    assert.deepEqual(await fixes(session, everything, ['source.organizeImports']), []);
    assert.deepEqual(await fixes(session, everything, ['refactor.extract']), []);
  });

  it('show colors, and write a picked one', async () => {
    const { connection } = session;
    const [found] = await connection.sendRequest(DocumentColorRequest.type, { textDocument });
    assert.deepEqual(found?.range.start, { line: 5, character: 9 });
    assert.ok(found && found.color.red > found.color.blue && found.color.alpha === 1);
    const color = { red: 0, green: 0.4, blue: 0.9, alpha: 1 };
    const forms = await connection.sendRequest(ColorPresentationRequest.type, {
      ...{ textDocument, color, range: found.range },
    });
    assert.deepEqual(
      forms.map(({ label }) => label),
      ['blue'],
    );
  });

  it('show hints, symbols, folds and tokens', async () => {
    const { connection } = session;
    const hints = await connection.sendRequest(InlayHintRequest.type, {
      ...{ textDocument, range: everything },
    });
    assert.deepEqual(
      hints?.map(({ label }) => label),
      ['→ claude-sonnet-5-5', 'Claude Code: 3 of 4 tools'],
    );
    const symbols = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    assert.match(JSON.stringify(symbols), /"name":"tools"/);
    const folds = await connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    assert.equal(folds?.[0]?.startLine, 0);
    const tokens = await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    assert.ok(tokens && tokens.data.length > 0 && tokens.data.length % 5 === 0);
  });

  it('mark each key by what the program knows of it', async () => {
    const other = await serving({});
    const document = { uri: 'file:///w/.claude/agents/marked.md' };
    const head = ['colour: red', 'name: marked', 'description: Reviews.', 'unknown: x'];
    other.open(document.uri, `---\n${head.join('\n')}\n---\nYou review.\n`);
    const tokens = await other.connection.sendRequest(SemanticTokensRequest.type, {
      textDocument: document,
    });
    other.end();
    const { legend } = other.answer.capabilities.semanticTokensProvider as SemanticTokensOptions;
    const marks = Array.from({ length: (tokens?.data.length ?? 0) / 5 }, (_, at) => {
      const [, , length = 0, type = 0, modifiers = 0] = tokens?.data.slice(at * 5) ?? [];
      const marked = legend.tokenModifiers.filter((_one, bit) => (modifiers >> bit) % 2 === 1);
      return [length, legend.tokenTypes[type], ...marked].join(' ');
    });
    assert.deepEqual(marks, [
      '6 property unknown',
      '4 property',
      '11 property',
      '7 property unknown',
    ]);
  });

  it('format the frontmatter', async () => {
    const edits = await session.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument,
      // Not the editor's own: a frontmatter keeps its step.
      options: { tabSize: 4, insertSpaces: true },
    });
    assert.deepEqual(
      edits?.map(({ newText }) => newText),
      [': '],
    );
  });

  it('show the persona', async () => {
    const card: PersonaCard | null = await session.connection.sendRequest('dossier/persona', {
      uri,
    });
    assert.equal(card?.file, '.claude/agents/reviewer.md');
    assert.equal(card?.version, 1);
    assert.equal(card?.hosts[0]?.agent?.name, 'reviewer');
    const unopened = await session.connection.sendRequest('dossier/persona', { uri: `${uri}x` });
    assert.equal(unopened, null);
  });

  it('give skeletons of every host', async () => {
    const skeletons: AgentSkeleton[] = await session.connection.sendRequest('dossier/skeletons');
    assert.ok(skeletons.some(({ path }) => path === '.claude/agents/{name}.md'));
    assert.ok(skeletons.length >= 4);
  });
});

async function completions(session: Session, position: { line: number; character: number }) {
  const list = await session.connection.sendRequest(CompletionRequest.type, {
    textDocument,
    position,
  });
  return Array.isArray(list) ? list : (list?.items ?? []);
}

async function fixes(session: Session, range: Range, only: string[] | undefined) {
  const found = await session.connection.sendRequest(CodeActionRequest.type, {
    textDocument,
    range,
    context: { diagnostics: [], ...(only && { only }) },
  });
  return (found ?? []).flatMap((one) => ('edit' in one ? [one] : []));
}
