// A line for a shell, taken apart into its commands: only as far as that can be done without being a shell.

/** What makes a line more than commands side by side: substitutions, groups, here-documents, comments. */
const beyond = /[`(){}]|\$\(|<<|(?:^|\s)#/;
const keyword =
  /^(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|select|function|time|!|\[\[)$/;
const redirection = /[<>]/;

/**
 * The commands of a line, each as it stands. Null where the line is more than commands joined by `&&`, `||`, `;`, `|`
 * and `&`, where a quote is left open, and where it is unclear to which of them a redirection belongs.
 */
export function commandsIn(line: string): readonly string[] | null {
  const bare = masked(line);
  if (bare === null || beyond.test(bare)) return null;
  const parts = partsOf(line, bare);
  if (parts.some(({ bare: text }) => keyword.test(text.trim().split(/\s/)[0] ?? ''))) return null;
  if (parts.length > 1 && redirection.test(bare)) return null;
  return parts.map(({ text }) => text.trim()).filter((text) => text !== '');
}

/** The first word of a command, behind what it sets: `A=1 git push` runs `git`. */
export const programOf = (command: string): string =>
  command.replace(/^(?:[A-Za-z_]\w*=\S*\s+)+/, '').split(/\s/, 1)[0] ?? '';

interface Part {
  readonly text: string;
  readonly bare: string;
}

function partsOf(line: string, bare: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  // `2>&1` and `&>file` join nothing.
  for (const { 0: sign, index } of bare.matchAll(/&&|\|\||;|\|&?|(?<![<>])&(?!>)|\n/g)) {
    parts.push({ text: line.slice(from, index), bare: bare.slice(from, index) });
    from = index + sign.length;
  }
  return [...parts, { text: line.slice(from), bare: bare.slice(from) }];
}

/** The same length, with what is quoted made harmless; null where a quote is not closed or holds a substitution. */
function masked(line: string): string | null {
  let made = '';
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? '';
    if (sign === '\\' && quote !== "'") {
      made += '__'.slice(0, line.length - at);
      at++;
    } else if (quote !== '') {
      if (quote === '"' && (sign === '`' || (sign === '$' && line[at + 1] === '('))) return null;
      if (sign === quote) quote = '';
      made += '_';
    } else if (sign === '"' || sign === "'") {
      quote = sign;
      made += '_';
    } else made += sign;
  }
  return quote === '' ? made : null;
}
