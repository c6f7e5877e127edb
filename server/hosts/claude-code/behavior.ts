// What Claude Code does with its files.

import type { Dialect, FlawOutcome } from '../model/dialect';
import type { UnknownFields } from '../model/field';
import type { HostBehavior } from '../model/host';
import { lost } from '../model/name-precedence';
import type { FlawCode } from '../model/reading';
import { defines, denied, missing } from './companions';
import { conversion } from './conversion';
import { ran, seen } from './evidence';
import { colors, fields } from './fields';
import { judgeUnknownField } from './misplaced-hooks';
import { models } from './models';
import { persona } from './persona';
import { pluginFields } from './plugin';
import { reader } from './reader';
import { mentions, promptCalls, references } from './references';
import { session } from './session';
import { tools } from './tools';
import usage from './usage.data.json';

const unknownField: UnknownFields = {
  outcome: 'ignored',
  effect: '{host} ignores it and reports it only in its debug log.',
  meant: {
    allowedTools: 'tools',
    'allowed-tools': 'tools',
    when_to_use: 'description',
    whenToUse: 'description',
  },
  judge: judgeUnknownField,
  evidence: ran,
};

const silentlyNotLoaded = '{host} silently does not load the agent.';

const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  'no-frontmatter': { outcome: 'ignored', reason: 'no-frontmatter', effect: silentlyNotLoaded },
  'leading-text': { outcome: 'ignored', reason: 'no-frontmatter', effect: silentlyNotLoaded },
  'unclosed-fence': { outcome: 'ignored', reason: 'fence', effect: silentlyNotLoaded },
  yaml: {
    outcome: 'ignored',
    reason: 'yaml',
    effect: '{host} does not load the agent and reports it only in its debug log.',
    evidence: seen,
  },
  'yaml-repaired': {
    outcome: 'loads-changed',
    reason: 'yaml-repaired',
    effect: '{host} repairs it.',
  },
  'not-a-mapping': {
    outcome: 'ignored',
    reason: 'yaml',
    effect: silentlyNotLoaded,
    evidence: seen,
  },
  'early-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect: '{host} ends the frontmatter at the first "---", even within a line.',
  },
  'too-large': {
    outcome: 'ignored',
    reason: 'too-large',
    effect: '{host} ignores files larger than 1 MiB.',
  },
};

/** In a plugin, Claude Code loads a file that it cannot parse as an agent named after the file, with all tools. */
const pluginFlaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  ...flaws,
  'broken-manifest': {
    outcome: 'refused',
    reason: 'not-read',
    effect: '{host} loads nothing from this plugin.',
    evidence: seen,
  },
  'no-frontmatter': {
    outcome: 'loads-changed',
    reason: 'no-frontmatter',
    effect: '{host} loads it as an agent anyway, named after the file and with every tool.',
  },
  'leading-text': {
    outcome: 'loads-changed',
    reason: 'no-frontmatter',
    effect:
      '{host} does not recognize the frontmatter and loads an agent named after the file, with every tool.',
  },
  'unclosed-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect:
      '{host} does not recognize the frontmatter and loads an agent named after the file, with every tool.',
  },
  yaml: {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    effect:
      '{host} ignores the whole frontmatter and loads an agent named after the file, with every tool.',
  },
  'not-a-mapping': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    effect: '{host} ignores the whole frontmatter.',
  },
};

const project: Dialect = {
  fields,
  unknownField,
  tools: { ...tools, promptCalls },
  models,
  colors,
  flaws,
  session,
};
const { judge: _, ...unknownPluginField } = unknownField;
const plugin: Dialect = {
  ...project,
  fields: pluginFields,
  unknownField: unknownPluginField,
  flaws: pluginFlaws,
};

/** The built-in agents. Names are compared with case. */
const builtInAgents = new Set(['claude', 'Explore', 'general-purpose', 'Plan', 'statusline-setup']);

export const behavior = (): HostBehavior => ({
  usage,
  dialects: { project, plugin },
  kinds: {
    agent: {
      reader,
      syntax: 'yaml',
      maxBytes: 1_048_576,
      persona,
      references,
      defines,
      sameName: {
        rank: ({ location }) => (location.scope === 'project' ? 1 : 0),
        wins: '{host} uses the agent of the project.',
        nested: () => ({
          first: 'inner',
          effect: '{host} uses the one nearest to the folder in which it is started.',
        }),
        tie: '{host} uses whichever it reads last and reports it only in its debug log.',
        behind: lost,
        own: (id) => (builtInAgents.has(id) ? 'replaced' : null),
        evidence: ran,
      },
      skeleton: [
        '---',
        'name: ${1:name}',
        'description: ${2:Use it when}',
        'tools: ${3:Read, Grep, Glob}',
        'model: ${4|inherit,sonnet,opus,haiku|}',
        '---',
        '',
        '${5:You are}$0',
        '',
      ].join('\n'),
    },
  },
  mentions,
  missing,
  denied,
  delegation: {
    depth: 3,
    effect: '{host} allows calls only three agents deep.',
    leads: () => true,
    evidence: seen,
  },
  conversion,
  descriptionLimit: { tokens: 15_000, effect: '{host} warns above 15,000 tokens.', evidence: seen },
});
