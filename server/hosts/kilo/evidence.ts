import { executed, read } from '../model/evidence';

export const version = '7.7.9';
/** Measured by running the program over recorded cases. */
export const ran = executed(`@kilocode/cli ${version}`);
/** Read in the program text, not run. */
export const seen = read({ package: '@kilocode/cli-linux-x64', version, file: 'bin/kilo' });
