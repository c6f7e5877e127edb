import { documented, executed, read } from '../model/evidence';

export const version = '1.18.33';
/** Measured by running the program over recorded cases. */
export const ran = executed(`opencode-ai ${version}`);
/** Read in the program text, not run. */
export const seen = read(`opencode-ai ${version}, bundled program text`);
/** Measured in the requests of a session to a model provider that records them. */
export const sent = executed(`opencode-ai ${version}, requests to a recording model provider`);
export const page = documented('OpenCode documentation, page "Agents"');
