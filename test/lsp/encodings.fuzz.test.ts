// Positions in UTF-8, UTF-16 and UTF-32: a client gets the same characters in each encoding.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentColorRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  type SemanticTokens,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';
import { times } from '../support/share';

const encodings = ['utf-8', 'utf-16', 'utf-32'] as const;
type Encoding = (typeof encodings)[number];

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Units of a string, counted by the runtime. */
const lengthIn: Readonly<Record<Encoding, (text: string) => number>> = {
  'utf-8': (text) => Buffer.byteLength(text, 'utf8'),
  'utf-16': (text) => text.length,
  'utf-32': (text) => [...text].length,
};

const lineStarts = (text: string): number[] => [
  0,
  ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: found, index }) => index + found.length),
];

function positionOf(text: string, offset: number, encoding: Encoding): Position {
  const line = lineStarts(text).findLastIndex((start) => start <= offset);
  const start = lineStarts(text)[line] ?? 0;
  return { line, character: lengthIn[encoding](text.slice(start, offset)) };
}

/** Fails if the position is within a character. */
function offsetOf(text: string, { line, character }: Position, encoding: Encoding): number {
  const start = lineStarts(text)[line] ?? text.length;
  let [offset, units] = [start, 0];
  for (const one of text.slice(start)) {
    if (units >= character) break;
    units += lengthIn[encoding](one);
    offset += one.length;
  }
  assert.equal(units, character, `${line}:${character} in ${encoding} is no boundary`);
  return offset;
}

/** Replaces the positions of an answer by offsets. A URI next to them, or as a key above them, identifies the text that they are in. */
function inOffsets(
  value: unknown,
  uri: string,
  texts: ReadonlyMap<string, string>,
  encoding: Encoding,
): unknown {
  if (Array.isArray(value)) return value.map((one) => inOffsets(one, uri, texts, encoding));
  if (typeof value !== 'object' || value === null) return value;
  const { line, character, ...more } = value as Partial<Position>;
  if (line !== undefined && character !== undefined && Object.keys(more).length === 0)
    return offsetOf(texts.get(uri) ?? '', { line, character }, encoding);
  const named = value as { uri?: string; targetUri?: string; textDocument?: { uri: string } };
  const near = named.uri ?? named.targetUri ?? named.textDocument?.uri ?? uri;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const isOrigin = key === 'originSelectionRange';
      const own = texts.has(key) ? key : isOrigin ? uri : near;
      // Identifies a list, which differs between runs.
      return [key, key === 'data' ? null : inOffsets(one, own, texts, encoding)];
    }),
  );
}

function tokenTexts({ data }: SemanticTokens, text: string, encoding: Encoding): string[] {
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0] = data.slice(at, at + 3);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const end = { line, character: character + length };
    const start = offsetOf(text, { line, character }, encoding);
    found.push(`${start}: ${text.slice(start, offsetOf(text, end, encoding))}`);
  }
  return found;
}

const words = fc
  .array(fc.constantFrom('a', 'é', 'e\u0301', 'ß', '漢', '😀', '👩‍💻', ' x'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all) => all.join('').trim());

const made = fc.record({
  ...{ one: words, two: words, three: words },
  eol: fc.constantFrom('\n', '\r\n'),
});

const callerOf = (one: string, two: string, three: string, eol: string): string =>
  [
    '---',
    'name: caller',
    `description: Calls ${one}. Reviews changes.`,
    `tools: ["${two}", MultiEdit,  Agent(helper), Read, Raed]`,
    'color: red',
    'hooks: {}',
    '---',
    `# ${one}`,
    '',
    `${three} @agent-helper ${two} $ARGUMENTS`,
    '',
  ].join(eol);

const helper = '---\nname: helper\ndescription: Helps.\n---\nYou help.\n';
const helperUri = 'file:///w/.claude/agents/helper.md';
/** The same name in a new file each time, so that no message about an earlier text is mistaken for one about this text. */
let files = 0;
const nextUri = (): string => `file:///w/.claude/agents/caller-${++files}.md`;

