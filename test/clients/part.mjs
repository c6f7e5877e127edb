// The server as other editors start it: a process that speaks over stdio.
import { filesBelow, runMocha } from '../run/mocha.mjs';
import { ensureEditors } from './editors/install.mjs';
import { ensureNeovim } from './neovim.mjs';

/** Words select test files by their paths. */
export default function run({ only }) {
  ensureNeovim();
  ensureEditors();
  const files = filesBelow('test/clients', '.test.ts');
  const named = files.filter((file) => only.some((word) => file.includes(word)));
  return runMocha('clients', only.length === 0 ? files : named);
}
