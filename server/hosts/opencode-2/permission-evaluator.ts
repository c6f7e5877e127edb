// How the preview of OpenCode 2 evaluates its rules: the last matching rule wins, and a command line is checked as a whole.

import type { PermissionEvaluator } from '../model/permission-evaluator';
import {
  evaluatorWith,
  purposes as inherited,
  permissions,
} from '../opencode/permission-evaluator';
import { readHere } from './evidence';
import { family } from './persona';

const { 'run-command': command, 'change-file': change, 'read-file': read } = inherited;

export const evaluator: PermissionEvaluator = evaluatorWith(family, {
  commands: (line) => [line],
  purposes: {
    ...(command && {
      'run-command': {
        ...command,
        effect: '{host} checks the whole command line against its rules.',
      },
    }),
    ...(change && { 'change-file': change }),
    ...(read && { 'read-file': read }),
  },
  permissions,
  evidence: readHere,
});
