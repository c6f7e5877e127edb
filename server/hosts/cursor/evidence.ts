import { documented, executed, read } from '../model/evidence';

export const version = '1.0.32';
/** Its text was read in this version, which another version that is asked does not change. */
const readIn = '1.0.32';
const program = '@cursor/sdk';
/** Verified by running the program's own service of agents on recorded cases. */
export const executedHere = executed(`${program} ${version}`);
/** Found in the program's text, but not run in a recorded case. */
export const inProgram = read({ package: program, version: readIn, file: 'dist/cjs/342.js' });
/** What the vendor states about the editor, of which the program is a part. */
export const inDocs = documented({
  title: 'Subagents',
  address: 'https://cursor.com/docs/agent/subagents',
  on: '2026-11-22',
});
