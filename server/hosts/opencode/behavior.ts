// What OpenCode does with its files.

import type { Dialect } from '../model/dialect';
import { unknown } from '../model/evidence';
import type { DocumentKind, HostBehavior } from '../model/host';
import { breakingValuesFinder, findBreakingNames } from './breaking-values';
import { agents, builtinAgent, defaultAgentOf } from './built-in-agents';
import { denied, providerSettings } from './companions';
import { conversionWith } from './conversion';
import { entryFields, entryFlaws, entryKind, otherGeneration } from './entries';
import { ran, seen } from './evidence';
import { colors, fields, modeFields, refusal } from './fields';
import { flaws } from './flaws';
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
import { skeleton } from './skeleton';
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
  skeleton,
};

export const behavior = (): HostBehavior => ({
  usage,
  dialects: { agent, mode, entry },
  kinds: {
    agent: agentFiles,
    entry: entryKind(agentFiles, persona, inspections),
  },
  mentions,
  denied: denied(seen),
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
    ran,
  ),
  providerSettings,
  conversion: () => conversionWith({ family, tools }, allowList, 'opencode.json'),
  delegation: {
    depth: 1,
    effect:
      '{host} does not let a called agent call other agents, unless its configuration allows it.',
    leads: ({ mode }) => mode !== 'subagent',
    evidence: seen,
  },
});
