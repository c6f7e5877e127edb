// OpenCode 1, as measured in the program.

import type { Dialect } from '../model/dialect';
import { documented, unknown } from '../model/evidence';
import type { UnknownFields } from '../model/field';
import type { DocumentKind, Host } from '../model/host';
import { breakingValuesFinder, findBreakingNames } from './breaking-values';
import { builtinAgent } from './built-in-agents';
import { companionFiles, denied } from './companions';
import { conversionWith } from './conversion';
import { entryFields, entryFlaws, entryKind, otherGeneration } from './entries';
import { ran, seen, version } from './evidence';
import { colors, fields, modeFields, refusal } from './fields';
import { flaws } from './flaws';
import { agentFolders } from './folders';
import { generationMarkers } from './generations';
import { models } from './models';
import {
  evaluatorWith,
  keptFromCalled,
  permissions,
  purposes,
  splitCommands,
} from './permission-evaluator';
import { family, persona } from './persona';
import { reader } from './reader';
import { mentions, references } from './references';
import { allowList, order as permissionOrder } from './rules';
import { sameName } from './same-name';
import { tools } from './tools';
import { undescribedWith } from './undescribed';
import usage from './usage.data.json';

/** `meant` contains only names whose values are valid under the real name, so that renaming never stops the program. */
export const unknownField: UnknownFields = {
  outcome: 'passed-on',
  effect: '{host} sends it to the model provider as an option.',
  meant: {
    permissions: 'permission',
    topP: 'top_p',
    'top-p': 'top_p',
    topp: 'top_p',
    disabled: 'disable',
    maxTurns: 'steps',
    'max-turns': 'steps',
    max_steps: 'steps',
    'max-steps': 'steps',
    colour: 'color',
  },
  options: { keys: ['reasoningEffort', 'textVerbosity'], evidence: seen },
  evidence: ran,
};

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
    ...{ commands: splitCommands, keptFromCalled, purposes: purposes, permissions },
    evidence: seen,
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

const agentFiles: DocumentKind = {
  reader,
  syntax: 'yaml',
  persona,
  references,
  sameName: {
    ...sameName({ names: ['.opencode'], stronger: 'jsonc' }, ran),
    own: (id) => (builtinAgent(id) ? 'changed' : null),
  },
  skeleton: [
    '---',
    'description: ${1:Use it when}',
    'mode: ${2|subagent,primary,all|}',
    'permission:',
    '  edit: ${3|deny,ask,allow|}',
    '  bash: ${4|ask,deny,allow|}',
    '---',
    '',
    '${5:You are}$0',
    '',
  ].join('\n'),
};

export const opencode: Host = {
  id: 'opencode',
  name: 'OpenCode',
  version,
  olderVersions: ['1.17.18', '1.18.10', '1.18.20'],
  verified: '2026-11-20',
  package: 'opencode-ai',
  generation: '1',
  generationMarkers,
  // A subagent is replaced by the default agent, with a warning.
  start: {
    command: 'opencode --agent {agent}',
    ...{ isForHidden: true, exceptMode: 'subagent' },
    evidence: seen,
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
      ran,
    ),
    ...agentFolders(
      '.config/opencode',
      'user',
      'For all projects of a user. The project overrides it. One invalid value here stops OpenCode in every project.',
      ran,
    ),
    ...agentFolders(
      '.opencode',
      'user',
      'For all projects of a user. It overrides the project.',
      ran,
    ),
  ],
  usage,
  dialects: { agent, mode, entry },
  kinds: {
    agent: agentFiles,
    entry: entryKind(agentFiles, persona, inspections),
  },
  mentions,
  companionFiles,
  denied: denied(seen),
  conversion: () => conversionWith({ family, tools }, allowList, 'opencode.json'),
  delegation: {
    depth: 1,
    effect:
      '{host} does not let a called agent call other agents, unless its configuration allows it.',
    leads: ({ mode }) => mode !== 'subagent',
    evidence: seen,
  },
};
