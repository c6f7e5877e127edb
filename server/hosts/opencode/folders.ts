// Where the programs of OpenCode's family keep agents inside one of their folders.
import type { Evidence } from '../evidence';
import type { Location } from '../host';

/** `agent/` and `agents/` with all their sub-folders, and `mode/` and `modes/`, the places of old. */
export const agentFolders = (
  folder: string,
  scope: Location['scope'],
  summary: string,
  evidence: Evidence,
): readonly Location[] => {
  const base = { scope, role: 'owner', id: 'path', evidence } as const;
  return [
    { ...base, glob: `${folder}/{agent,agents}/**/*.md`, dialect: 'agent', summary },
    {
      ...base,
      glob: `${folder}/{mode,modes}/*.md`,
      dialect: 'mode',
      summary: `The old place of primary agents${scope === 'user' ? ' of a user' : ''}; no sub-folders.`,
    },
  ];
};
