// Tokenizes a text like the editor: each token with its scopes, with our injections as the manifest contributes them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import type { Grammars } from './stand-ins';

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

interface Contributed {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

/** The extension host of an editor works in another folder. */
const root = process.env['DOSSIER_ROOT'] ?? process.cwd();
const manifest: { contributes: { grammars: readonly Contributed[] } } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
);
const ours = manifest.contributes.grammars;
let wasm: Promise<void> | undefined;

/** The tokens of a text in a language with this scope. */
export async function tokenize(text: string, scope: string, grammars: Grammars): Promise<Token[]> {
  wasm ??= loadWASM(
    readFileSync(path.join(root, 'node_modules/vscode-oniguruma/release/onig.wasm')),
  );
  await wasm;
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new OnigScanner(sources),
      createOnigString: (line) => new OnigString(line),
    }),
    loadGrammar: async (name) => grammars.get(name) ?? contributed(name),
    getInjections: (name) =>
      ours.filter(({ injectTo }) => injectTo?.includes(name)).map((one) => one.scopeName),
  });
  const grammar = await registry.loadGrammar(scope);
  if (!grammar) throw new Error(`There is no grammar ${scope}.`);
  let state = INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}

function contributed(name: string) {
  const one = ours.find(({ scopeName }) => scopeName === name);
  return one ? parseRawGrammar(readFileSync(path.join(root, one.path), 'utf8'), one.path) : null;
}

/** The texts of all tokens with a scope that starts with the prefix, adjacent ones joined. */
export function textsIn(tokens: readonly Token[], scope: string): string[] {
  const texts: string[] = [];
  let open = false;
  for (const token of tokens) {
    const inside = token.scopes.some((one) => one.startsWith(scope));
    if (inside && open) texts[texts.length - 1] += token.text;
    else if (inside) texts.push(token.text);
    open = inside;
  }
  return texts;
}
