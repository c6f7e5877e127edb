import { executed, read } from '../model/evidence';

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
