import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import {
  documentSymbols,
  type OutlineSymbol,
  type SymbolOptions,
} from '../../server/features/symbols';
import { corpusTexts } from '../support/corpus';
import { dedent } from '../support/marked-text';

function shown(symbols: readonly OutlineSymbol[], text: string, depth = 0): string[] {
  return symbols.flatMap(({ name, detail, kind, selection, children }) => {
    const selected = text.slice(selection.start, selection.end).replaceAll('\n', '⏎');
    return [
      `${'  '.repeat(depth)}${kind} ${name}${detail && ` = ${detail}`} <${selected}>`,
      ...shown(children, text, depth + 1),
    ];
  });
}

function symbols(template: string, expected: string, options?: SymbolOptions): void {
  const text = dedent(template);
  assert.equal(
    `${shown(documentSymbols(outlineOf(text), options), text).join('\n')}\n`,
    dedent(expected),
  );
}

function sound(symbol: OutlineSymbol): void {
  assert.ok(
    symbol.span.start <= symbol.selection.start && symbol.selection.end <= symbol.span.end,
    symbol.name,
  );
  for (const child of symbol.children) {
    assert.ok(
      symbol.span.start <= child.span.start && child.span.end <= symbol.span.end,
      `${symbol.name} > ${child.name}`,
    );
    sound(child);
  }
}

describe('document symbols', () => {
  const text = `
    ---
    name: reviewer
    tools: [Read, Bash]
    permission:
      bash: ask
    hooks:
      - matcher: x
    ---
    # Role
    ## How
    \`\`\`sh
    # not a heading
    \`\`\`
    ### Why ###
    What
    ----
    # End
    `;

  it('are fields with their values, and headings by level', () =>
    symbols(
      text,
      `
      field name = reviewer <name>
      field tools = Read, Bash <tools>
      field permission <permission>
        key bash = ask <bash>
      field hooks <hooks>
        key matcher = x <matcher>
      heading Role <# Role>
        heading How <## How>
          heading Why <### Why ###>
        heading What <What⏎---->
      heading End <# End>
      `,
    ));

  it('leave the headings out where the editor shows them', () =>
    symbols('---\nname: a\n---\n# b\n', '\nfield name = a <name>\n', { headings: false }));

  it('are there for a broken frontmatter', () =>
    symbols(
      '---\nname: a\ntools: [b\n---\n',
      '\nfield name = a <name>\nfield tools = b <tools>\n',
    ));
});

describe('document symbols of real files', () => {
  it('are nested', () => {
    for (const text of corpusTexts()) documentSymbols(outlineOf(text)).forEach(sound);
  });
});
