// Converts snippets to plain text, for clients without snippet support.

const stop = /^\$(?:\d+|\{\d+\})/;
const choice = /^\$\{\d+\|((?:\\.|[^\\|])*)\|\}/s;
const open = /^\$\{\d+:/;

/**
 * The text of a snippet with its defaults: the first of several choices, the default of a placeholder, nothing for an empty tab
 * stop. `\$`, `\}` and `\\` are unescaped.
 * @example plainSnippet('model: ${1|sonnet,opus|}$0') // 'model: sonnet'
 */
export function plainSnippet(snippet: string): string {
  let text = '';
  /** The number of open placeholders, whose closing braces are not part of the text. */
  let depth = 0;
  for (let at = 0; at < snippet.length; ) {
    const rest = snippet.slice(at);
    const escaped = /^\\([\\$}])/.exec(rest);
    const chosen = choice.exec(rest);
    const opened = open.exec(rest);
    const empty = stop.exec(rest);
    if (escaped) {
      text += escaped[1] ?? '';
      at += 2;
    } else if (chosen) {
      text += firstOf(chosen[1] ?? '');
      at += chosen[0].length;
    } else if (opened) {
      depth += 1;
      at += opened[0].length;
    } else if (empty) {
      at += empty[0].length;
    } else {
      const isClosing = depth > 0 && rest.startsWith('}');
      if (isClosing) depth -= 1;
      else text += rest.charAt(0);
      at += 1;
    }
  }
  return text;
}

/** Choices are separated by commas; commas inside of a choice are escaped. */
const firstOf = (choices: string): string =>
  (/^(?:\\.|[^\\,])*/s.exec(choices)?.[0] ?? '').replaceAll(/\\([\\,|$}])/g, '$1');
