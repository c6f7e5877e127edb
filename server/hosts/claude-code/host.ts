// The declaration of Claude Code, based on running the program itself. docs/hosts/claude-code.md is generated from it.

import { manifestDialectNextTo, manifestKind } from '../judge/plugins/manifest';
import { marketplaceFlaws } from '../judge/plugins/marketplace';
import { strictJsonReader } from '../judge/reading/strict-json-reader';
import type { Dialect } from '../model/dialect';
import { documented } from '../model/evidence';
import type { UnknownFields } from '../model/field';
import type { FlawTable } from '../model/flaw-tables';
import type { Host } from '../model/host';
import { lost, nearestFirst } from '../model/name-precedence';
import { namedSkeleton } from '../model/skeleton';
import { companionFiles, defines, denied, missing, pluginPage } from './companions';
import { conversion } from './conversion';
import { executedHere, readHere, readOutside, version } from './evidence';
import { colors, fields } from './fields';
import { guards, hooksBeforeCall } from './guards/guards';
import { earlierHooksField } from './hooks';
import { manifest, manifestDialect, manifestLocations } from './manifest';
import { marketplaceDialect, marketplaceLocations, marketplaces } from './marketplace';
import { checkedSince, judgeKeyOfAgent } from './misplaced-hooks';
import { models } from './models';
import { persona } from './persona';
import { pluginFields } from './plugin';
import { plugins } from './plugin-layout';
import { pluginCommandNextTo, pluginSkillNextTo } from './plugin-skills';
import { reader } from './reader';
import { mentions, promptCalls, references } from './references';
import { pluginServers, serverLocations, servers } from './servers';
import { session } from './session';
import { agentScripts } from './settings/hook-scripts';
import { settings, settingsLocations } from './settings/settings';
import { commandLocations, commands, skillLocations, skills } from './skills';
import { toolSettings } from './tool-settings';
import { tools } from './tools';
import usage from './usage.data.json';
import { writeHook } from './write-hook';

const unknownField: UnknownFields = {
  outcome: 'ignored',
  effect: '{host} ignores it and reports it only in its debug log.',
  meant: {
    allowedTools: 'tools',
    'allowed-tools': 'tools',
    when_to_use: 'description',
    whenToUse: 'description',
  },
  evidence: executedHere,
};

const silentlyNotLoaded = '{host} silently does not load the agent.';

