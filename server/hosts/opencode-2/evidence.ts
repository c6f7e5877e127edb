// The release of OpenCode 2 could not be run. All knowledge is about its preview, and the release may differ.
import { documented, executed, read } from '../model/evidence';

export const version = '1.18.18';
/** Its text was read in this version, which another version that is asked does not change. */
const readIn = '1.18.18';
const preview = `@opencode-ai/cli-linux-x64 ${version}, a preview: the release may differ`;
/** Measured by running the preview over recorded cases. */
export const executedHere = executed(preview);
/** Read in the program text of the preview, not run. */
export const readHere = read({
  package: '@opencode-ai/cli-linux-x64',
  version: readIn,
  file: 'bin/lildax',
});
export const page = documented({
  title: 'OpenCode documentation, page "Migrate from V1"',
  address: 'https://opencode.ai/docs/migrate-v1',
  on: '2026-11-20',
});
