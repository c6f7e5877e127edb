import { executed, type Read, read } from '../model/evidence';

export const version = '0.225.2';
/** Its text was read in this version, which another version that is asked does not change. */
const readIn = '0.225.2';
const program = '@factory/cli-linux-x64-baseline';
/** Verified by running the parts of the program that load agents and make their sessions on recorded cases. */
export const executedHere = executed(`${program} ${version}`);
/** Found in the program's text, but not run in a recorded case. */
export const inProgram: Read = read({ package: program, version: readIn, file: 'bin/droid' });