const flaws: FlawTable = {
  'no-frontmatter': { outcome: 'ignored', reason: 'no-frontmatter', effect: silentlyNotLoaded },
  'leading-text': { outcome: 'ignored', reason: 'no-frontmatter', effect: silentlyNotLoaded },
  'unclosed-fence': { outcome: 'ignored', reason: 'fence', effect: silentlyNotLoaded },
  yaml: {
    outcome: 'ignored',
    reason: 'yaml',
    effect: '{host} does not load the agent and reports it only in its debug log.',
    evidence: readHere,
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
    evidence: readHere,
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
const pluginFlaws: FlawTable = {
  ...flaws,
  'broken-manifest': {
    outcome: 'refused',
    reason: 'not-read',
    effect: '{host} loads nothing from this plugin.',
    evidence: executedHere,
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

const everywhere = {
  ...{ unknownField, models, colors, session },
  tools: { ...tools, promptCalls },
};
const project: Dialect = {
  ...everywhere,
  fields,
  earlier: { hooks: earlierHooksField },
  everyKey: judgeKeyOfAgent,
  everyKeySince: checkedSince,
  flaws,
};
const plugin: Dialect = { ...everywhere, fields: pluginFields, flaws: pluginFlaws };

/** The built-in agents. Names are compared with case. */
const builtInAgents = new Set(['claude', 'Explore', 'general-purpose', 'Plan', 'statusline-setup']);

export const claudeCode: Host = {
  id: 'claude-code',
  name: 'Claude Code',
  version,
  olderVersions: ['2.1.197', '2.1.240', '2.1.252', '2.1.257', '2.1.260', '2.1.306'],
  sameVersions: ['2.1.330'],
  verified: '2026-11-20',
  linksOut: readOutside,
  package: '@anthropic-ai/claude-code',
  start: { command: 'claude --agent {agent}', isForHidden: true, evidence: executedHere },
  startsCalls: {
    ...{ command: 'claude {call}', sign: '/', subjects: ['skill', 'command'] },
    evidence: executedHere,
  },
  writeHook,
  plugins,
  ownFile: '.claude/agents/{name}.md',
  recognizedBy: {
    extensions: ['anthropic.claude-code'],
    home: ['.claude'],
    project: ['.claude'],
    evidence: documented({
      title: 'Visual Studio Marketplace',
      address: 'https://marketplace.visualstudio.com/items?itemName=anthropic.claude-code',
      on: '2026-11-20',
    }),
  },
  locations: [
    {
      glob: '.claude/agents/**/*.md',
      scope: 'project',
      role: 'owner',
      id: 'name-field',
      summary:
        'In the working folder and every folder above it up to the git root, including subfolders.',
      evidence: executedHere,
    },
    {
      glob: '.claude/agents/**/*.md',
      scope: 'user',
      role: 'owner',
      id: 'name-field',
      summary: 'For all projects of a user, including subfolders.',
      evidence: executedHere,
    },
    {
      glob: 'agents/**/*.md',
      manifest,
      scope: 'plugin',
      role: 'owner',
      dialect: 'plugin',
      id: 'name-field',
      summary: 'In a plugin. The agent is called `plugin:name`.',
      evidence: executedHere,
    },
    ...skillLocations,
    ...commandLocations,
    ...settingsLocations,
    ...serverLocations,
    ...manifestLocations,
    ...marketplaceLocations,
  ],
  formerly: [
    {
      glob: '.claude-plugin/agents/**/*.md',
      movesTo: 'agents',
      effect:
        '{host} silently ignores agents in ".claude-plugin". Move the folder "agents" out of it, to the root of the plugin.',
      evidence: pluginPage,
    },
  ],
  companionFiles,
  toolSettings,
  guards,
  hooksBefore: hooksBeforeCall,
  usage,
  dialects: {
    project,
    plugin,
    skill: skills.dialectNextTo(project),
    command: commands.dialectNextTo(project),
    pluginSkill: pluginSkillNextTo(project),
    pluginCommand: pluginCommandNextTo(project),
    settings: settings.dialectNextTo(project),
    servers: servers.dialectNextTo(project),
    pluginServers: pluginServers.dialectNextTo(project),
    manifest: manifestDialectNextTo(manifestDialect, project),
    marketplace: manifestDialectNextTo(marketplaceDialect, project, marketplaceFlaws),
  },
  kinds: {
    agent: {
      reader,
      syntax: 'yaml',
      maxBytes: 1_048_576,
      persona,
      references,
      scripts: agentScripts,
      defines,
      sameName: {
        rank: ({ location }) => (location.scope === 'project' ? 1 : 0),
        wins: '{host} uses the agent of the project.',
        nested: nearestFirst,
        tie: '{host} uses whichever it reads last and reports it only in its debug log.',
        behind: lost,
        own: (id) => (builtInAgents.has(id) ? 'replaced' : null),
        evidence: executedHere,
      },
      skeleton: namedSkeleton(
        'tools: ${3:Read, Grep, Glob}',
        'model: ${4|inherit,sonnet,opus,haiku|}',
      ),
    },
    skill: skills.kind,
    command: commands.kind,
    settings: settings.kind,
    servers: servers.kind,
    pluginServers: pluginServers.kind,
    manifest: manifestKind(strictJsonReader),
    marketplace: marketplaces,
  },
  mentions,
  missing,
  denied,
  delegation: {
    depth: 3,
    effect: '{host} allows calls only three agents deep.',
    leads: () => true,
    evidence: readHere,
  },
  conversion,
  descriptionLimit: {
    tokens: 15_000,
    effect: '{host} warns above 15,000 tokens.',
    evidence: readHere,
  },
};
