// The locations of agents inside a folder of OpenCode or Kilo.
import type { Evidence } from '../model/evidence';
import type { Location } from '../model/location';

/** `agent/` and `agents/` with all their subfolders, and `mode/` and `modes/`, the former locations. */
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
      summary: `The former location of primary agents${scope === 'user' ? ' of a user' : ''}. Subfolders are not searched.`,
    },
  ];
};
