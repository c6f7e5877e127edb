import { sep } from 'node:path';

/** Whether a path without links is the folder or below it; false for no folder. */
export const isIn = (path: string, folder: string | null): boolean =>
  folder !== null &&
  (path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`));
