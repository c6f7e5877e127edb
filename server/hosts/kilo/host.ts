// The declaration of Kilo, a fork of OpenCode, as measured in the program. docs/hosts/kilo.md is generated from it.
import type { Dialect, PermissionOrder } from '../model/dialect';
import { documented } from '../model/evidence';
import type { UnknownFields } from '../model/field';
import type { DocumentKind, Host } from '../model/host';
import { findBreakingNames } from '../opencode/breaking-values';
import { defaultAgentOf } from '../opencode/built-in-agents';
import { denied, providerSettings } from '../opencode/companions';
import { conversionWith } from '../opencode/conversion';
import { entryFlaws, entryKind } from '../opencode/entries';
import { colors } from '../opencode/fields';
import { agentFolders } from '../opencode/folders';
import { allowList, order } from '../opencode/rules';
import { sameName } from '../opencode/same-name';
import { skeleton } from '../opencode/skeleton';
import { toolSettingsIn } from '../opencode/tool-settings';
import { undescribedWith } from '../opencode/undescribed';
import { unknownField as inherited } from '../opencode/unknown-field';
import usage from '../opencode/usage.data.json';
import { agents, builtinAgent } from './built-in-agents';
import { companionFiles } from './companions';
import { calledCommands, executedHere, readHere, version } from './evidence';
import { fields, fieldsOfEntry, modeFields, refusalOfConfiguration } from './fields';
import { flaws } from './flaws';
import { evaluator } from './permission-evaluator';
import { family, models, persona } from './persona';
import { reader } from './reader';
import { references } from './references';
import { serverLocations, servers } from './servers';
import { commandLocations, commands, skillLocations, skills } from './skills';
import { tools } from './tools';
import { workflowLocations, workflows } from './workflows';

const unknownField: UnknownFields = {
  ...inherited,
  options: { keys: inherited.options?.keys ?? [], evidence: readHere },
  evidence: executedHere,
};

const permissionOrder: PermissionOrder = { ...order, evidence: readHere };

const agent: Dialect = {
  fields,
  unknownField,
  tools,
  models,
  colors,
  flaws,
  undescribed: undescribedWith(readHere),
  permissionOrder,
  evaluator,
  allowList,
};
const mode: Dialect = { ...agent, fields: modeFields };
const entry: Dialect = {
  ...agent,
  fields: fieldsOfEntry,
  flaws: entryFlaws(flaws, refusalOfConfiguration),
};

const agentFiles: DocumentKind = {
  reader,
  syntax: 'yaml',
  readsPrompt: true,
  persona,
  references,
  sameName: {
    ...sameName({ names: ['.kilo', '.kilocode'], stronger: 'json' }, executedHere),
    own: (id) => (builtinAgent(id) ? 'changed' : null),
  },
  skeleton,
};

export const kilo: Host = {
  id: 'kilo',
  name: 'Kilo',
  version,
  olderVersions: ['7.7.2', '7.7.7'],
  verified: '2026-11-20',
  package: '@kilocode/cli',
  startsCalls: {
    ...{
      command: 'kilo run --command {name} {arguments}',
      sign: '/',
      subjects: ['skill', 'command'],
    },
    evidence: executedHere,
  },
  forkOf: 'opencode',
  // A subagent is replaced by the default agent, with a warning.
  start: {
    command: 'kilo --agent {agent}',
    ...{ isForHidden: true, exceptMode: 'subagent' },
    evidence: executedHere,
  },
  ownFile: '.kilo/agent/{name}.md',
  recognizedBy: {
    extensions: ['kilocode.kilo-code'],
    home: ['.config/kilo'],
    project: ['.kilo', '.kilocode', 'kilo.json', 'kilo.jsonc'],
    evidence: documented({
      title: 'Visual Studio Marketplace',
      address: 'https://marketplace.visualstudio.com/items?itemName=kilocode.kilo-code',
      on: '2026-11-20',
    }),
  },
  locations: [
    ...agentFolders(
      '.kilo',
      'project',
      'In the project and in every folder above it up to the Git root. Includes subfolders. A README.md becomes an agent too.',
      executedHere,
    ),
    ...agentFolders(
      '.kilocode',
      'project',
      'The former folder. A .kilo folder next to it overrides it.',
      executedHere,
    ),
    ...agentFolders(
      '.config/kilo',
      'user',
      'For all projects of a user. The project overrides it.',
      executedHere,
    ),
    ...agentFolders('.kilo', 'user', 'For all projects of a user.', executedHere),
    ...agentFolders(
      '.kilocode',
      'user',
      'The former folder for all projects of a user. A .kilo folder next to it overrides it.',
      readHere,
    ),
    ...skillLocations,
    ...commandLocations,
    ...workflowLocations,
    ...serverLocations,
  ],
  companionFiles,
  toolSettings: toolSettingsIn(['kilo', '.kilo/kilo'], executedHere),
  usage,
  dialects: {
    agent,
    mode,
    entry,
    skill: skills.dialectNextTo(agent),
    command: commands.dialectNextTo(agent),
    workflow: workflows.dialectNextTo(agent),
    servers: servers.dialectNextTo(agent),
  },
  kinds: {
    agent: agentFiles,
    entry: entryKind(agentFiles, persona, [findBreakingNames]),
    skill: skills.kind,
    command: commands.kind,
    workflow: workflows.kind,
    servers: servers.kind,
  },
  missing: {
    agent: {
      effect: '{host} answers every call of the command with "Unexpected server error".',
      evidence: calledCommands,
    },
  },
  denied: denied(readHere),
  defaultAgent: defaultAgentOf(
    agents,
    {
      effect: '{host} refuses the first message of "kilo run".',
      pluginFolders: ['.kilo', '.opencode', '.config/kilo', '.config/opencode'].flatMap(
        (folder) => [`${folder}/plugin`, `${folder}/plugins`],
      ),
    },
    executedHere,
  ),
  providerSettings: { ...providerSettings, evidence: executedHere },
  conversion: () => conversionWith({ family, tools }, allowList, 'kilo.json'),
  delegation: {
    depth: 1,
    effect:
      '{host} does not let a called agent call other agents, unless its configuration allows it.',
    leads: ({ mode }) => mode !== 'subagent',
    // This holds for edits and most other actions. It does not hold for commands, but the files alone do not show what a
    // called agent gains there.
    keepsLimits: true,
    evidence: readHere,
  },
};
