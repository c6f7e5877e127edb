// The declaration of Copilot CLI, based on running the program itself. docs/hosts/copilot-cli.md is generated from it.

import type { Sentence } from '../../text/message';
import { entryOf, textOf } from '../../yaml/value';
import {
  manifestDialectNextTo,
  manifestKind,
  namedByFolder,
  refusedWhole,
} from '../judge/plugins/manifest';
import { marketplaceFlaws } from '../judge/plugins/marketplace';
import { standardFlaws, standardSkeleton } from '../judge/plugins/standard';
import { unmarkedJsonReader } from '../judge/reading/strict-json-reader';
import { type Dialect, type FlawOutcome, silentlyNotLoaded } from '../model/dialect';
import { documented } from '../model/evidence';
import { type FlawTable, rejectedWithoutFences } from '../model/flaw-tables';
import type { Host } from '../model/host';
import { firstByPath, lost, nearestFirst } from '../model/name-precedence';
import { namedSkeleton } from '../model/skeleton';
import { companionFiles, defines, missing } from './companions';
import { conversion } from './conversion';
import { executedHere, readHere, version } from './evidence';
import { fields, pluginFields, reserved } from './fields';
import { hookFiles, hookLocations, settingsWithHooks } from './hook-file';
import { hooksBeforeCall } from './hooks-before';
import { manifestLocations, plainDialect, standardDialect } from './manifest';
import { marketplaceDialect, marketplaceLocations, marketplaces } from './marketplace';
import { models } from './models';
import { idAt, persona } from './persona';
import { plainManifest, standardManifest } from './plugin';
import { plugins } from './plugin-layout';
import { reader } from './reader';
import { references } from './references';
import { serverLocations, servers } from './servers';
import { repositorySettings, settingsLocations } from './settings';
import { commandLocations, commands, skillLocations, skills } from './skills';
import { standardServerLocations, standardServers } from './standard-servers';
import { tools } from './tools';
import usage from './usage.data.json';
import { writeHook } from './write-hook';

const refused = (reason: FlawOutcome['reason'], effect: Sentence): FlawOutcome => ({
  outcome: 'refused',
  reason,
  effect,
});

const flaws: FlawTable = {
  ...rejectedWithoutFences,
  yaml: refused('yaml', '{host} rejects the whole agent.'),
  'duplicate-key': refused('yaml', '{host} rejects the whole agent.'),
  'not-a-mapping': refused(
    'yaml',
    '{host} rejects the whole agent because the frontmatter is not a map of keys and values.',
  ),
  'too-large': {
    outcome: 'unknown',
    reason: 'too-large',
    effect: '{host} may read a frontmatter of this size, but it is too large to be checked here.',
  },
};

const agent: Dialect = {
  fields,
  unknownField: {
    outcome: 'ignored',
    effect: '{host} ignores it and shows a warning.',
    meant: {
      mcpServers: 'mcp-servers',
      reasoningEffort: 'reasoning-effort',
      effort: 'reasoning-effort',
      modelPolicy: 'model-policy',
      'user-invokable': 'user-invocable',
      userInvocable: 'user-invocable',
      disableModelInvocation: 'disable-model-invocation',
      models: 'model',
      allowedTools: 'tools',
      'allowed-tools': 'tools',
    },
    evidence: executedHere,
  },
  tools,
  models,
  colors: [],
  flaws,
};

/** In a plugin, the field `name` decides nothing. */
const plugin: Dialect = {
  ...agent,
  fields: pluginFields,
  flaws: {
    ...flaws,
    'broken-manifest': {
      ...refused('not-read', '{host} loads nothing from this plugin.'),
      evidence: executedHere,
    },
    'unread-folder': { ...silentlyNotLoaded('not-read'), evidence: executedHere },
  },
};

