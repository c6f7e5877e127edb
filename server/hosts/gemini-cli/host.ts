// The declaration of Gemini CLI, based on running its loader. docs/hosts/gemini-cli.md is generated from it.

import type { Dialect } from '../model/dialect';
import {
  type FlawTable,
  flawsWith,
  promptLostAfterFence,
  rejectedWithoutFences,
  uncheckedTexts,
} from '../model/flaw-tables';
import type { Host } from '../model/host';
import { firstByPath, ownAgents, projectFirst } from '../model/name-precedence';
import { namedSkeleton } from '../model/skeleton';
import { commandLocations, commands } from './commands';
import { companionFiles } from './companions';
import { conversion } from './conversion';
import { executedHere, readHere, readOutside, version } from './evidence';
import { fields, refused } from './fields';
import { guards } from './guards/guards';
import { hooksBeforeCall } from './hooks-before';
import { models } from './models';
import { persona } from './persona';
import { reader } from './reader';
import { defines, missing, references } from './references';
import { settings, settingsLocations } from './settings/settings';
import { skillLocations, skills } from './skills';
import { toolSettings } from './tool-settings';
import { tools } from './tools';
import { writeHook } from './write-hook';

const folder = {
  glob: '.gemini/agents/*.md',
  ignoredPrefix: '_',
  role: 'owner',
  id: 'name-field',
} as const;

const flaws: FlawTable = {
  ...rejectedWithoutFences,
  ...promptLostAfterFence,
  ...flawsWith(
    (reason) => ({ outcome: 'refused', reason, effect: refused.effect }),
    'yaml',
    'duplicate-key',
    'not-a-mapping',
  ),
  'without-prompt': {
    outcome: 'unknown',
    reason: 'unknown',
    effect: '{host} reads it as a remote agent, which is not checked here.',
  },
  ...uncheckedTexts,
};

const agent: Dialect = {
  fields,
  unknownField: {
    outcome: 'refused',
    file: 'refused',
    effect: refused.effect,
    meant: {
      mcpServers: 'mcp_servers',
      'mcp-servers': 'mcp_servers',
      maxTurns: 'max_turns',
      'max-turns': 'max_turns',
      steps: 'max_turns',
      displayName: 'display_name',
      'display-name': 'display_name',
      timeoutMins: 'timeout_mins',
      timeout: 'timeout_mins',
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

export const geminiCli: Host = {
  id: 'gemini-cli',
  name: 'Gemini CLI',
  version,
  verified: '2026-11-21',
  linksOut: readOutside,
  package: '@google/gemini-cli-core',
  startsCalls: {
    ...{ command: 'gemini -i {call}', sign: '/', subjects: ['command'] },
    evidence: executedHere,
  },
  writeHook,
  ownFile: '.gemini/agents/{name}.md',
  isOnlyInOwnFolders: true,
  recognizedBy: {
    home: ['.gemini'],
    project: ['.gemini'],
    evidence: readHere('config/storage.js'),
  },
  locations: [
    {
      ...folder,
      scope: 'project',
      summary:
        'Agents of the project, without subfolders. The user confirms each version of a file once.',
      evidence: executedHere,
    },
    {
      ...folder,
      scope: 'user',
      summary: 'For all projects of a user. The project takes precedence.',
      evidence: readHere('config/storage.js'),
    },
    ...skillLocations,
    ...commandLocations,
    ...settingsLocations,
  ],
  companionFiles,
  guards,
  hooksBefore: hooksBeforeCall,
  toolSettings,
  dialects: {
    agent,
    skill: skills.dialectNextTo(agent),
    command: commands.dialectNextTo(agent),
    settings: settings.dialectNextTo(agent),
  },
  kinds: {
    skill: skills.kind,
    command: commands.kind,
    settings: settings.kind,
    agent: {
      reader,
      syntax: 'yaml',
      persona,
      references,
      defines,
      sameName: {
        ...projectFirst,
        within: {
          ...firstByPath,
          // Of two agents of a project, the user confirms one after the other.
          order: ({ path, location }) => (location.scope === 'user' ? path : ''),
        },
        tie: '{host} uses the one that you confirmed last.',
        own: ownAgents('stays', 'codebase_investigator', 'cli_help', 'generalist'),
        evidence: executedHere,
      },
      skeleton: namedSkeleton('tools:', '  - ${3:read_file}'),
    },
  },
  missing,
  conversion,
  delegation: {
    depth: 1,
    effect: '{host} does not let a called agent call other agents.',
    leads: () => false,
    evidence: readHere('agents/local-executor.js'),
  },
};
