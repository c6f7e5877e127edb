// The language of the project: plain technical English in comments, strings, titles of tests, names and documents.
import assert from 'node:assert/strict';
import { memoize } from '../../server/text/memoize';
import { code, files, read } from '../layers/sources';
import { codePieces, type Kind, type Piece, prosePieces, wordsOf } from './code-pieces';
import { type OldWord, oldWords } from './old-words';

/** Texts of others, or texts that exist to be found: agents, recordings, tables of labels. */
const quoted =
  /^(test\/(corpus|seeds|ecosystem|precision\/(repositories|labels)|hosts\/(cases|precedence)|made)\/|docs\/|third-party|LICENSE)|\.data\.json$/;

/** This table contains every word that it forbids. */
const table = /^test\/messages\/(old-words|language\.test)\.ts$/;

interface Exception {
  readonly file: RegExp;
  readonly words: RegExp;
  readonly kinds?: readonly Kind[];
  readonly why: string;
}

const exceptions: readonly Exception[] = [
  {
    file: /^client\/graph\//,
    words: /^neighbors$/i,
    why: 'nodes of a graph',
  },
  {
    file: /^scripts\/(opencode-models|build\/late)\.mjs$|^server\/hosts\/opencode\//,
    words: /^(catalogue|colour)$/i,
    why: 'the name of a data file, and a word that authors write instead of a field',
  },
  {
    file: /^server\/(?:cli\/program|contract\/library)\.ts$/,
    words: /^beside$/,
    why: 'a key of the public JSON format',
  },
  { file: /^server\/hosts\/kilo\/shell\.ts$/, words: /^blame$/, why: 'a command of git' },
  {
    file: /^server\/hosts\/kiro\/fields\.ts$/,
    words: /^powers$/i,
    why: 'a field, and what the program calls its extensions',
  },
  {
    file: /^test\/conformance\//,
    words: /^said$/,
    kinds: ['identifier'],
    why: 'the name of a fact in recorded cases',
  },
  {
    file: /^test\/editor\/workspace\//,
    words: /^colours$/,
    why: 'the agent of a user',
  },
];

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
  if (!mayContain.test(text)) return [];
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

/** In wrapped text, a line break takes the place of a space. */
const anyCase = memoize(
  (pattern: RegExp) => new RegExp(pattern.source.replaceAll(' ', '\\s'), 'gi'),
);

/** A pattern without its conditions on the text around it. */
function coreOf(source: string): string {
  const start = source.search(/\(\?[!=<]/);
  if (start < 0) return source.replaceAll('\\b', '').replaceAll(' ', '[\\s/*]*');
  let end = start;
  for (let depth = 0; end < source.length; end++) {
    if (source[end] === '(') depth++;
    if (source[end] === ')' && --depth === 0) break;
  }
  return coreOf(source.slice(0, start) + source.slice(end + 1));
}

/** Matches every file that contains an old word, and most files that contain none are skipped by it. */
const mayContain = new RegExp(oldWords.map(({ pattern }) => coreOf(pattern.source)).join('|'), 'i');

const hitsOf = (
  { pattern, write, kinds }: OldWord,
  kind: Kind,
  text: string,
): readonly { readonly found: string; readonly write: string; readonly index: number }[] =>
  kinds && !kinds.includes(kind)
    ? []
    : [...text.matchAll(anyCase(pattern))].map((found) => ({
        found: found[0],
        write,
        index: found.index,
      }));

const lineOf = ({ file, line, kind, word, write }: Hit): string =>
  `${file}:${line}: ${kind} "${word}", write: ${write}`;

const hitsOfAll = (checked: readonly string[]): string =>
  checked.flatMap((file) => hitsIn(file).map(lineOf)).join('\n');

const documents = files.filter((file) => /\.md$/.test(file) || /^package\.nls\.json$/.test(file));

/** The folder that is checked together with a file: `server/rules`, `test/cli`. */
const folderOf = (file: string): string => file.split('/').slice(0, -1).slice(0, 2).join('/');

describe('messages/language', () => {
  const checked = code.filter((file) => !quoted.test(file) && !table.test(file));

  const folders = new Set(checked.map(folderOf));

  for (const folder of folders)
    it(`uses no word of the old style in ${folder || 'the root'}`, () => {
      const own = checked.filter((file) => folderOf(file) === folder);
      assert.ok(own.length > 0);
      assert.equal(hitsOfAll(own), '');
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