export const copilotCli: Host = {
  id: 'copilot-cli',
  name: 'Copilot CLI',
  version,
  olderVersions: ['1.0.60', '1.0.80', '1.0.92'],
  verified: '2026-11-20',
  package: '@github/copilot',
  start: { command: 'copilot --agent {agent}', isForHidden: true, evidence: executedHere },
  startsCalls: {
    ...{ command: 'copilot -i {call}', sign: '/', subjects: ['skill', 'command'] },
    evidence: executedHere,
  },
  writeHook,
  plugins,
  ownFile: '.github/agents/{name}.agent.md',
  recognizedBy: { home: ['.copilot'], evidence: readHere },
  locations: [
    {
      glob: '.copilot/agents/**/*.md',
      scope: 'user',
      role: 'owner',
      id: 'path',
      summary: 'For all projects of a user. Takes precedence over the other locations.',
      evidence: executedHere,
    },
    {
      glob: '.github/agents/**/*.md',
      skipsHidden: true,
      scope: 'project',
      role: 'owner',
      id: 'path',
      summary:
        'In the working folder and every folder above it up to the git root, including subfolders that are not hidden.',
      evidence: executedHere,
    },
    {
      glob: '.claude/agents/**/*.md',
      skipsHidden: true,
      scope: 'project',
      role: 'guest',
      id: 'path',
      summary: 'The folder of Claude Code. Agents in `.github/agents` take precedence.',
      evidence: executedHere,
    },
    {
      glob: 'agents/*.md',
      manifest: plainManifest,
      scope: 'plugin',
      role: 'owner',
      dialect: 'plugin',
      id: 'file-name',
      summary:
        'In a plugin that does not declare the Agent Plugins standard. The agent is called `plugin:file`. A plugin with the manifest of Claude Code is read as a guest.',
      evidence: executedHere,
    },
    {
      glob: 'com.github.copilot/agents/*.md',
      manifest: standardManifest,
      scope: 'plugin',
      role: 'owner',
      dialect: 'plugin',
      id: 'file-name',
      summary:
        'In a plugin whose manifest declares the Agent Plugins standard. The agent is called `plugin:file`.',
      evidence: executedHere,
    },
    ...skillLocations,
    ...commandLocations,
    ...serverLocations,
    ...hookLocations,
    ...settingsLocations,
    ...manifestLocations,
    ...standardServerLocations,
    ...marketplaceLocations,
  ],
  companionFiles,
  usage,
  dialects: {
    agent,
    plugin,
    skill: skills.dialectNextTo(agent),
    command: commands.dialectNextTo(agent),
    servers: servers.dialectNextTo(agent),
    hooks: hookFiles.dialectNextTo(agent),
    settings: settingsWithHooks.dialectNextTo(agent),
    repositorySettings: repositorySettings.dialectNextTo(agent),
    manifest: manifestDialectNextTo(plainDialect, agent, {
      ...refusedWhole,
      'not-a-mapping': namedByFolder,
    }),
    marketplace: manifestDialectNextTo(marketplaceDialect, agent, marketplaceFlaws),
    standardServers: standardServers.dialectNextTo(agent),
    standardManifest: manifestDialectNextTo(standardDialect, agent, standardFlaws),
  },
  kinds: {
    agent: {
      reader,
      syntax: 'yaml',
      persona,
      references,
      defines,
      sameName: {
        rank: ({ location, role }) => (location.scope === 'user' ? 2 : role === 'owner' ? 1 : 0),
        wins: '{host} prefers agents of the user to those of the project, and .github/agents to .claude/agents.',
        nested: nearestFirst,
        // By this order x.agent.md precedes x.md, and team--x.md precedes team/x.md.
        within: {
          ...firstByPath,
          // Of those in a manifest the first in its list counts.
          order: ({ below, isListed }) => (isListed ? '' : below),
        },
        // Copilot CLI selects a file by its path and reads only that one.
        silent: {
          applies: (outcome) => outcome === 'refused',
          idOf: idAt,
          takes: 'behind',
          effect: '{host} selects that file and then rejects it.',
          evidence: executedHere,
        },
        behind: lost,
        own: (id) => (id === reserved ? 'stays' : null),
        evidence: executedHere,
      },
      skeleton: namedSkeleton('tools: [${3:read, search, edit}]'),
    },
    skill: skills.kind,
    command: commands.kind,
    servers: servers.kind,
    hooks: hookFiles.kind,
    settings: settingsWithHooks.kind,
    repositorySettings: repositorySettings.kind,
    manifest: manifestKind(unmarkedJsonReader),
    marketplace: marketplaces,
    standardServers: standardServers.kind,
    standardManifest: manifestKind(unmarkedJsonReader, standardSkeleton),
  },
  hooksBefore: hooksBeforeCall,
  missing,
  conversion,
  alsoReadBy: [
    {
      name: "GitHub's cloud agent",
      maxPrompt: 30_000,
      reads: ({ fields }) => textOf(entryOf(fields, 'target')?.value) !== 'vscode',
      evidence: documented({
        title: 'GitHub documentation, page "Custom agents configuration"',
        address: 'https://docs.github.com/en/copilot/reference/custom-agents-configuration',
        on: '2026-11-20',
      }),
    },
  ],
};
