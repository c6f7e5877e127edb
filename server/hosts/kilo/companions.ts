// The companion files of Kilo agents: its configuration. Kilo drops a configuration file with OpenCode 2's key for agents.
import type { CompanionFile } from '../model/companion';
import { commandFiles, configNames, entries } from '../opencode/companions';
import { calledCommands, executedHere } from './evidence';

const names = configNames(['agent', 'mode']);

/** Kilo reads the file of OpenCode too. */
const own = { ...entries, ownFiles: /kilo\.jsonc?$/ };

export const companionFiles: readonly CompanionFile[] = [
  {
    glob: '{kilo,opencode,.kilo/kilo}.{json,jsonc}',
    scope: 'project',
    format: 'json',
    names,
    entries: own,
    evidence: executedHere,
  },
  {
    glob: '{.config/kilo/kilo,.kilo/kilo}.{json,jsonc}',
    scope: 'user',
    format: 'json',
    names,
    entries: own,
    evidence: executedHere,
  },
  commandFiles('{.kilo,.kilocode}', 'project', calledCommands),
  commandFiles('{.config/kilo,.kilo,.kilocode}', 'user', calledCommands),
];
