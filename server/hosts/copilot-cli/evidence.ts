import { executed, read, recorded } from '../model/evidence';

export const version = '1.0.102';
/** Its text was read in this version, which another version that is asked does not change. */
const readIn = '1.0.102';
/** Verified by running the program on recorded cases. */
export const executedHere = executed(`@github/copilot ${version}`);
/** Found in the program's text, but not run in a recorded case. */
export const readHere = read({
  package: '@github/copilot-linux-x64',
  version: readIn,
  file: 'cli-main.js, unpacked by copilot',
});
/** Read in the native part of the program, not run. */
export const seenInRuntime = read({
  package: '@github/copilot-linux-x64',
  version: readIn,
  file: 'prebuilds/linux-x64/runtime.node, unpacked by copilot',
});

/** Many skills were in a project and a home, and the program listed them: `test/hosts/precedence` and `test/hosts/lists`. */
export const listedTogether = recorded('@github/copilot 1.0.102', '2026-11-26');

/** A model called tools in a project with hooks, and it was seen which ran, and what followed: `test/hosts/hooks`. */
export const hooksRan = recorded('@github/copilot 1.0.102', '2026-11-26');

/** The same, with hooks that have other matchers: `test/hosts/hooks/matchers.data.json`. */
export const matchersRan = recorded('@github/copilot 1.0.102', '2026-11-27');
