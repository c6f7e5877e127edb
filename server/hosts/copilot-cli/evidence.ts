import { executed } from '../evidence';

export const version = '1.0.102';
/** Measured by running the program over recorded cases. */
export const ran = executed(`@github/copilot ${version}`);
