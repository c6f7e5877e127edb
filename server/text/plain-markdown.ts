// Converts the Markdown that this server writes to readable plain text, for clients without Markdown support.

/**
 * The Markdown without the syntax of emphasis, code, links, headings and fences; lists and paragraphs are kept.
 * @example plainMarkdown('**Read** in `a.md`') // 'Read in a.md'
 */
export function plainMarkdown(markdown: string): string {
  const lines: string[] = [];
  let isFenced = false;
  for (const line of markdown.split('\n')) {
    if (/^ {0,3}(?:```|~~~)/.test(line)) {
      isFenced = !isFenced;
      continue;
    }
    if (isFenced) lines.push(line);
    else if (/^ {0,3}(?:---+|\*\*\*+)\s*$/.test(line)) lines.push('');
    else lines.push(plainLine(line));
  }
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** Code spans are literal: only text outside of them contains syntax. */
const plainLine = (line: string): string =>
  line
    .replace(/^#{1,6} +/, '')
    .split(/(`+[^`]+`+)/)
    .map((part, index) => (index % 2 === 1 ? part.replaceAll('`', '') : plainWords(part)))
    .join('')
    .trimEnd();

const plainWords = (text: string): string =>
  text
    .replaceAll(/\*\*(\S(?:[^*]*\S)?)\*\*/g, '$1')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
