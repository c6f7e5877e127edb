// Converts a Markdown block to a tree of safe elements. HTML is never interpreted: tags are shown as text, as the model receives
// them, and images are replaced by their description.
import { Lexer, type Token, type Tokens } from 'marked';
import { t } from '../../l10n';
import type { Block } from './blocks';
import { splitPlaceholders } from './placeholders';

export type Tree = string | ElementNode;

export interface ElementNode {
  readonly tag: string;
  readonly children: readonly Tree[];
  readonly className?: string;
  /** Target of a link. Only schemes that may be opened. */
  readonly href?: string;
  /** The placeholder that the element shows. */
  readonly placeholder?: string;
  /** Line offset of the element in its block. */
  readonly line?: number;
  readonly start?: number;
}

/**
 * @param definitions source of the link definitions in the prompt
 * @param top level of the highest heading in the prompt, which becomes the first level below the headings of the page
 */
export function treeOf({ raw, type }: Block, definitions: string, top = 1): Tree | null {
  if (type === 'space') return null;
  if (type === 'whole') return { tag: 'pre', children: markPlaceholders(raw) };
  if (type === 'def') return literalHtml(raw.trim());
  const tokens = new Lexer({ gfm: true }).lex(
    definitions === '' ? raw : `${raw}\n\n${definitions}`,
  );
  const blocks = tokens.flatMap((token) => {
    if (token.type !== 'heading') return blockTreeOf(token) ?? [];
    return headingOf(token as Tokens.Heading, top);
  });
  const [only] = blocks;
  return blocks.length === 1 && only !== undefined ? only : { tag: 'div', children: blocks };
}

function blockTreeOf(token: Token): Tree | null {
  switch (token.type) {
    case 'heading':
      return headingOf(token as Tokens.Heading, 1);
    case 'paragraph':
      return elementOf('p', inlineTrees(tokensOf(token)));
    case 'text':
      return elementOf(
        'span',
        tokensOf(token) ? inlineTrees(tokensOf(token)) : markPlaceholders(textOf(token)),
      );
    case 'code':
      return elementOf('pre', [elementOf('code', [(token as Tokens.Code).text])]);
    case 'blockquote':
      return elementOf(
        'blockquote',
        (tokensOf(token) ?? []).flatMap((one) => blockTreeOf(one) ?? []),
      );
    case 'list':
      return listOf(token as Tokens.List);
    case 'table':
      return tableOf(token as Tokens.Table);
    case 'hr':
      return elementOf('hr', []);
    case 'html':
      return literalHtml(token.raw.trim());
    case 'checkbox':
      return (token as Tokens.Checkbox).checked ? '☑ ' : '☐ ';
    default:
      return null;
  }
}

/** Headings start below the levels that the page uses. */
const headingOf = (token: Tokens.Heading, top: number): ElementNode =>
  elementOf(`h${Math.min(6, token.depth - top + 3)}`, inlineTrees(tokensOf(token)));

function listOf({ ordered, start, items }: Tokens.List): ElementNode {
  let line = 0;
  const children = items.map((item): ElementNode => {
    const tree: ElementNode = {
      tag: 'li',
      line,
      children: itemContent(item.tokens),
    };
    line += linesIn(item.raw);
    return item.task ? { ...tree, className: 'task' } : tree;
  });
  return ordered && typeof start === 'number' && start !== 1
    ? { tag: 'ol', children, start }
    : elementOf(ordered ? 'ol' : 'ul', children);
}

/** The content of a list item, with line offsets relative to the item. */
function itemContent(tokens: readonly Token[]): Tree[] {
  let line = 0;
  return tokens.flatMap((token) => {
    const tree = blockTreeOf(token);
    const offset = line;
    line += linesIn(token.raw);
    if (tree === null) return [];
    return [typeof tree === 'string' || offset === 0 ? tree : { ...tree, line: offset }];
  });
}

function tableOf({ header, rows }: Tokens.Table): ElementNode {
  const row = (cells: readonly Tokens.TableCell[], tag: string): ElementNode =>
    elementOf(
      'tr',
      cells.map((cell) => elementOf(tag, inlineTrees(cell.tokens))),
    );
  return elementOf('table', [
    elementOf('thead', [row(header, 'th')]),
    elementOf(
      'tbody',
      rows.map((cells, n) => ({ ...row(cells, 'td'), line: n + 2 })),
    ),
  ]);
}

const inlineTrees = (tokens: readonly Token[] | undefined): Tree[] =>
  (tokens ?? []).flatMap(inlineTreeOf);
const tokensOf = (token: Token): readonly Token[] | undefined =>
  'tokens' in token ? token.tokens : undefined;

const inlineTags: Readonly<Record<string, string>> = { strong: 'strong', em: 'em', del: 'del' };

function inlineTreeOf(token: Token): Tree[] {
  const tag = inlineTags[token.type];
  if (tag) return [elementOf(tag, inlineTrees(tokensOf(token)))];
  switch (token.type) {
    case 'text':
      return tokensOf(token)
        ? inlineTrees(tokensOf(token))
        : markPlaceholders(decodeNames(textOf(token)));
    case 'escape':
      return [textOf(token)];
    case 'codespan':
      return [elementOf('code', markPlaceholders(textOf(token)))];
    case 'br':
      return [elementOf('br', [])];
    case 'link':
      return [linkOf(token as Tokens.Link)];
    case 'image':
      return [{ tag: 'span', className: 'picture', children: [textOf(token) || t('image')] }];
    case 'html':
      return [{ tag: 'span', className: 'tag', children: markPlaceholders(token.raw) }];
    default:
      return markPlaceholders(token.raw);
  }
}

function linkOf({ href, tokens }: Tokens.Link): Tree {
  const tree = elementOf('a', inlineTrees(tokens));
  return /^(?:https?|mailto):/i.test(href) ? { ...tree, href } : { ...tree, tag: 'span' };
}

/** HTML source as text with its line breaks. */
const literalHtml = (text: string): ElementNode => ({
  tag: 'p',
  className: 'lines',
  children: markPlaceholders(text),
});

const markPlaceholders = (text: string): Tree[] =>
  splitPlaceholders(text).map(({ text: piece, isPlaceholder }) =>
    isPlaceholder ? { tag: 'mark', placeholder: piece, children: [piece] } : piece,
  );

const elementOf = (tag: string, children: readonly Tree[]): ElementNode => ({ tag, children });
const textOf = (token: Token): string => ('text' in token ? String(token.text) : token.raw);
const linesIn = (text: string): number => text.split('\n').length - 1;

const named = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', copy: '©' },
    ...{ rarr: '→', larr: '←', hellip: '…', mdash: '—', ndash: '–', times: '×', middot: '·' },
  }),
);

/** Decodes the named character references in Markdown (`&amp;`); marked decodes numbers. Unknown names are kept unchanged. */
const decodeNames = (text: string): string =>
  text.replace(/&([a-z]+);/gi, (reference, name: string) => named.get(name) ?? reference);
