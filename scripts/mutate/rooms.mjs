// The rooms of the sources. `npm run mutate` fails where the tests notice fewer faults than the floor, which only rises.
import path from 'node:path';

/**
 * `floor`, where there is one, is a percentage. `paths` are files and folders, from the root of the project.
 */
export const rooms = [
  { room: 'world', paths: ['server/world'], floor: 70 },
  { room: 'fix verification', paths: ['server/features/fixes/fix-verification.ts'], floor: 50 },
  { room: 'judge', paths: ['server/hosts/judge'], floor: 65 },
  { room: 'convert', paths: ['server/convert'], floor: 70 },
  { room: 'rules', paths: ['server/rules'], floor: 70 },
  { room: 'opencode', paths: ['server/hosts/opencode'] },
  { room: 'lsp', paths: ['server/lsp'] },
  { room: 'cli', paths: ['server/cli'] },
  { room: 'client', paths: ['client'] },
];

/** The name of the room of a file: one in the list, otherwise its folder. */
export const roomOf = (file) =>
  rooms.find(({ paths }) => paths.some((one) => isIn(file, one)))?.room ?? path.posix.dirname(file);

/** Whether a file is that file or below that folder. The folder '' contains everything. */
export const isIn = (file, start) => start === '' || file === start || file.startsWith(`${start}/`);
