// How the preview of OpenCode 2 weighs its rules: the last that matches wins, and a line for the shell is weighed whole.
import { deeds as inherited, permissions, weighingWith } from '../opencode/weighing';
import type { Weighing } from '../weighing';
import { seen } from './evidence';
import { kin } from './persona';

const { 'run-command': command, 'change-file': change, 'read-file': read } = inherited;

export const weighing: Weighing = weighingWith(kin, {
  commands: (line) => [line],
  deeds: {
    ...(command && {
      'run-command': { ...command, effect: '{host} holds its rules against the whole line.' },
    }),
    ...(change && { 'change-file': change }),
    ...(read && { 'read-file': read }),
  },
  permissions,
  evidence: seen,
});
