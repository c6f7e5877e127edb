import { executed, type Read, read, recorded } from '../model/evidence';

export const version = '0.169.0';
/** Its text was read in this version, which another version that is asked does not change. */
const readIn = '0.169.0';
const program = '@openai/codex';
/** Verified by asking the program which roles of a project it accepts. */
export const executedHere = executed(`${program} ${version}`);
/** Found in the program's text, but not run in a recorded case. */
export const readHere: Read = read({
  package: program,
  version: `${readIn}-linux-x64`,
  file: 'vendor/x86_64-unknown-linux-musl/bin/codex',
});

/** Many skills were in a project, and the program printed what its model reads: `test/hosts/lists`. */
export const listedTogether = recorded(`${program} 0.169.0`, '2026-11-26');

/** A model called tools in a project with hooks, and it was seen which ran, and what followed: `test/hosts/hooks`. */
export const hooksRan = recorded(`${program} 0.169.0`, '2026-11-26');
