// A block of Markdown as a tree of harmless parts. No HTML is made of it and none is let through: tags of the author are text
// of the prompt, which the model gets letter for letter, and pictures are told in words.
import { Lexer, type Token, type Tokens } from 'marked';
import { t } from '../../words';
import type { Block } from './blocks';
import { entities } from './entities';
import { pieces } from './placeholders';

export type Tree = string | Branch;

export interface Branch {
  readonly tag: string;
  readonly children: readonly Tree[];
  readonly className?: string;
  /** Of a link; only addresses that may be opened. */
  readonly href?: string;
  /** The placeholder that this is. */
  readonly placeholder?: string;
  /** Lines below the block's own, where a part of it begins. */
  readonly line?: number;
  readonly start?: number;
}

/** @param definitions of links, from anywhere in the prompt. */
export function treeOf({ raw, type }: Block, definitions: string): Tree | null {
  if (type === 'space') return null;
  if (type === 'whole') return { tag: 'pre', children: marked(raw) };
  if (type === 'def') return literal(raw.trim());
  const tokens = new Lexer({ gfm: true }).lex(
    definitions === '' ? raw : `${raw}\n\n${definitions}`,
  );
  const blocks = tokens.flatMap((token) => blockOf(token) ?? []);
  const [only] = blocks;
  return blocks.length === 1 && only !== undefined ? only : { tag: 'div', children: blocks };
}

function blockOf(token: Token): Tree | null {
  switch (token.type) {
    case 'heading':
      // Headings step below those of the page.
      return branch(`h${Math.min(6, (token as Tokens.Heading).depth + 2)}`, inlines(within(token)));
    case 'paragraph':
      return branch('p', inlines(within(token)));
    case 'text':
      return branch('span', within(token) ? inlines(within(token)) : marked(textOf(token)));
    case 'code':
      return branch('pre', [branch('code', [(token as Tokens.Code).text])]);
    case 'blockquote':
      return branch(
        'blockquote',
        (within(token) ?? []).flatMap((one) => blockOf(one) ?? []),
      );
    case 'list':
      return listOf(token as Tokens.List);
    case 'table':
      return tableOf(token as Tokens.Table);
    case 'hr':
      return branch('hr', []);
    case 'html':
      return literal(token.raw.trim());
    case 'checkbox':
      return (token as Tokens.Checkbox).checked ? '☑ ' : '☐ ';
    default:
      return null;
  }
}

function listOf({ ordered, start, items }: Tokens.List): Branch {
  let line = 0;
  const children = items.map((item): Branch => {
    const made: Branch = {
      tag: 'li',
      line,
      children: placed(item.tokens),
    };
    line += linesIn(item.raw);
    return item.task ? { ...made, className: 'task' } : made;
  });
  return ordered && typeof start === 'number' && start !== 1
    ? { tag: 'ol', children, start }
    : branch(ordered ? 'ol' : 'ul', children);
}

/** What stands in an item, each part with its line below the item's own. */
function placed(tokens: readonly Token[]): Tree[] {
  let line = 0;
  return tokens.flatMap((token) => {
    const made = blockOf(token);
    const below = line;
    line += linesIn(token.raw);
    if (made === null) return [];
    return [typeof made === 'string' || below === 0 ? made : { ...made, line: below }];
  });
}

function tableOf({ header, rows }: Tokens.Table): Branch {
  const row = (cells: readonly Tokens.TableCell[], tag: string): Branch =>
    branch(
      'tr',
      cells.map((cell) => branch(tag, inlines(cell.tokens))),
    );
  return branch('table', [
    branch('thead', [row(header, 'th')]),
    branch(
      'tbody',
      rows.map((cells, n) => ({ ...row(cells, 'td'), line: n + 2 })),
    ),
  ]);
}

const inlines = (tokens: readonly Token[] | undefined): Tree[] => (tokens ?? []).flatMap(inlineOf);
const within = (token: Token): readonly Token[] | undefined =>
  'tokens' in token ? token.tokens : undefined;

const kept: Readonly<Record<string, string>> = { strong: 'strong', em: 'em', del: 'del' };

function inlineOf(token: Token): Tree[] {
  const tag = kept[token.type];
  if (tag) return [branch(tag, inlines(within(token)))];
  switch (token.type) {
    case 'text':
      return within(token) ? inlines(within(token)) : marked(entities(textOf(token)));
    case 'escape':
      return [textOf(token)];
    case 'codespan':
      return [branch('code', marked(textOf(token)))];
    case 'br':
      return [branch('br', [])];
    case 'link':
      return [linkOf(token as Tokens.Link)];
    case 'image':
      return [{ tag: 'span', className: 'picture', children: [textOf(token) || t('image')] }];
    case 'html':
      return [{ tag: 'span', className: 'tag', children: marked(token.raw) }];
    default:
      return marked(token.raw);
  }
}

function linkOf({ href, tokens }: Tokens.Link): Tree {
  const made = branch('a', inlines(tokens));
  return /^(?:https?|mailto):/i.test(href) ? { ...made, href } : { ...made, tag: 'span' };
}

/** Text between the author's own tags: its lines stay as they are. */
const literal = (text: string): Branch => ({
  tag: 'p',
  className: 'lines',
  children: marked(text),
});

const marked = (text: string): Tree[] =>
  pieces(text).map(({ text: piece, placeholder }) =>
    placeholder ? { tag: 'mark', placeholder: piece, children: [piece] } : piece,
  );

const branch = (tag: string, children: readonly Tree[]): Branch => ({ tag, children });
const textOf = (token: Token): string => ('text' in token ? String(token.text) : token.raw);
const linesIn = (text: string): number => text.split('\n').length - 1;
