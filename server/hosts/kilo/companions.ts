// The companion files of Kilo agents: its configuration. Kilo drops a configuration file with OpenCode 2's key for agents.
import type { CompanionFile } from '../model/companion';
import { configNames } from '../opencode/companions';
import { ran } from './evidence';

const names = configNames(['agent', 'mode']);

export const companionFiles: readonly CompanionFile[] = [
  {
    glob: '{kilo,opencode,.kilo/kilo}.{json,jsonc}',
    scope: 'project',
    format: 'json',
    names,
    evidence: ran,
  },
  {
    glob: '{.config/kilo/kilo,.kilo/kilo}.{json,jsonc}',
    scope: 'user',
    format: 'json',
    names,
    evidence: ran,
  },
];
