// The description that Grok Build 1.0.41 takes from the text of a skill: the first paragraph of its Markdown, as CommonMark has it, or else
// the first heading. Quotes, lists, tables, code and HTML are skipped.
import { utf8Length } from '../../text/file-text';
import { withoutMarks } from './inline-marks';

/** The first paragraph on one line, or else the first heading; empty where there is none. @param text without white space at its ends. */
export function firstParagraph(text: string): string {
  const lines = beginning(text).split(/\r\n|[\r\n]/);
  let heading = '';
  for (let at = 0; at < lines.length; ) {
    const block = blockAt(lines, at);
    at = block.end;
    if (block.kind === 'other') continue;
    const shown = withoutMarks(block.text);
    if (shown === '') continue;
    if (block.kind === 'paragraph') return shown;
    heading ||= shown;
  }
  return heading;
}

/** The program looks no further, in bytes of UTF-8. */
const mostBytes = 2048;

function beginning(text: string): string {
  let bytes = 0;
  let end = 0;
  for (const char of text) {
    bytes += utf8Length(char);
    if (bytes > mostBytes) break;
    end += char.length;
  }
  return text.slice(0, end);
}

type Block = { readonly end: number } & (
  | { readonly kind: 'other' }
  | { readonly kind: 'paragraph' | 'heading'; readonly text: string }
);

const atxHeading = /^ {0,3}#{1,6}(?:[ \t]+|$)/;
const rule = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const underline = /^ {0,3}(?:-+|=+)[ \t]*$/;
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const quote = /^ {0,3}>/;
const item = /^( {0,3}(?:[-*+]|\d{1,9}[.)]))(?:[ \t]|$)/;
const code = /^(?: {4}| {0,3}\t)/;
/** Only an item with text, and of a numbered list only the first, ends a paragraph. */
const endingItem = /^ {0,3}(?:[-*+]|1[.)])[ \t]+\S/;

function blockAt(lines: readonly string[], at: number): Block {
  const line = lines[at] ?? '';
  const next = at + 1;
  if (isBlank(line) || code.test(line) || rule.test(line)) return { kind: 'other', end: next };
  if (atxHeading.test(line)) {
    const text = line
      .replace(atxHeading, '')
      .trimEnd()
      .replace(/(?:^|[ \t])#+$/, '');
    return { kind: 'heading', text, end: next };
  }
  const [, marks] = fence.exec(line) ?? [];
  if (marks !== undefined) return { kind: 'other', end: afterFence(lines, next, marks) };
  if (quote.test(line)) return { kind: 'other', end: afterQuote(lines, at) };
  if (item.test(line)) return { kind: 'other', end: afterItem(lines, at) };
  if (isTable(lines, at)) return { kind: 'other', end: afterTable(lines, next + 1) };
  const html = htmlEnd(line, true);
  if (html) return { kind: 'other', end: afterHtml(lines, at, html) };
  return paragraphAt(lines, at);
}

const isBlank = (line: string): boolean => /^[ \t]*$/.test(line);

function paragraphAt(lines: readonly string[], at: number): Block {
  const parts: string[] = [];
  for (let end = at; ; end++) {
    const line = lines[end];
    const isEnd = line === undefined || isBlank(line);
    if (!isEnd && parts.length > 0 && underline.test(line)) {
      const text = withoutDefinitions(parts);
      if (text !== '') return { kind: 'heading', text, end: end + 1 };
    }
    if (isEnd || (parts.length > 0 && (endsParagraph(line) || isTable(lines, end))))
      return { kind: 'paragraph', text: withoutDefinitions(parts), end };
    parts.push(line.replace(/^[ \t]+/, ''));
  }
}

const endsParagraph = (line: string): boolean =>
  isBlank(line) ||
  [rule, atxHeading, fence, quote, endingItem].some((form) => form.test(line)) ||
  htmlEnd(line, false) !== null;

/** Whether the line is the head of a table: the next one has a delimiter for each of its cells. */
function isTable(lines: readonly string[], at: number): boolean {
  const [head = '', row = ''] = lines.slice(at, at + 2);
  if (!head.includes('|') || !row.includes('|') || code.test(row)) return false;
  const delimiters = cellsOf(row);
  return (
    delimiters.every((cell) => /^:?-+:?$/.test(cell.trim())) &&
    cellsOf(head).length === delimiters.length
  );
}

const cellsOf = (row: string): readonly string[] =>
  row.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');

function afterTable(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && !endsParagraph(lines[end] ?? '')) end++;
  return end;
}

