import assert from 'node:assert/strict';
import { namesIn } from '../../server/agent/names';
import { outlineOf } from '../../server/agent/outline';
import { semanticTokens } from '../../server/features/semantic-tokens';
import { entryOf } from '../../server/yaml/value';
import { corpusTexts } from '../support/corpus';
import { dedent, underline } from '../support/marked-text';

function tokens(text: string) {
  const outline = outlineOf(text);
  const tools = entryOf(outline.fields, 'tools')?.value;
  const names =
    tools?.kind === 'text' ? namesIn(text, tools.span, ',').map(({ span }) => span) : [];
  return semanticTokens(outline, {
    keyState: (key) => (key === 'colour' ? 'unknown' : key === 'old' ? 'deprecated' : 'known'),
    tools: names.map((span) => ({ span, state: 'known' })),
  });
}

describe('semantic tokens', () => {
  it('are keys, tools and placeholders', () => {
    const text = dedent(`
      ---
      name: {{NAME}}-x
      tools: Read, Bash(git
        add)
      colour: red # {{NO}}
      old:
        nested: 1
      ---
      You are {{ROLE}}, \`{{NO}}\`, \${{ NO }}.
      `);
    const marks = tokens(text).map(({ span, kind, state }) => ({
      span,
      label: `${kind}${state === 'known' ? '' : ` ${state}`}`,
    }));
    assert.equal(
      underline(text, marks),
      dedent(`
      ---
      name: {{NAME}}-x
      ^^^^ key
            ^^^^^^^^ placeholder
      tools: Read, Bash(git
      ^^^^^ key
             ^^^^ tool
                   ^^^^^^^^ tool
        add)
        ^^^^ tool
      colour: red # {{NO}}
      ^^^^^^ key unknown
      old:
      ^^^ key deprecated
        nested: 1
        ^^^^^^ key deprecated
      ---
      You are {{ROLE}}, \`{{NO}}\`, \${{ NO }}.
              ^^^^^^^^ placeholder
      `),
    );
  });
});

describe('semantic tokens of real files', () => {
  it('are on one line each, sorted and without overlaps', () => {
    for (const text of corpusTexts()) {
      let done = 0;
      for (const { span } of tokens(text)) {
        assert.ok(span.start >= done && span.end > span.start);
        assert.ok(!text.slice(span.start, span.end).includes('\n'));
        done = span.end;
      }
    }
  });
});
