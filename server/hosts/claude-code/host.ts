// Claude Code, as its own program was measured. See docs/hosts/claude-code.md for the page made from this.
import type { Dialect, FlawFate, Host, UnknownFields } from '../host';
import type { FlawCode } from '../reading';
import { lost } from '../same-name';
import { ran, seen, version } from './evidence';
import { colors, fields } from './fields';
import { manifest } from './manifest';
import { mentions, references } from './mentions';
import { models } from './models';
import { brings, denied, missing, neighbours } from './neighbours';
import { persona } from './persona';
import { pluginFields } from './plugin';
import { promptCalls } from './prompt-calls';
import { reader } from './reader';
import { session } from './session';
import { judgeStranger } from './stray-guards';
import { tools } from './tools';
import usage from './usage.data.json';

const unknownField: UnknownFields = {
  fate: 'ignored',
  effect: '{host} ignores it, with a line in the debug log only.',
  meant: {
    allowedTools: 'tools',
    'allowed-tools': 'tools',
    when_to_use: 'description',
    whenToUse: 'description',
  },
  judge: judgeStranger,
  evidence: ran,
};

const silent = '{host} silently does not load the agent.';

const flaws: Readonly<Partial<Record<FlawCode, FlawFate>>> = {
  'no-frontmatter': { fate: 'ignored', reason: 'no-frontmatter', effect: silent },
  'leading-text': { fate: 'ignored', reason: 'no-frontmatter', effect: silent },
  'unclosed-fence': { fate: 'ignored', reason: 'fence', effect: silent },
  yaml: {
    fate: 'ignored',
    reason: 'yaml',
    effect: '{host} does not load the agent, with a line in the debug log only.',
  },
  'yaml-repaired': {
    fate: 'loads-changed',
    reason: 'yaml-repaired',
    effect: '{host} repairs it.',
  },
  'not-a-mapping': { fate: 'ignored', reason: 'yaml', effect: silent },
  'early-fence': {
    fate: 'loads-changed',
    reason: 'fence',
    effect: '{host} ends the frontmatter at the first three dashes, wherever they stand.',
  },
  'too-large': {
    fate: 'ignored',
    reason: 'too-large',
    effect: '{host} passes over files of more than 1 MiB.',
  },
};

/** In a plugin, what could not be read is an agent all the same: named after its file, with every tool. */
const pluginFlaws: Readonly<Partial<Record<FlawCode, FlawFate>>> = {
  ...flaws,
  'broken-manifest': {
    fate: 'refused',
    reason: 'not-read',
    effect: '{host} loads nothing of this plugin.',
  },
  'no-frontmatter': {
    fate: 'loads-changed',
    reason: 'no-frontmatter',
    effect: '{host} makes an agent of it all the same: named after the file, with every tool.',
  },
  'leading-text': {
    fate: 'loads-changed',
    reason: 'no-frontmatter',
    effect: '{host} does not see the frontmatter, and makes an agent with every tool.',
  },
  'unclosed-fence': {
    fate: 'loads-changed',
    reason: 'fence',
    effect: '{host} does not see the frontmatter, and makes an agent with every tool.',
  },
  yaml: {
    fate: 'loads-changed',
    reason: 'frontmatter-lost',
    effect:
      '{host} loses the whole frontmatter: the agent is named after the file and has every tool.',
  },
  'not-a-mapping': {
    fate: 'loads-changed',
    reason: 'frontmatter-lost',
    effect: '{host} loses the whole frontmatter.',
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
const { judge: _, ...passedOver } = unknownField;
const plugin: Dialect = {
  ...project,
  fields: pluginFields,
  unknownField: passedOver,
  flaws: pluginFlaws,
};

/** Its own agents, as it spells them: it finds a file's by the very letters. */
const ownAgents = new Set(['claude', 'Explore', 'general-purpose', 'Plan', 'statusline-setup']);

export const claudeCode: Host = {
  id: 'claude-code',
  name: 'Claude Code',
  version,
  verified: '2026-11-20',
  package: '@anthropic-ai/claude-code',
  ownFile: '.claude/agents/{name}.md',
  locations: [
    {
      glob: '.claude/agents/**/*.md',
      scope: 'project',
      role: 'owner',
      id: 'name-field',
      summary: 'In the project, and in every folder above it up to the git root; all sub-folders.',
      evidence: ran,
    },
    {
      glob: '.claude/agents/**/*.md',
      scope: 'user',
      role: 'owner',
      id: 'name-field',
      summary: 'For all projects of a user.',
      evidence: ran,
    },
    {
      glob: 'agents/**/*.md',
      beside: '.claude-plugin/plugin.json',
      manifest,
      scope: 'plugin',
      role: 'owner',
      dialect: 'plugin',
      id: 'name-field',
      summary: 'In a plugin; called plugin:name.',
      evidence: ran,
    },
  ],
  usage,
  dialects: { project, plugin },
  reader,
  references,
  mentions,
  brings,
  neighbours,
  missing,
  denied,
  persona,
  sameName: {
    rank: ({ location }) => (location.scope === 'project' ? 1 : 0),
    wins: "takes the project's",
    nested: () => ({
      first: 'inner',
      effect: '{host} takes the one nearest to the folder it is started in.',
    }),
    tie: '{host} uses whichever it reads last and reports it only in its debug log.',
    behind: lost,
    own: (id) => (ownAgents.has(id) ? 'replaced' : null),
    evidence: ran,
  },
  delegation: {
    depth: 3,
    effect: '{host} stops it three agents deep.',
    leads: () => true,
    evidence: seen,
  },
  descriptionLimit: { tokens: 15_000, effect: '{host} warns of more than 15,000.', evidence: seen },
  maxBytes: 1_048_576,
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
};
