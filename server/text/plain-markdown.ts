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

/** Code is literal and escaped characters have no meaning, so only the rest contains syntax. */
function plainLine(whole: string): string {
  const line = whole.replace(/^#{1,6} +/, '');
  let plain = '';
  let words = '';
  const run = /`+/y;
  const end = (): void => {
    plain += plainWords(words);
    words = '';
  };
  for (let at = 0; at < line.length; ) {
    const sign = line[at] ?? '';
    const next = line[at + 1] ?? '';
    if (sign === '\\' && punctuation.test(next)) {
      words += hidden(next);
      at += 2;
    } else if (sign === '`') {
      run.lastIndex = at;
      const fence = run.exec(line)?.[0] ?? sign;
      const close = closingOf(fence, line, at + fence.length);
      if (close === null) words += fence;
      else {
        end();
        const code = line.slice(at + fence.length, close);
        plain +=
          code.startsWith(' ') && code.endsWith(' ') && code.trim() !== ''
            ? code.slice(1, -1)
            : code;
      }
      at = close === null ? at + fence.length : close + fence.length;
    } else {
      words += sign;
      at++;
    }
  }
  end();
  return plain.trimEnd();
}

/** Where the next run of backticks of the same length begins; null where there is none. */
function closingOf(fence: string, line: string, from: number): number | null {
  const runs = /`+/g;
  runs.lastIndex = from;
  for (let run = runs.exec(line); run; run = runs.exec(line))
    if (run[0].length === fence.length) return run.index;
  return null;
}

const punctuation = /[!-/:-@[-`{-~]/;
/** Characters for private use, in whose place no syntax is seen. */
const hiddenBase = 0xe000;
const hidden = (sign: string): string => String.fromCharCode(hiddenBase + sign.charCodeAt(0));
const everyHidden = /[\ue021-\ue07e]/g;

const plainWords = (text: string): string =>
  text
    .replaceAll(/\*\*([^\s*](?:[^*]*[^\s*])?)\*\*/g, '$1')
    .replaceAll(/!?\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll(everyHidden, (sign) => String.fromCharCode(sign.charCodeAt(0) - hiddenBase));
