import { executed, read, recorded } from '../model/evidence';

export const version = '7.7.9';
/** Its text was read in this version, which another version that is asked does not change. */
const readIn = '7.7.9';
/** Measured by running the program over recorded cases. */
export const executedHere = executed(`@kilocode/cli ${version}`);
/** Read in the program text, not run. */
export const readHere = read({
  package: '@kilocode/cli-linux-x64',
  version: readIn,
  file: 'bin/kilo',
});

/** Commands were called by its server, which no case does: `test/hosts/calls`. */
export const calledCommands = recorded('@kilocode/cli 7.7.9', '2026-11-26');
