// The language of the project: plain technical English in comments, strings, titles of tests, names and documents.
import assert from 'node:assert/strict';
import { code, files, read } from '../layers/sources';
import { codePieces, type Kind, type Piece, prosePieces, wordsOf } from './code-pieces';
import { type OldWord, oldWords } from './old-words';

/** Texts of others, or texts that exist to be found: agents, recordings, tables of labels. */
const quoted =
  /^(test\/(corpus|seeds|ecosystem|precision\/(repositories|labels)|hosts\/(cases|precedence)|made)\/|examples\/|docs\/|third-party|LICENSE)|\.data\.json$/;

/** This table contains every word that it forbids. */
const table = /^test\/messages\/(old-words|language\.test)\.ts$/;

interface Exception {
  readonly file: RegExp;
  readonly words: RegExp;
  readonly kinds?: readonly Kind[];
  readonly why: string;
}

const exceptions: readonly Exception[] = [];

const isAllowed = (file: string, kind: Kind, text: string): boolean =>
  exceptions.some(
    (one) =>
      one.file.test(file) &&
      one.words.test(text) &&
      (one.kinds === undefined || one.kinds.includes(kind)),
  );

/** In tests, strings are mostly texts of users and quotations of messages, which are checked where they are written. */
const isRead = (file: string, { kind, text }: Piece): boolean =>
  kind !== 'string' || (!file.startsWith('test/') && /\s/.test(text.trim()));

function piecesOf(file: string, text = read(file)): readonly Piece[] {
  if (file.endsWith('.md')) return prosePieces(text);
  if (/\.json$/.test(file))
    return Object.values(JSON.parse(text) as Record<string, string>).map((value) => ({
      kind: 'string',
      text: value,
      at: 0,
    }));
  return codePieces(text).filter((piece) => isRead(file, piece));
}

interface Hit {
  readonly file: string;
  readonly kind: Kind;
  readonly word: string;
  readonly write: string;
  readonly line: number;
}

function hitsIn(file: string, text = read(file)): readonly Hit[] {
  const seen = new Set<string>();
  return piecesOf(file, text).flatMap(({ kind, text: raw, at }) => {
    const piece = kind === 'identifier' ? wordsOf(raw) : raw;
    // A name is reported once in a file.
    if (kind === 'identifier' && seen.has(piece)) return [];
    seen.add(piece);
    return oldWords
      .flatMap((word) => hitsOf(word, kind, piece))
      .flatMap(({ found, write, index }) =>
        isAllowed(file, kind, found)
          ? []
          : [
              {
                ...{ file, kind, word: kind === 'identifier' ? raw : found, write },
                line:
                  text.slice(0, at).split('\n').length +
                  piece.slice(0, index).split('\n').length -
                  1,
              },
            ],
      );
  });
}

const hitsOf = (
  { pattern, write, kinds }: OldWord,
  kind: Kind,
  text: string,
): readonly { readonly found: string; readonly write: string; readonly index: number }[] =>
  kinds && !kinds.includes(kind)
    ? []
    : [...text.matchAll(new RegExp(pattern.source, 'gi'))].map((found) => ({
        found: found[0],
        write,
        index: found.index,
      }));

const lineOf = ({ file, line, kind, word, write }: Hit): string =>
  `${file}:${line}: ${kind} "${word}", write: ${write}`;

const hitsOfAll = (checked: readonly string[]): string =>
  checked.flatMap((file) => hitsIn(file).map(lineOf)).join('\n');

const documents = files.filter((file) => /\.md$/.test(file) || /^package\.nls\.json$/.test(file));

describe('messages/language', () => {
  it('uses no word of the old style in code', () => {
    const checked = code.filter((file) => !quoted.test(file) && !table.test(file));
    assert.ok(checked.length > 900, String(checked.length));
    assert.equal(hitsOfAll(checked), '');
  });

  it('uses no word of the old style in documents and in the manifest', () => {
    const checked = documents.filter((file) => !quoted.test(file));
    assert.equal(hitsOfAll(checked), '');
  });

  it('finds an old word in each kind of text, and not in a module, a member or a regular expression', () => {
    const source = [
      "import { x } from './told';",
      '// It is mended.',
      'const toldTwice = vscode.ViewColumn.Beside / 2;',
      'const pattern = /without a word/;',
      "const message = `Ignored ${'{'} without a word`;",
      "it('heeds a comment', () => {});",
    ].join('\n');
    assert.deepEqual(
      hitsIn('server/example.ts', source).map(({ kind, word, line }) => [kind, word, line]),
      [
        ['comment', 'mended', 2],
        ['identifier', 'toldTwice', 3],
        ['string', 'without a word', 5],
        ['title', 'heeds', 6],
      ],
    );
  });
});
