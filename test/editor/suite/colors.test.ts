// Our grammars together with those that this VS Code includes.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { parseRawGrammar } from 'vscode-textmate';
import { describeColors } from '../../grammar/colors';
import type { Grammars } from '../../grammar/stand-ins';

const files = [
  'markdown-basics/syntaxes/markdown.tmLanguage.json',
  'prompt-basics/syntaxes/prompt.tmLanguage.json',
  ...['', '-1.0', '-1.1', '-1.2', '-1.3', '-embedded'].map(
    (version) => `yaml/syntaxes/yaml${version}.tmLanguage.json`,
  ),
];

const ofEditor = (): Grammars =>
  new Map(
    files.map((file) => {
      const text = readFileSync(path.join(vscode.env.appRoot, 'extensions', file), 'utf8');
      const grammar = parseRawGrammar(text, file);
      return [grammar.scopeName, grammar];
    }),
  );

describeColors("VS Code's own grammars", ofEditor);
