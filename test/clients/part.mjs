// The server as other editors start it: a process that speaks over stdio.
import { filesBelow, runMocha } from '../run/mocha.mjs';
import { ensureNeovim } from './neovim.mjs';

export default function run() {
  ensureNeovim();
  return runMocha('clients', filesBelow('test/clients', '.test.ts'));
}
