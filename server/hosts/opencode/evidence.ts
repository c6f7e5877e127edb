import { executed, read } from '../model/evidence';

export const version = '1.18.33';
/** Measured by running the program over recorded cases. */
export const ran = executed(`opencode-ai ${version}`);
/** Read in the program text, not run. */
export const seen = read({ package: 'opencode-linux-x64', version, file: 'bin/opencode' });
