// Privileges: the capabilities that matter for security, changing files and running commands.

import type { Capability } from './tool-purposes';

export type Privilege = Extract<Capability, 'write' | 'run'>;

export const privileges: readonly Privilege[] = ['write', 'run'];

/** The privileges in `others` that are missing in `own`; none with `run`, because commands can also change files. */
export const gainedPrivileges = (
  own: readonly Privilege[],
  others: readonly Privilege[],
): readonly Privilege[] =>
  own.includes('run') ? none : others.filter((privilege) => !own.includes(privilege));

const none: readonly Privilege[] = [];
