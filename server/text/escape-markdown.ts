// Escapes text from files for Markdown. Editors fetch the images of a hover, and run commands that its links name, so nothing in a
// repository may become one.
import { visibleControls } from './visible-controls';

/** Characters with a meaning anywhere in a line. An exclamation mark has none before an escaped bracket. */
const syntax = /[\\`*_[\]<~|]/g;
/** Character references: `&#91;`, `&lt;`. */
const reference = /&(?=#?\w)/g;
/** Lists, quotes, headings and rules, at the start of the text. */
const opening = /^(?:[-+>#=]|\d+(?=[.)]))/;
/** Addresses become links without brackets, and `$(name)` an icon. */
const address = /:(?=\/\/)|(?<=\bwww)\.|(?<=[\w.+-])@(?=\w)|\$(?=\()|(?<=\b(?:mailto|xmpp)):/gi;

/**
 * The text on one line, of which no renderer of Markdown interprets anything.
 * @example escapeMarkdown('![x](y)') // '!\[x\](y)'
 */
export const escapeMarkdown = (text: string): string =>
  onOneLine(text)
    .replaceAll(reference, '&amp;')
    .replaceAll(syntax, (sign) => (sign === '<' ? '&lt;' : `\\${sign}`))
    .replaceAll(address, '\\$&')
    .replace(opening, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));

/** The text as inline code on one line. Empty for an empty text. */
export function markdownCode(text: string): string {
  const line = onOneLine(text);
  if (line === '') return '';
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // One space on each side is not part of the code.
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

const onOneLine = (text: string): string =>
  visibleControls(
    /[\t\r\n]/.test(text)
      ? text.replaceAll(/\s+/g, (space) => (/[\t\r\n]/.test(space) ? ' ' : space))
      : text,
  ).trim();
