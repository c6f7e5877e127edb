// The declaration of Codex, based on asking the program which roles of a project it accepts. docs/hosts/codex.md is generated from it.

import {
  keyTwice,
  manifestDialectNextTo,
  manifestKind,
  namedByFolder,
  refusedWhole,
} from '../judge/plugins/manifest';
import { marketplaceFlaws } from '../judge/plugins/marketplace';
import { standardSkeleton } from '../judge/plugins/standard';
import type { Dialect } from '../model/dialect';
import type { FlawTable } from '../model/flaw-tables';
import type { AgentKind, Host } from '../model/host';
import { lost, ownAgents } from '../model/name-precedence';
import { companionFiles, configFile } from './companions';
import { configuration, configurationDialect, configurationLocation } from './configuration';
import { conversion } from './conversion';
import { executedHere, readHere, version } from './evidence';
import { fields } from './fields';
import { hookFiles, hookLocations } from './hook-file';
import { hooksBeforeCall } from './hooks-before';
import { refused } from './judges';
import {
  manifestLocations,
  plainDialect,
  plainKeys,
  standardDialect,
  standardKeys,
} from './manifest';
import { marketplaceDialect, marketplaceLocations, marketplaces } from './marketplace';
import { models } from './models';
import { persona } from './persona';
import { plugins } from './plugin-layout';
import { reader } from './reader';
import { skillLocations, skills } from './skills';
import { standardServerLocations, standardServers } from './standard-servers';
import { givenByTable, tableDialect, tableKind } from './tables';
import { uniqueKeysReader } from './unique-keys';
import { writeHook } from './write-hook';

const folder = {
  glob: '.codex/agents/**/*.toml',
  role: 'owner',
  id: 'name-field',
  givenBy: configFile,
  evidence: executedHere,
} as const;

const flaws: FlawTable = {
  toml: { outcome: 'refused', reason: 'toml', effect: refused.effect },
};

const agent: Dialect = {
  fields,
  unknownField: {
    outcome: 'refused',
    file: 'refused',
    effect: refused.effect,
    meant: {
      prompt: 'developer_instructions',
      system_prompt: 'developer_instructions',
      effort: 'model_reasoning_effort',
      reasoning_effort: 'model_reasoning_effort',
      sandbox: 'sandbox_mode',
      mcpServers: 'mcp_servers',
      'mcp-servers': 'mcp_servers',
      nicknames: 'nickname_candidates',
    },
    evidence: executedHere,
  },
  // No role has a list of tools.
  tools: { tools: [], former: [], forms: [], separators: ',', evidence: executedHere },
  // A role does not apply it (`conversion.ts`), and other sessions were not asked.
  limits: [
    {
      field: 'sandbox_mode',
      value: 'read-only',
      isText: true,
      denies: ['write', 'run'],
      isStated: true,
    },
  ],
  models,
  colors: [],
  flaws,
};

const agentFiles: AgentKind = {
  reader,
  given: givenByTable,
  syntax: 'toml',
  persona,
  sameName: {
    rank: ({ location: { scope, glob } }) =>
      (scope === 'project' ? 2 : 0) + (glob === configFile ? 1 : 0),
    wins: '{host} prefers agents of the project to those of the user, and tables in config.toml to files.',
    within: {
      // Folder by folder, so that "a/b.toml" precedes "a-b.toml".
      order: ({ path }) => path.replaceAll('/', '\0'),
      effect: '{host} uses the first one in the order of their paths.',
    },
    behind: lost,
    own: ownAgents('replaced', 'default', 'explorer', 'worker'),
    evidence: executedHere,
  },
  skeleton: [
    'name = "${1:name}"',
    'description = "${2:Use it when}"',
    'developer_instructions = """',
    '${3:You are}$0',
    '"""',
    '',
  ].join('\n'),
};

export const codex: Host = {
  id: 'codex',
  name: 'Codex',
  version,
  verified: '2026-11-22',
  package: '@openai/codex',
  startsCalls: {
    ...{ command: 'codex {call}', sign: '$', subjects: ['skill'] },
    evidence: executedHere,
  },
  writeHook,
  plugins,
  ownFile: '.codex/agents/{name}.toml',
  isOnlyInOwnFolders: true,
  recognizedBy: { home: ['.codex'], project: ['.codex'], evidence: readHere },
  locations: [
    {
      ...folder,
      scope: 'project',
      summary: 'Agents of the project, including subfolders. The user has to trust the project.',
    },
    {
      ...folder,
      scope: 'user',
      summary: 'For all projects of a user, including subfolders.',
    },
    ...skillLocations,
    ...hookLocations,
    configurationLocation,
    ...manifestLocations,
    ...standardServerLocations,
    ...marketplaceLocations,
  ],
  companionFiles,
  dialects: {
    agent,
    table: tableDialect(agent),
    skill: skills.dialectNextTo(agent),
    hooks: hookFiles.dialectNextTo(agent),
    configuration: configurationDialect(agent),
    manifest: manifestDialectNextTo(plainDialect, agent, {
      ...refusedWhole,
      'duplicate-key': keyTwice,
      'not-a-mapping': namedByFolder,
    }),
    marketplace: manifestDialectNextTo(marketplaceDialect, agent, {
      ...marketplaceFlaws,
      'duplicate-key': marketplaceFlaws.json,
    }),
    standardServers: standardServers.dialectNextTo(agent),
    standardManifest: manifestDialectNextTo(standardDialect, agent, {
      // It does not see what the file declares, and reads another manifest or none.
      json: { ...namedByFolder, reason: 'json', effect: '{host} does not read this file.' },
      'duplicate-key': keyTwice,
    }),
  },
  // The file that a table names.
  hooksBefore: hooksBeforeCall,
  missing: { file: { effect: refused.effect, evidence: executedHere } },
  conversion,
  kinds: {
    agent: agentFiles,
    table: tableKind(agentFiles),
    skill: skills.kind,
    hooks: hookFiles.kind,
    configuration,
    manifest: manifestKind(uniqueKeysReader(plainKeys)),
    marketplace: marketplaces,
    standardServers: standardServers.kind,
    standardManifest: manifestKind(uniqueKeysReader(standardKeys), standardSkeleton),
  },
};
