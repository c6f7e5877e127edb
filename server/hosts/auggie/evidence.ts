import { documented, read } from '../model/evidence';

export const version = '0.36.0';
/** The program was not run, so there are no recorded cases. */
export const inProgram = read({ package: '@augmentcode/auggie', version, file: 'augment.mjs' });
/** What the vendor states about agent files. */
export const inDocs = documented({
  title: 'Subagents',
  address: 'https://docs.augmentcode.com/cli/subagents',
  on: '2026-11-22',
});
/** What the vendor states about tools. */
export const inToolDocs = documented({
  title: 'Tool Permissions',
  address: 'https://docs.augmentcode.com/cli/permissions',
  on: '2026-11-22',
});
