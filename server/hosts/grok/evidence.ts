import { executed, type Read, read } from '../model/evidence';

export const version = '1.0.41';
/** Its text was read in this version, which another version that is asked does not change. */
const readIn = '1.0.41';
const program = '@xai-official/grok-linux-x64';
/** Verified by running the program on recorded cases: its list of agents, and a session with each agent. */
export const executedHere = executed(`${program} ${version}`);
/** Found in the program's text, but not run in a recorded case. */
export const inProgram: Read = read({ package: program, version: readIn, file: 'bin/grok.br' });