describe('lsp/encodings', () => {
  let sessions: readonly (readonly [Encoding, Session])[] = [];

  before(async () => {
    const world = memoryFileSystem({ '/w/.claude/agents/helper.md': helper });
    sessions = await Promise.all(
      encodings.map(
        async (encoding) =>
          [
            encoding,
            await serving({
              world,
              capabilities: {
                general: { positionEncodings: [encoding] },
                textDocument: { definition: { linkSupport: true } },
                workspace: { workspaceEdit: { documentChanges: true } },
              },
            }),
          ] as const,
      ),
    );
    for (const [, session] of sessions) {
      session.open(helperUri, helper);
      await session.published(helperUri);
      // Waits until all files are known.
      await session.connection.sendRequest(RenameRequest.type, {
        ...{ textDocument: { uri: helperUri }, position: { line: 1, character: 7 } },
        newName: 'h',
      });
    }
  });
  after(() => {
    for (const [, session] of sessions) session.end();
  });

  /** What a client gets for the document, with offsets in place of positions. */
  async function answersOf(
    session: Session,
    encoding: Encoding,
    { uri, text, version = 1 }: { uri: string; text: string; version?: number },
  ): Promise<unknown> {
    const { connection } = session;
    const texts = new Map([
      [helperUri, helper],
      [uri, text],
    ]);
    const textDocument = { uri };
    const at = (word: string): { textDocument: { uri: string }; position: Position } => ({
      textDocument,
      position: positionOf(text, text.indexOf(word) + 1, encoding),
    });
    const whole = {
      start: { line: 0, character: 0 },
      end: positionOf(text, text.length, encoding),
    };
    let published = await session.published(uri);
    while (published.version !== version) published = await session.published(uri);
    const { diagnostics } = published;
    const tokens = await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    const context = { includeDeclaration: true };
    const answers = {
      diagnostics,
      hover: await connection.sendRequest(HoverRequest.type, at('MultiEdit')),
      completion: await connection.sendRequest(CompletionRequest.type, at('Raed')),
      definition: await connection.sendRequest(DefinitionRequest.type, at('helper)')),
      references: await connection.sendRequest(ReferencesRequest.type, {
        ...at('helper)'),
        context,
      }),
      highlights: await connection.sendRequest(DocumentHighlightRequest.type, at('helper)')),
      prepared: await connection.sendRequest(PrepareRenameRequest.type, at('helper)')),
      renamed: await connection.sendRequest(RenameRequest.type, {
        ...at('helper)'),
        newName: 'other',
      }),
      selections: await connection.sendRequest(SelectionRangeRequest.type, {
        textDocument,
        positions: [at('MultiEdit').position, at('@agent').position],
      }),
      symbols: await connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
      workspaceSymbols: await connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'c' }),
      colors: await connection.sendRequest(DocumentColorRequest.type, { textDocument }),
      lenses: await connection.sendRequest(CodeLensRequest.type, { textDocument }),
      hints: await connection.sendRequest(InlayHintRequest.type, { textDocument, range: whole }),
      formatted: await connection.sendRequest(DocumentFormattingRequest.type, {
        textDocument,
        options: { tabSize: 2, insertSpaces: true },
      }),
      actions: await connection.sendRequest(CodeActionRequest.type, {
        textDocument,
        range: whole,
        context: { diagnostics },
      }),
    };
    return {
      tokens: tokens && tokenTexts(tokens, text, encoding),
      ...(inOffsets(answers, uri, texts, encoding) as typeof answers),
    };
  }

  it('are the same characters in every request and answer', async () => {
    await fc.assert(
      fc.asyncProperty(made, async ({ one, two, three, eol }) => {
        const text = callerOf(one, two, three, eol);
        const uri = nextUri();
        const found: unknown[] = [];
        for (const [encoding, session] of sessions) {
          session.open(uri, text);
          found.push(await answersOf(session, encoding, { uri, text }));
          session.close(uri);
        }
        const [utf8, utf16, utf32] = found as Record<string, unknown>[];
        for (const key of Object.keys(utf16 ?? {})) {
          assert.ok(!['null', '[]', '{}'].includes(JSON.stringify(utf16?.[key])), `no ${key}`);
          assert.deepEqual(utf8?.[key], utf16?.[key], key);
          assert.deepEqual(utf32?.[key], utf16?.[key], key);
        }
      }),
      { numRuns: times(40), seed: 20261121 },
    );
  }).timeout(60_000);

  it('are the same characters in edits of the document', async () => {
    await fc.assert(
      fc.asyncProperty(made, words, async ({ one, two, three, eol }, typed) => {
        const before = callerOf(one, two, three, eol);
        const after = before.replace('MultiEdit', `Edit, "${typed}"`).replace('Raed', typed);
        for (const [encoding, session] of sessions) {
          const uri = nextUri();
          session.open(uri, before);
          await session.published(uri);
          const rangeIn = (text: string, word: string) => ({
            start: positionOf(text, text.indexOf(word), encoding),
            end: positionOf(text, text.indexOf(word) + word.length, encoding),
          });
          const between = before.replace('MultiEdit', `Edit, "${typed}"`);
          session.edit(uri, 2, [
            { range: rangeIn(before, 'MultiEdit'), text: `Edit, "${typed}"` },
            { range: rangeIn(between, 'Raed'), text: typed },
          ]);
          const edited = await answersOf(session, encoding, { uri, text: after, version: 2 });
          session.close(uri);
          const other = nextUri();
          session.open(other, after);
          const opened = await answersOf(session, encoding, { uri: other, text: after });
          session.close(other);
          const plain = (value: unknown): unknown =>
            JSON.parse(
              JSON.stringify(value)
                .replaceAll(/"version":\d/g, '"version":0')
                .replaceAll(/caller-\d+\.md/g, 'caller.md'),
            );
          assert.deepEqual(plain(edited), plain(opened), encoding);
        }
      }),
      { numRuns: times(12), seed: 20261121 },
    );
  }).timeout(60_000);
});
