// OpenCode 2, as measured in its preview, because the release could not be run. A profile of OpenCode, because both use the same
// folders.

import type { Dialect, PermissionOrder } from '../model/dialect';
import type { UnknownFields } from '../model/field';
import type { Host } from '../model/host';
import type { LocatedFile } from '../model/located-file';
import type { ReadAgent } from '../model/reading';
import { markdownSkeleton } from '../model/skeleton';
import { companionFiles } from '../opencode/companions';
import { conversionWith } from '../opencode/conversion';
import { colors } from '../opencode/fields';
import { agentFolders } from '../opencode/folders';
import { order } from '../opencode/rules';
import { unknownField as inherited } from '../opencode/unknown-field';
import { executedHere, page, readHere, version } from './evidence';
import { fields, isInOldFormat, modeFields, oldFields, oldModeFields } from './fields';
import { flaws } from './flaws';
import { allowList } from './permission';
import { evaluator } from './permission-evaluator';
import { family, models, persona } from './persona';
import { reader } from './reader';
import { references } from './references';
import { serverLocations, servers } from './servers';
import { commandLocations, commands, flatSkills, skillLocations, skills } from './skills';
import { tools } from './tools';

const { permissions: _permissions, ...meant } = inherited.meant;

const unknownField: UnknownFields = {
  ...inherited,
  meant,
  options: { keys: inherited.options?.keys ?? [], evidence: readHere },
  evidence: executedHere,
  // Not asked.
  expected: {},
};

const permissionOrder: PermissionOrder = { ...order, evidence: readHere };

const agent: Dialect = {
  ...{ fields, unknownField, tools, models, colors, flaws },
  permissionOrder,
  evaluator,
};
const dialects = {
  agent: { ...agent, allowList },
  mode: { ...agent, allowList, fields: modeFields },
  old: { ...agent, fields: oldFields },
  'old-mode': { ...agent, fields: oldModeFields },
  skill: skills.dialectNextTo(agent),
  'flat-skill': flatSkills.dialectNextTo(agent),
  command: commands.dialectNextTo(agent),
  servers: servers.dialectNextTo(agent),
} as const satisfies Readonly<Record<string, Dialect>>;

function dialectOf(agent: ReadAgent, { location }: LocatedFile): keyof typeof dialects {
  const { kind } = location;
  if (kind === 'skill' || kind === 'flat-skill' || kind === 'command' || kind === 'servers')
    return kind;
  const isOld = isInOldFormat(agent);
  if (location.dialect === 'mode') return isOld ? 'old-mode' : 'mode';
  return isOld ? 'old' : 'agent';
}

export const opencode2: Host = {
  id: 'opencode@2',
  name: 'OpenCode 2 (preview)',
  profileOf: 'opencode',
  generation: '2',
  version,
  verified: '2026-11-20',
  package: '@opencode-ai/cli-linux-x64',
  ownFile: '.opencode/agents/{name}.md',
  locations: [
    ...agentFolders('.opencode', 'project', 'In the project, including subfolders.', readHere),
    ...agentFolders('.config/opencode', 'user', 'For all projects of a user.', page),
    ...agentFolders('.opencode', 'user', 'For all projects of a user.', page),
    ...skillLocations,
    ...commandLocations,
    ...serverLocations,
  ],
  companionFiles: companionFiles.map(({ entries: _, ...file }) => ({
    ...file,
    evidence: readHere,
  })),
  dialects,
  dialectOf,
  kinds: {
    agent: {
      reader,
      syntax: 'yaml',
      persona,
      references,
      skeleton: markdownSkeleton(
        'description: ${1:Use it when}',
        'mode: ${2|subagent,primary,all|}',
        'permissions:',
        '  - action: edit',
        '    resource: "*"',
        '    effect: ${3|deny,ask,allow|}',
      ),
    },
    skill: skills.kind,
    'flat-skill': flatSkills.kind,
    command: commands.kind,
    servers: servers.kind,
  },
  // The files of OpenCode 1; whether the preview reads each of them was not examined.
  conversion: () =>
    conversionWith(
      { family, tools },
      allowList,
      'opencode.json',
      { turns: 'steps', variant: 'variant' },
      { field: 'request', map: 'body', keys: { temperature: 'temperature', 'top-p': 'top_p' } },
    ),
};
