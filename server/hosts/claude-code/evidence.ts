import { executed, read, recorded } from '../model/evidence';

export const version = '2.1.328';
/** Its text was read in this version, which another version that is asked does not change. */
const readIn = '2.1.328';
/** Verified by running the program on recorded cases. */
export const executedHere = executed(`@anthropic-ai/claude-code ${version}`);
/** Found in the source code of the program, but not run. */
export const readHere = read({
  package: '@anthropic-ai/claude-code-linux-x64',
  version: readIn,
  file: 'claude',
});

/** The folder of agents was a link out of the project, which no case can be: see the README of the cases. */
export const readOutside = recorded('@anthropic-ai/claude-code 2.1.328', '2026-11-25');

/** Many skills were in a project and a home, and the program listed them: `test/hosts/precedence` and `test/hosts/lists`. */
export const listedTogether = recorded('claude-code 2.1.328', '2026-11-26');

/** Agents that list skills and commands of a plugin were called, and the model got these texts: `test/workspace/plugin-skills.test.ts`. */
export const preloaded = recorded('claude-code 2.1.328', '2026-11-27');

/** Skills and commands were in a plugin, and the program listed them: the cases `plugin-skills` and `plugin-command-files`. */
export const listedOfPlugin = recorded('claude-code 2.1.328', '2026-11-27');

/** A model called tools in a project with hooks, and it was seen which ran, and what followed: `test/hosts/hooks`. */
export const hooksRan = recorded('claude-code 2.1.328', '2026-11-26');

/** Settings contained keys that it does not know, and it reported which rules it had read: the cases `settings-unlike`. */
export const readKeys = recorded('claude-code 2.1.328', '2026-11-27');
