// The declaration of Qwen Code, based on running its manager of agents. docs/hosts/qwen-code.md is generated from it.

import { type Dialect, silentlyNotLoaded } from '../model/dialect';
import { silentlyIgnored } from '../model/field';
import { type FlawTable, flawsWith, readByLine, uncheckedTexts } from '../model/flaw-tables';
import type { Host } from '../model/host';
import { firstByPath, projectFirst } from '../model/name-precedence';
import { otherSpellings, toolListNames } from '../model/other-spellings';
import { namedSkeleton } from '../model/skeleton';
import { colors } from './choices';
import { commandLocations, commands, tomlCommands } from './commands';
import { companionFiles } from './companions';
import { conversion } from './conversion';
import { exclusionsFile, executedHere, managerFile, readHere, version } from './evidence';
import { fields } from './fields';
import { guards } from './guards/guards';
import { hooksBeforeCall } from './hooks-before';
import { models } from './models';
import { persona } from './persona';
import { reader } from './reader';
import { defines, references } from './references';
import { serverLocations, servers } from './servers';
import { settings, settingsLocations } from './settings/settings';
import { shortestPrompt } from './shortest-prompt';
import { skillLocations, skills } from './skills';
import { toolSettings } from './tool-settings';
import { tools } from './tools';

const folder = { glob: '.qwen/agents/*.md', role: 'owner', id: 'name-field' } as const;

const flaws: FlawTable = {
  ...flawsWith(
    silentlyNotLoaded,
    'no-frontmatter',
    'leading-text',
    'fence-language',
    'unclosed-fence',
    'short-prompt',
  ),
  'yaml-repaired': readByLine,
  'duplicate-key': readByLine,
  'not-a-mapping': readByLine,
  ...uncheckedTexts,
};

const agent: Dialect = {
  fields,
  unknownField: {
    ...silentlyIgnored,
    meant: {
      ...toolListNames,
      ...otherSpellings('disallowedTools', 'approvalMode', 'permissionMode', 'maxTurns'),
      ...otherSpellings('mcpServers', 'runConfig'),
      disabledTools: 'disallowedTools',
      steps: 'maxTurns',
    },
    evidence: executedHere,
  },
  tools,
  models,
  colors,
  flaws,
  shortestPrompt,
};

/** The agents that are part of the program. */
const builtIn: readonly string[] = [
  ...['general-purpose', 'explore', 'statusline-setup', 'review-agent', 'claude-code', 'codex'],
];

export const qwenCode: Host = {
  id: 'qwen-code',
  name: 'Qwen Code',
  version,
  verified: '2026-11-22',
  package: '@qwen-code/qwen-code',
  startsCalls: {
    ...{ command: 'qwen -i {call}', sign: '/', subjects: ['command'] },
    evidence: executedHere,
  },
  ownFile: '.qwen/agents/{name}.md',
  isOnlyInOwnFolders: true,
  recognizedBy: { home: ['.qwen'], project: ['.qwen'], evidence: readHere(managerFile) },
  locations: [
    {
      ...folder,
      scope: 'project',
      summary: 'Agents of the project, without subfolders.',
      evidence: executedHere,
    },
    {
      ...folder,
      scope: 'user',
      summary: 'For all projects of a user. The project takes precedence.',
      evidence: readHere(managerFile),
    },
    ...skillLocations,
    ...commandLocations,
    ...settingsLocations,
    ...serverLocations,
  ],
  companionFiles,
  guards,
  hooksBefore: hooksBeforeCall,
  toolSettings,
  dialects: {
    agent,
    skill: skills.dialectNextTo(agent),
    command: commands.dialectNextTo(agent),
    'toml-command': tomlCommands.dialectNextTo(agent),
    settings: settings.dialectNextTo(agent),
    servers: servers.dialectNextTo(agent),
  },
  kinds: {
    skill: skills.kind,
    command: commands.kind,
    'toml-command': tomlCommands.kind,
    settings: settings.kind,
    servers: servers.kind,
    agent: {
      reader,
      syntax: 'yaml',
      readsPrompt: true,
      persona,
      references,
      defines,
      sameName: {
        ...projectFirst,
        within: firstByPath,
        own: (id) => (builtIn.includes(id.toLowerCase()) ? 'replaced' : null),
        evidence: executedHere,
      },
      skeleton: namedSkeleton('tools:', '  - ${3:read_file}'),
    },
  },
  conversion,
  delegation: {
    depth: 5,
    effect: '{host} allows calls only five agents deep.',
    leads: () => true,
    evidence: readHere(exclusionsFile),
  },
};
