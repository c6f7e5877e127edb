import { executed, type Read, read, recorded } from '../model/evidence';

export const version = '0.61.0';
/** Its text was read in this version, which another version that is asked does not change. */
const readIn = '0.61.0';
const library = '@google/gemini-cli-core';
/** Verified by running the program's own loader on recorded cases. */
export const executedHere = executed(`${library} ${version}`);
/** Found in the program's text, but not run in a recorded case. */
export const readHere = (file: string): Read =>
  read({ package: library, version: readIn, file: `dist/src/${file}` });

/** The folder of agents was a link out of the project, which no case can be: see the README of the cases. */
export const readOutside = recorded('@google/gemini-cli-core 0.61.0', '2026-11-25');
/** What hooks did whose scripts do not run. */
export const hooksRan = recorded('@google/gemini-cli 0.61.0', '2026-11-26');
/** Before which calls hooks ran, by their matchers. */
export const matchersRan = recorded('@google/gemini-cli 0.61.0', '2026-11-27');
