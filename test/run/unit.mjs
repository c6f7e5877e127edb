// Everything named *.test.ts, except for the folders that have parts of their own. Two kinds of files take long: those that generate
// texts or try every combination, which import test/support/share.ts and run shortened here, and those that make a copy of the whole
// project. The part `full` runs both kinds completely. So do words that select files: node test/run.mjs unit rules/ caret
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/build/options.mjs';
import { filesBelow, runMocha } from './mocha.mjs';

const otherParts = /^test\/(editor|layers|clients|ci|bench)\//;
const copiesProject = /^test\/new\//;

/** The share of what is generated that `npm test` and `npm run precommit` test. */
export const smoke = 0.1;

export const files = () => filesBelow('test', '.test.ts').filter((file) => !otherParts.test(file));

/** The files of `npm test`. */
export const quickFiles = () => files().filter((file) => !copiesProject.test(file));

/** Files that `npm test` shortens or leaves out. */
export const fullFiles = () => files().filter((file) => copiesProject.test(file) || isShared(file));

const isShared = (file) =>
  /from '[./]*\/support\/share'/.test(readFileSync(path.join(root, file), 'utf8'));

export default function run({ files: chosen }) {
  return chosen ? runMocha('unit', chosen) : runMocha('unit', quickFiles(), { share: smoke });
}
