// Markdown and YAML in a few lines: the scopes of VS Code's own grammars as far as ours lean on them. Where a real VS Code
// is installed the same tests run on the real ones.
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
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

/** VS Code's own grammars, or undefined where no VS Code is installed for tests. */
export function realGrammars(): Grammars | undefined {
  const home = process.env['VSCODE_E2E_HOME'] ?? path.join(homedir(), '.cache/vscode-e2e/current');
  const extensions = path.join(home, 'node_modules/code-server/lib/vscode/extensions');
  if (!existsSync(extensions)) return undefined;
  const files = [
    'markdown-basics/syntaxes/markdown.tmLanguage.json',
    'prompt-basics/syntaxes/prompt.tmLanguage.json',
    ...['', '-1.0', '-1.1', '-1.2', '-1.3', '-embedded'].map(
      (version) => `yaml/syntaxes/yaml${version}.tmLanguage.json`,
    ),
  ];
  return new Map(
    files.map((file) => {
      const grammar = parseRawGrammar(readFileSync(path.join(extensions, file), 'utf8'), file);
      return [grammar.scopeName, grammar];
    }),
  );
}
