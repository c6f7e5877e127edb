// `npm start -- --once`: what the README promises to someone who has just cloned the project.
import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/build/options.mjs';
import { runProgram } from '../run/program.mjs';
import { failure } from '../run/tally.mjs';

const title = '`npm start -- --once`';

export default async function run() {
  const file = path.join(root, 'out/screenshots/start.png');
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const words = ['scripts/start.mjs', '--once', file];
  const counted = await runProgram(title, words, { isShown: true, milliseconds: 180_000 });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return counted.failed > 0 || size > 10_000
    ? counted
    : failure(title, `The picture has ${size} bytes.`);
}
