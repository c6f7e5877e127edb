// Messages whose parameters are wrong.
import assert from 'node:assert/strict';
import { ErrorCodes } from 'vscode-languageserver-protocol/node';
import * as protocol from '../../server/protocol/protocol';
import { type Session, serving } from '../support/serving';

const uri = 'file:///w/.claude/agents/a.md';
const text = '---\nname: a\ndescription: Reviews.\n---\nReview.\n';

const standard = [
  ...['hover', 'completion', 'definition', 'references', 'documentHighlight', 'documentSymbol'],
  ...['codeAction', 'codeLens', 'formatting', 'rename', 'prepareRename', 'documentLink'],
  ...['documentColor', 'colorPresentation', 'foldingRange', 'selectionRange', 'inlayHint'],
  ...['semanticTokens/full', 'prepareCallHierarchy', 'diagnostic'],
].map((name) => `textDocument/${name}`);

const others = [
  ...['workspace/symbol', 'workspace/executeCommand', 'workspace/willRenameFiles'],
  ...['callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls', 'codeAction/resolve'],
  'completionItem/resolve',
];

/** Requests that have no parameters, and those that the server sends. */
const without = new Set<string>([
  ...[protocol.agentsMethod, protocol.graphMethod, protocol.skeletonsMethod],
  ...[protocol.newAgentChoicesMethod, protocol.programsMethod],
  // Without a page, it is the first one.
  protocol.agentPageMethod,
]);
const own = Object.entries(protocol).flatMap(([name, value]) =>
  name.endsWith('Method') && typeof value === 'string' && !without.has(value) ? value : [],
);

const wrong: readonly unknown[] = [
  null,
  {},
  { textDocument: null },
  { textDocument: { uri: 5 } },
  { uri: 5 },
  { name: 5 },
];

describe('lsp/params', () => {
  let session: Session;
  beforeEach(async () => {
    session = await serving();
    session.open(uri, text);
  });
  afterEach(() => session.end());

  const codeOf = (method: string, params: unknown): Promise<number | undefined> =>
    session.connection.sendRequest(method, params as object).then(
      () => undefined,
      ({ code }: { code: number }) => code,
    );

  it('are rejected as such in every request, and not as a fault of the server', async () => {
    let count = 0;
    for (const method of [...standard, ...others, ...own])
      for (const params of wrong) {
        const code = await codeOf(method, params);
        if (code === ErrorCodes.MethodNotFound) break;
        assert.equal(code, ErrorCodes.InvalidParams, `${method} ${JSON.stringify(params)}`);
        count++;
      }
    assert.ok(count > 250, `${count}`);
  });

  it('name the part that is wrong', async () => {
    const textDocument = { uri };
    for (const [params, message] of [
      [{ textDocument }, '"params.position" must be an object.'],
      [
        { textDocument, position: { line: -1, character: 0 } },
        '"params.position.line" must be a non-negative integer.',
      ],
      [{ textDocument: {} }, '"params.textDocument.uri" must be a string.'],
    ] as const)
      await assert.rejects(
        session.connection.sendRequest('textDocument/hover', params),
        ({ message: found }: Error) =>
          found === `Invalid parameters of textDocument/hover: ${message}`,
      );
  });

  it('do not change the documents if a notification has them', async () => {
    const version = 2;
    for (const params of [
      null,
      {},
      { textDocument: { uri, version } },
      { textDocument: { uri, version }, contentChanges: [{}] },
      { textDocument: { uri, version }, contentChanges: [{ text: 'x', range: {} }] },
    ])
      await session.connection.sendNotification('textDocument/didChange', params as object);
    const symbols = await session.connection.sendRequest<readonly unknown[]>(
      'textDocument/documentSymbol',
      { textDocument: { uri } },
    );
    assert.ok(symbols.length > 0);
    assert.match(session.logged.join('\n'), /Invalid parameters of textDocument\/didChange: /);
  });
});
