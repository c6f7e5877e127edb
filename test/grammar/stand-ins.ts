// Markdown and YAML in a few lines: the scopes of VS Code's own grammars as far as ours lean on them. In a real
// VS Code the same tests run on the real ones.
import type { IRawGrammar } from 'vscode-textmate';
import { parseRawGrammar } from 'vscode-textmate';

export type Grammars = ReadonlyMap<string, IRawGrammar>;

const markdown = {
  scopeName: 'text.html.markdown',
  patterns: [
    {
      begin: '\\A(?=---)',
      end: '^---\\s*$',
      applyEndPatternLast: 1,
      patterns: [
        {
          begin: '\\A(---)(.*)$',
          while: '^(?!---\\s*$)',
          contentName: 'meta.embedded.block.frontmatter',
          patterns: [{ include: 'source.yaml' }],
        },
      ],
    },
    {
      begin: '^```.*$',
      end: '^```$',
      name: 'markup.fenced_code.block.markdown',
    },
    {
      begin: '^(?=\\S)',
      end: '^\\s*$',
      name: 'meta.paragraph.markdown',
      patterns: [{ match: '`[^`]*`', name: 'markup.inline.raw.string.markdown' }],
    },
  ],
};

const yaml = {
  scopeName: 'source.yaml',
  patterns: [
    {
      begin: '(?=[\\w-]+:(\\s|$))',
      end: '(?=:)',
      name: 'string.unquoted.plain.yaml entity.name.tag.yaml',
    },
    { match: '#.*$', name: 'comment.line.number-sign.yaml' },
    { match: '[^\\s{}#:]+', name: 'string.unquoted.plain.out.yaml' },
  ],
};

const prompt = {
  scopeName: 'text.html.markdown.prompt',
  patterns: [{ include: 'text.html.markdown' }],
};

/** The stand-ins. */
export function standIns(): Grammars {
  return new Map(
    [markdown, yaml, prompt].map((grammar) => [
      grammar.scopeName,
      parseRawGrammar(JSON.stringify(grammar), `${grammar.scopeName}.json`),
    ]),
  );
}
