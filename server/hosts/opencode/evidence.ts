import { executed, read, recorded } from '../model/evidence';

export const version = '1.18.33';
/** Its text was read in this version, which another version that is asked does not change. */
const readIn = '1.18.33';
/** Measured by running the program over recorded cases. */
export const executedHere = executed(`opencode-ai ${version}`);
/** Read in the program text, not run. */
export const readHere = read({
  package: 'opencode-linux-x64',
  version: readIn,
  file: 'bin/opencode',
});

/** The folder of agents was a link out of the project, which no case can be: see the README of the cases. */
export const readOutside = recorded('opencode-ai 1.18.33', '2026-11-25');

/** Commands were called by its server, which no case does: `test/hosts/calls`. */
export const calledCommands = recorded('opencode-ai 1.18.33', '2026-11-26');

/** Several skills with one name were in a project and a home, and the program listed them: `test/hosts/precedence`. */
export const listedTogether = recorded('opencode-ai 1.18.33', '2026-11-26');
