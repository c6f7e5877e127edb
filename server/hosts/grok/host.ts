// The declaration of Grok Build, based on running the program itself. docs/hosts/grok.md is generated from it.

import { type Dialect, silentlyNotLoaded } from '../model/dialect';
import { silentlyIgnored } from '../model/field';
import { type FlawTable, flawsWith, uncheckedTexts } from '../model/flaw-tables';
import type { Host } from '../model/host';
import { type LocatedFile, rootOf } from '../model/located-file';
import type { Location } from '../model/location';
import { lost } from '../model/name-precedence';
import { otherSpellings, toolListNames } from '../model/other-spellings';
import { namedSkeleton } from '../model/skeleton';
import { conversion } from './conversion';
import { executedHere, inProgram, version } from './evidence';
import { colors, fields } from './fields';
import { models } from './models';
import { persona } from './persona';
import { reader } from './reader';
import { commandLocations, commands, skillLocations, skills } from './skills';
import { tools } from './tools';

const ownFolder = { glob: '.grok/agents/*.md', role: 'owner', id: 'file-name' } as const;

/** Files that are written for Claude Code. Only where Grok Build is in use, their authors think of it. */
const claudeFolder = {
  glob: '.claude/agents/*.md',
  role: 'guest',
  isOptional: true,
  id: 'file-name',
} as const;

const locations: readonly Location[] = [
  {
    ...ownFolder,
    scope: 'project',
    summary: 'Agents of the project, without subfolders.',
    evidence: executedHere,
  },
  {
    ...ownFolder,
    scope: 'user',
    summary: 'For all projects of a user. The project takes precedence.',
    evidence: inProgram,
  },
  {
    ...claudeFolder,
    scope: 'project',
    summary: "Claude Code's agents of the project, unless a setting turns them off.",
    evidence: executedHere,
  },
  {
    ...claudeFolder,
    scope: 'user',
    summary: "Claude Code's agents of a user, unless a setting turns them off.",
    evidence: inProgram,
  },
];

const flaws: FlawTable = {
  ...flawsWith(
    silentlyNotLoaded,
    'no-frontmatter',
    'unclosed-fence',
    'yaml',
    'duplicate-key',
    'not-a-mapping',
  ),
  ...uncheckedTexts,
};

const agent: Dialect = {
  fields,
  empty: 'accepted',
  unknownField: {
    ...silentlyIgnored,
    meant: {
      ...toolListNames,
      ...otherSpellings('disallowedTools', 'permissionMode', 'capabilityMode', 'promptMode'),
      ...otherSpellings('maxTurns', 'mcpServers'),
      reasoning_effort: 'effort',
      reasoningEffort: 'effort',
    },
    evidence: executedHere,
  },
  tools,
  limits: [{ field: 'capabilityMode', value: 'read-only', denies: ['write', 'run'] }],
  models,
  colors,
  flaws,
};

/** The agents that are part of the program. */
const builtIn: readonly string[] = ['general-purpose', 'explore', 'plan'];

/** Agents of a project come first, of these those of the inner folder, and at one place those of the own folder. */
function rankOf(place: LocatedFile): number {
  const { scope, role } = place.location;
  const depth = scope === 'project' ? 1 + rootOf(place).split('/').length : 0;
  return 2 * depth + (role === 'owner' ? 1 : 0);
}

/** The program looks for an agent in the project, among its own, and then in the folders of the user. */
const ofProgram = (id: string, place?: LocatedFile): 'replaced' | 'stays' | null => {
  if (!builtIn.includes(id)) return null;
  return place?.location.scope === 'user' ? 'stays' : 'replaced';
};

export const grok: Host = {
  id: 'grok',
  name: 'Grok Build',
  version,
  verified: '2026-11-22',
  package: '@xai-official/grok',
  ownFile: '.grok/agents/{name}.md',
  isOnlyInOwnFolders: true,
  recognizedBy: { home: ['.grok'], project: ['.grok'], evidence: inProgram },
  locations: [...locations, ...skillLocations, ...commandLocations],
  dialects: {
    agent,
    skill: skills.dialectNextTo(agent),
    command: commands.dialectNextTo(agent),
  },
  conversion,
  kinds: {
    agent: {
      reader,
      syntax: 'yaml',
      readsPrompt: true,
      persona,
      sameName: {
        rank: rankOf,
        wins: '{host} prefers agents of the project to those of the user, the inner folder to the outer one, and its own folder to others.',
        behind: lost,
        own: ofProgram,
        evidence: executedHere,
      },
      skeleton: namedSkeleton('tools:', '  - ${3:read_file}'),
    },
    skill: skills.kind,
    command: commands.kind,
  },
};
