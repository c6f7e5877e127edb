import { executed, read } from '../evidence';

export const version = '2.1.328';
/** Measured by running the program over recorded cases. */
export const ran = executed(`@anthropic-ai/claude-code ${version}`);
/** Read in the program text, and not run. */
export const seen = read(`@anthropic-ai/claude-code ${version}, bundled program text`);
