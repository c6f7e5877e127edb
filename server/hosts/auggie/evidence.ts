import { documented, read } from '../model/evidence';

export const version = '0.36.0';
/** Found in the program's text. Its license forbids to take it apart, so no recorded case shows what it does. */
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
