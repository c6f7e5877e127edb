import { executed, type Read, read } from '../model/evidence';

export const version = '1.1.52';
/** Its text was read in this version, which another version that is asked does not change. */
const readIn = '1.1.52';
const program = '@qoder-ai/qodercli';
/** Verified by running the parts of the program that read agent files and choose the tools of a subagent on recorded cases. */
export const executedHere = executed(`${program} ${version}`);
/** Found in the program's text, but not run in a recorded case. */
export const inProgram: Read = read({
  package: program,
  version: readIn,
  file: 'bundle/qodercli.js',
});
