// OpenCode 2, as measured in its preview, because the release could not be run. A profile of OpenCode, because both use
// the same folders.
import type { Dialect, Host, UnknownFields } from '../model/host';
import type { PermissionOrder } from '../model/permission-order';
import type { Place } from '../model/place';
import type { ReadAgent } from '../model/reading';
import { colors } from '../opencode/colors';
import { neighbours } from '../opencode/companions';
import { agentFolders } from '../opencode/folders';
import { unknownField as inherited } from '../opencode/host';
import { order } from '../opencode/rules';
import { page, ran, version } from './evidence';
import { fields, modeFields, oldFields, oldModeFields } from './fields';
import { flaws } from './flaws';
import { allowList } from './permission';
import { evaluator } from './permission-evaluator';
import { models, persona } from './persona';
import { reader } from './reader';
import { references } from './references';
import { tools } from './tools';

const { permissions: _permissions, ...meant } = inherited.meant;

const unknownField: UnknownFields = { ...inherited, meant, evidence: ran };

const permissionOrder: PermissionOrder = { ...order, evidence: ran };

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
} as const satisfies Readonly<Record<string, Dialect>>;

/** With one field that OpenCode 2 does not have, the whole file is read in the OpenCode 1 format. */
function dialectOf({ fields: written }: ReadAgent, { location }: Place): keyof typeof dialects {
  const isOld = written.some(({ key }) => !Object.hasOwn(fields, key));
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
    ...agentFolders('.opencode', 'project', 'In the project, including subfolders.', ran),
    ...agentFolders('.config/opencode', 'user', 'For all projects of a user.', page),
    ...agentFolders('.opencode', 'user', 'For all projects of a user.', page),
  ],
  dialects,
  dialectOf,
  reader,
  syntax: 'yaml',
  references,
  neighbours,
  persona,
  skeleton: [
    '---',
    'description: ${1:Use it when}',
    'mode: ${2|subagent,primary,all|}',
    'permissions:',
    '  - action: edit',
    '    resource: "*"',
    '    effect: ${3|deny,ask,allow|}',
    '---',
    '',
    '${4:You are}$0',
    '',
  ].join('\n'),
};
