import { executed } from '../model/evidence';

export const version = '1.0.102';
/** Verified by running the program on recorded cases. */
export const ran = executed(`@github/copilot ${version}`);
