// The declaration of OpenCode, as measured in the program. docs/hosts/opencode.md is generated from it.
import type { Dialect } from '../model/dialect';
import { documented, unknown } from '../model/evidence';
import type { AgentKind, Host } from '../model/host';
import { breakingValuesFinder, findBreakingNames } from './breaking-values';
import { agents, builtinAgent, defaultAgentOf } from './built-in-agents';
import { commandLocations, commands } from './commands';
import { companionFiles, denied, providerSettings } from './companions';
import { conversionWith } from './conversion';
import { entryFields, entryFlaws, entryKind, otherGeneration } from './entries';
import { calledCommands, executedHere, readHere, readOutside, version } from './evidence';
import { colors, fields, modeFields, refusal } from './fields';
import { flaws } from './flaws';
import { agentFolders } from './folders';
import { generationMarkers } from './generations';
import { models } from './models';
import {
  evaluatorWith,
  keptFromCalled,
  outside,
  permissions,
  purposes,
  splitCommands,
} from './permission-evaluator';
import { family, persona } from './persona';
import { reader } from './reader';
import { mentions, references } from './references';
import { allowList, order as permissionOrder } from './rules';
import { sameName } from './same-name';
import { serverLocations, servers } from './servers';
import { skeleton } from './skeleton';
import { skillLocations, skills } from './skills';
import { toolSettings } from './tool-settings';
import { tools } from './tools';
import { undescribedWith } from './undescribed';
import { unknownField } from './unknown-field';
import usage from './usage.data.json';

const agent: Dialect = {
  fields,
  unknownField,
  tools,
  models,
  colors,
  flaws,
  undescribed: undescribedWith(unknown),
  permissionOrder,
  evaluator: evaluatorWith(family, {
    ...{ commands: splitCommands, keptFromCalled, outside, purposes: purposes, permissions },
    evidence: readHere,
  }),
  allowList,
};
const mode: Dialect = { ...agent, fields: modeFields };
const fieldsOfEntry = {
  ...entryFields(fields, refusal),
  permissions: otherGeneration(refusal),
};
const entry: Dialect = {
  ...agent,
  fields: fieldsOfEntry,
  flaws: entryFlaws(flaws, refusal),
};
const inspections = [findBreakingNames, breakingValuesFinder(() => fieldsOfEntry)];

const agentFiles: AgentKind = {
  reader,
  syntax: 'yaml',
  persona,
  references,
  sameName: {
    ...sameName({ names: ['.opencode'], stronger: 'jsonc' }, executedHere),
    own: (id) => (builtinAgent(id) ? 'changed' : null),
  },
  skeleton,
};

export const opencode: Host = {
  id: 'opencode',
  name: 'OpenCode',
  version,
  olderVersions: ['1.17.18', '1.18.10', '1.18.20'],
  verified: '2026-11-20',
  linksOut: readOutside,
  package: 'opencode-ai',
  startsCalls: {
    ...{
      command: 'opencode run --command {name} {arguments}',
      sign: '/',
      subjects: ['skill', 'command'],
    },
    evidence: executedHere,
  },
  generation: '1',
  generationMarkers,
  // A subagent is replaced by the default agent, with a warning.
  start: {
    command: 'opencode --agent {agent}',
    ...{ isForHidden: true, exceptMode: 'subagent' },
    evidence: executedHere,
  },
  ownFile: '.opencode/agent/{name}.md',
  recognizedBy: {
    extensions: ['sst-dev.opencode', 'sst-dev.opencode-v2'],
    home: ['.config/opencode'],
    project: ['.opencode', 'opencode.json', 'opencode.jsonc'],
    evidence: documented({
      title: 'Visual Studio Marketplace',
      address: 'https://marketplace.visualstudio.com/items?itemName=sst-dev.opencode',
      on: '2026-11-20',
    }),
  },
  locations: [
    ...agentFolders(
      '.opencode',
      'project',
      'In the project and in every folder above it up to the Git root, where the outermost folder wins. Includes subfolders. A README.md becomes an agent too.',
      executedHere,
    ),
    ...agentFolders(
      '.config/opencode',
      'user',
      'For all projects of a user. The project overrides it. One invalid value here stops OpenCode in every project.',
      executedHere,
    ),
    ...agentFolders(
      '.opencode',
      'user',
      'For all projects of a user. It overrides the project.',
      executedHere,
    ),
    ...skillLocations,
    ...commandLocations,
    ...serverLocations,
  ],
  companionFiles,
  toolSettings,
  usage,
  dialects: {
    agent,
    mode,
    entry,
    skill: skills.dialectNextTo(agent),
    command: commands.dialectNextTo(agent),
    servers: servers.dialectNextTo(agent),
  },
  kinds: {
    agent: agentFiles,
    entry: entryKind(agentFiles, persona, inspections),
    skill: skills.kind,
    command: commands.kind,
    servers: servers.kind,
  },
  mentions,
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
      effect: 'In the terminal, {host} starts with another agent; "opencode run" fails.',
      pluginFolders: [
        '.opencode/plugin',
        '.opencode/plugins',
        '.config/opencode/plugin',
        '.config/opencode/plugins',
      ],
    },
    executedHere,
  ),
  providerSettings,
  conversion: () => conversionWith({ family, tools }, allowList, 'opencode.json'),
  delegation: {
    depth: 1,
    effect:
      '{host} does not let a called agent call other agents, unless its configuration allows it.',
    leads: ({ mode }) => mode !== 'subagent',
    evidence: readHere,
  },
};
