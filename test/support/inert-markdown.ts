// Asserts that Markdown contains nothing that an editor fetches, runs or draws as HTML. It is parsed by the library that VS Code
// parses hovers with.
import assert from 'node:assert/strict';
import { Lexer, type Token } from 'marked';
import { visibleControlsInLines } from '../../server/text/visible-controls';

const inert: ReadonlySet<string> = new Set([
  ...['space', 'paragraph', 'text', 'strong', 'em', 'del', 'codespan', 'escape', 'br', 'hr'],
  ...['heading', 'list', 'list_item', 'table', 'code', 'blockquote'],
]);

/** @param allowed HTML and links that the product itself writes. */
export function assertInert(markdown: string, where: string, allowed = /^$/): void {
  const walk = (token: Token): void => {
    if (!inert.has(token.type) && !allowed.test(token.raw))
      assert.fail(`${where}: ${token.type} ${JSON.stringify(token.raw)} in\n${markdown}`);
    for (const child of childrenOf(token)) walk(child);
  };
  for (const token of new Lexer({ gfm: true }).lex(markdown)) walk(token);
  assert.equal(visibleControlsInLines(markdown), markdown, where);
}

function childrenOf(token: Token): readonly Token[] {
  if (token.type === 'list') return token['items'] as Token[];
  if (token.type === 'table') {
    const { header, rows } = token as unknown as {
      header: { tokens: Token[] }[];
      rows: { tokens: Token[] }[][];
    };
    return [...header, ...rows.flat()].flatMap(({ tokens }) => tokens);
  }
  return ('tokens' in token ? token.tokens : undefined) ?? [];
}
