import { executed, type Read, read, recorded } from '../model/evidence';

export const version = '0.24.4';
/** Its text was read in this version, which another version that is asked does not change. */
const readIn = '0.24.4';
const program = '@qwen-code/qwen-code';
/** Verified by running the program's own manager of agents on recorded cases. */
export const executedHere = executed(`${program} ${version}`);
/** Found in the program's text, but not run in a recorded case. */
export const readHere = (file: string): Read => read({ package: program, version: readIn, file });

/** The parts of the program's bundle in which facts were found. */
export const managerFile = 'chunks/chunk-DPEB6S2R.js';
export const exclusionsFile = 'chunks/chunk-47C3HPMW.js';
export const modelFile = 'chunks/chunk-NLHFXAC4.js';

/** What hooks did whose scripts do not run. */
export const hooksRan = recorded('@qwen-code/qwen-code 0.24.4', '2026-11-26');
/** Before which calls hooks ran, by their matchers. */
export const matchersRan = recorded('@qwen-code/qwen-code 0.24.4', '2026-11-27');
