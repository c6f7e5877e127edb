// What needs no run of the program: types, style, and generated files that are as their sources make them.
import { runProgram } from './program.mjs';
import { add, none } from './tally.mjs';

const tsc = 'node_modules/typescript/bin/tsc';
const biome = 'node_modules/@biomejs/biome/bin/biome';

const checks = {
  'types of server and tests': [tsc, '-p', '.'],
  'types of the core, without Node': [tsc, '-p', 'server'],
  'types of the client': [tsc, '-p', 'client'],
  'style: npm run format': [biome, 'check', '--error-on-warnings', '--colors=off'],
  'generated files: npm run generate': ['scripts/generate.mjs', '--check'],
  'texts and their translations': ['scripts/l10n.mjs'],
  'messages are data, not text': ['scripts/messages.mjs'],
  'regular expressions in linear time': ['scripts/regular-expressions.mjs'],
};

export default async function run() {
  let sum = none;
  for (const [what, words] of Object.entries(checks)) sum = add(sum, await runProgram(what, words));
  return sum;
}
