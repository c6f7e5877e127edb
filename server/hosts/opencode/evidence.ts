import { documented, executed, read } from '../evidence';

export const version = '1.18.33';
/** Measured by running the program over recorded cases. */
export const ran = executed(`opencode-ai ${version}`);
/** Read in the program text, and not run. */
export const seen = read(`opencode-ai ${version}, bundled program text`);
/** Seen in the requests of a session with a model provider that records them. */
export const sent = executed(`opencode-ai ${version}, requests to a model provider of our own`);
export const page = documented('OpenCode documentation, page "Agents"');
