import { executed, type Read, read } from '../model/evidence';

export const version = '2.1.0';
/** Its text was read in this version, which another version that is asked does not change. */
const readIn = '2.1.0';
const program = '@moonshot-ai/kimi-code';
/** Verified by running the parts of the program that find, read and merge agent files on recorded cases. */
export const executedHere = executed(`${program} ${version}`);
/** Found in the program's text, but not run in a recorded case. */
export const inProgram: Read = read({ package: program, version: readIn, file: 'dist/main.mjs' });
