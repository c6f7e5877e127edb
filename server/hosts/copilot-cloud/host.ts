// What GitHub's documentation states of the agents of Copilot's cloud agent. docs/hosts/copilot-cloud.md is generated from it. The
// folder belongs to VS Code and Copilot CLI as well, so this host counts only where the user chose it.

import { tolerantReader } from '../judge/reading/tolerant-reader';
import type { Dialect } from '../model/dialect';
import { unknown } from '../model/evidence';
import type { Host } from '../model/host';
import { namedSkeleton } from '../model/skeleton';
import { unmeasured, unmeasuredFlaws, unmeasuredModels } from '../model/unmeasured';
import { reference, version } from './evidence';
import { fields } from './fields';
import { persona } from './persona';
import { tools } from './tools';

const agent: Dialect = {
  fields,
  unknownField: { outcome: 'unknown', effect: unmeasured.effect, meant: {}, evidence: unknown },
  tools,
  models: unmeasuredModels,
  colors: [],
  flaws: unmeasuredFlaws,
};

export const copilotCloud: Host = {
  id: 'copilot-cloud',
  name: 'Copilot cloud agent',
  version,
  verified: '2026-11-22',
  ownFile: '.github/agents/{name}.agent.md',
  isOnlyInOwnFolders: true,
  locations: [
    {
      glob: '.github/agents/*.md',
      scope: 'project',
      role: 'guest',
      isOptional: 'only where chosen',
      id: 'file-name',
      summary:
        'Agents of the repository. Those of an organization or enterprise, in the folder `agents` of its repository `.github-private`, are not recognized here. A prompt has at most 30,000 characters.',
      evidence: reference,
    },
  ],
  dialects: { agent },
  kinds: {
    agent: {
      reader: tolerantReader,
      syntax: 'yaml',
      persona,
      skeleton: namedSkeleton('tools: [${3:read, search, edit}]'),
    },
  },
};
