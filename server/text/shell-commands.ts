// Splits a shell command line into its commands, for lines simple enough to split without a shell parser.

/** Syntax that is not supported: substitutions, groups, here-documents, comments. */
const unsupported = /[`(){}]|\$\(|<<|(?:^|\s)#/;
const keyword =
  /^(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|select|function|time|!|\[\[)$/;
const redirection = /[<>]/;

/**
 * The commands of a line, each as written. Null where the line contains more than commands joined by `&&`, `||`, `;`, `|` and
 * `&`, where a quote is not closed, and where a redirection may belong to several commands.
 */
export function commandsIn(line: string): readonly string[] | null {
  const bare = masked(line);
  if (bare === null || unsupported.test(bare)) return null;
  const parts = partsOf(line, bare);
  if (parts.some(({ bare: text }) => keyword.test(text.trim().split(/\s/)[0] ?? ''))) return null;
  if (parts.length > 1 && redirection.test(bare)) return null;
  return parts.map(({ text }) => text.trim()).filter((text) => text !== '');
}

/** The program of a command, after variable assignments: `A=1 git push` runs `git`. */
export const programOf = (command: string): string =>
  command.replace(/^(?:[A-Za-z_]\w*=\S*\s+)+/, '').split(/\s/, 1)[0] ?? '';

interface Part {
  readonly text: string;
  readonly bare: string;
}

function partsOf(line: string, bare: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  // The `&` of `2>&1` and `&>file` separates no commands.
  for (const { 0: operator, index } of bare.matchAll(/&&|\|\||;|\|&?|(?<![<>])&(?!>)|\n/g)) {
    parts.push({ text: line.slice(from, index), bare: bare.slice(from, index) });
    from = index + operator.length;
  }
  return [...parts, { text: line.slice(from), bare: bare.slice(from) }];
}

/** The line with quoted characters replaced by `_`; null where a quote is not closed or contains a substitution. */
function masked(line: string): string | null {
  let result = '';
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? '';
    if (char === '\\' && quote !== "'") {
      result += '__'.slice(0, line.length - at);
      at++;
    } else if (quote !== '') {
      if (quote === '"' && (char === '`' || (char === '$' && line[at + 1] === '('))) return null;
      if (char === quote) quote = '';
      result += '_';
    } else if (char === '"' || char === "'") {
      quote = char;
      result += '_';
    } else result += char;
  }
  return quote === '' ? result : null;
}