/** Without definitions of links, each on a line of its own, which begin a paragraph. */
function withoutDefinitions(lines: readonly string[]): string {
  const from = lines.findIndex((line) => !isDefinition(line.trimEnd()));
  return from < 0 ? '' : lines.slice(from).join('\n');
}

function isDefinition(line: string): boolean {
  const [, label = ''] = definition.exec(line) ?? [];
  return label.trim() !== '';
}

const definition =
  /^\[([^[\]]+)\]:\s*(?:<[^<>]*>|[^\s<]\S*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?$/;

function afterFence(lines: readonly string[], from: number, marks: string): number {
  const end = lines.findIndex((line, at) => {
    const [, own] = at < from ? [] : (/^ {0,3}(`+|~+)[ \t]*$/.exec(line) ?? []);
    return own !== undefined && own.length >= marks.length && own.startsWith(marks.charAt(0));
  });
  return end < 0 ? lines.length : end + 1;
}

/** Text after a line of a quote belongs to it too. */
function afterQuote(lines: readonly string[], at: number): number {
  let end = at;
  let isText = false;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    if (quote.test(line)) isText = isTextLine(line.replace(/^ {0,3}> ?/, ''), isText);
    else if (!isText || endsParagraph(line) || item.test(line)) break;
  }
  return end;
}

/** What is indented as far as the text of an item belongs to it, and so does text after a line of text. */
function afterItem(lines: readonly string[], at: number): number {
  const first = lines[at] ?? '';
  const [, mark = ''] = item.exec(first) ?? [];
  const rest = first.slice(mark.length);
  const [space = ''] = /^[ \t]*/.exec(rest) ?? [];
  const isEmpty = isBlank(rest);
  const width = mark.length + (isEmpty || space.length > 4 ? 1 : space.length);
  let isText = isTextLine(rest.trimStart(), false);
  let wasBlank = false;
  let end = at + 1;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    if (isBlank(line)) {
      if (isEmpty && end === at + 1) return end;
      [wasBlank, isText] = [true, false];
      continue;
    }
    if (indentOf(line) >= width) isText = isTextLine(line.trimStart(), isText);
    else if (!isText || wasBlank || endsParagraph(line) || item.test(line)) break;
    wasBlank = false;
  }
  return end;
}

const indentOf = (line: string): number => {
  let width = 0;
  for (const char of line)
    if (char === ' ') width++;
    else if (char === '\t') width += 4 - (width % 4);
    else break;
  return width;
};

/** Whether the line of a quote or an item is part of a paragraph. @param isText whether the line before it is. */
const isTextLine = (line: string, isText: boolean): boolean => {
  if (isBlank(line)) return false;
  if (isText) return !endsParagraph(line) || endingItem.test(line) || quote.test(line);
  const inner = line.replace(/^(?: {0,3}(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))[ \t]*)+/, '');
  return !isBlank(inner) && !endsParagraph(inner) && !code.test(line);
};

/** What ends the HTML that begins with the line; null where none does. @param canBeAny whether any tag alone on its line begins it. */
function htmlEnd(line: string, canBeAny: boolean): RegExp | null {
  const html = /^ {0,3}(<.*)/.exec(line)?.[1];
  if (html === undefined) return null;
  if (/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i.test(html))
    return /<\/(?:script|pre|style|textarea)>/i;
  if (html.startsWith('<!--')) return /-->/;
  if (html.startsWith('<?')) return /\?>/;
  if (/^<![a-z]/i.test(html)) return />/;
  if (blockTag.test(html)) return blankLine;
  return canBeAny && /^(?:<[a-z][\w-]*(?:\s[^<>]*)?\/?>|<\/[a-z][\w-]*\s*>)\s*$/i.test(html)
    ? blankLine
    : null;
}

const blankLine = /^[ \t]*$/;
const blockTag =
  /^<\/?(?:address|article|aside|base|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s>]|\/>|$)/i;

function afterHtml(lines: readonly string[], at: number, end: RegExp): number {
  const last = lines.findIndex((line, index) => index >= at && end.test(line));
  if (last < 0) return lines.length;
  return end === blankLine ? last : last + 1;
}
