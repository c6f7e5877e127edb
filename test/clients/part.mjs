// The server as other editors start it: a process that speaks over stdio.
import { filesBelow, runMocha } from '../run/mocha.mjs';
import { ensureEditors } from './editors/install.mjs';
import { ensureNeovim } from './neovim.mjs';

export const files = () => filesBelow('test/clients', '.test.ts');

export default function run({ files: chosen = files() }) {
  ensureNeovim();
  ensureEditors();
  return runMocha('clients', chosen, { processes: 1 });
}
