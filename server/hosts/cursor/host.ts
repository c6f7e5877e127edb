// The declaration of Cursor, based on running its service of agents. docs/hosts/cursor.md is generated from it.

import { type Dialect, silentlyNotLoaded } from '../model/dialect';
import { silentlyIgnored } from '../model/field';
import { type FlawTable, flawsWith } from '../model/flaw-tables';
import type { Host } from '../model/host';
import type { LocatedFile } from '../model/located-file';
import type { Location } from '../model/location';
import { lost } from '../model/name-precedence';
import { namedSkeleton } from '../model/skeleton';
import { conversion } from './conversion';
import { executedHere, inDocs, inProgram, version } from './evidence';
import { fields } from './fields';
import { models } from './models';
import { persona } from './persona';
import { reader } from './reader';
import { commandLocations, commands, skillLocations, skills } from './skills';

/** The endings of the file names that it reads. */
const endings: readonly string[] = ['.md', '.mdc', '.markdown'];

const folder = {
  id: 'name-field',
  ignoresCase: true,
  skipsHidden: 'folders',
  exceptFolders: ['node_modules', '__pycache__', 'dist', 'build'],
  exceptEvidence: inProgram,
} as const;

const inFolder = (
  name: string,
  own: Omit<Location, 'glob' | Exclude<keyof typeof folder, 'exceptEvidence'>>,
): Location[] => endings.map((ending) => ({ ...folder, ...own, glob: `${name}/**/*${ending}` }));

const flaws: FlawTable = {
  binary: {
    outcome: 'ignored',
    reason: 'unknown',
    effect: '{host} treats the file as binary and silently does not load the agent.',
  },
  ...flawsWith(
    silentlyNotLoaded,
    'no-frontmatter',
    'fence-language',
    'unclosed-fence',
    'short-prompt',
  ),
  'cut-value': {
    outcome: 'loads-changed',
    reason: 'field',
    effect: '{host} reads only the first line of a value.',
  },
  'missing-colon': {
    outcome: 'loads-changed',
    reason: 'field',
    effect: '{host} ignores lines without a colon.',
  },
  'nested-key': {
    outcome: 'loads-changed',
    reason: 'field',
    effect: '{host} ignores indentation and uses it as a field of the agent.',
  },
};

const agent: Dialect = {
  fields,
  unknownField: {
    ...silentlyIgnored,
    meant: {
      'read-only': 'readonly',
      read_only: 'readonly',
      'is-background': 'is_background',
      isbackground: 'is_background',
      run_in_background: 'is_background',
    },
    evidence: executedHere,
  },
  tools: { tools: [], former: [], forms: [], separators: ',', evidence: executedHere },
  limits: [{ field: 'readonly', value: 'true', denies: ['write', 'run'] }],
  models,
  colors: [],
  flaws,
  shortestPrompt: 1,
};

/** Of agents with one name the first one counts, in this order of folders; those of a project come first. */
const folders = ['.grok/agents', '.claude/agents', '.cursor/agents'] as const;

const rankOf = ({ location: { glob, scope } }: LocatedFile): number =>
  folders.findIndex((name) => glob.startsWith(name)) + (scope === 'project' ? folders.length : 0);

/** The program compares paths like words: without regard to case and accents, and "_" first. */
const sortKey = ({ path }: LocatedFile): string =>
  path.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('_', ' ');

export const cursor: Host = {
  id: 'cursor',
  name: 'Cursor',
  version,
  verified: '2026-11-22',
  package: '@cursor/sdk',
  plugins: 'unmeasured',
  ownFile: '.cursor/agents/{name}.md',
  isOnlyInOwnFolders: true,
  recognizedBy: { home: ['.cursor'], project: ['.cursor'], evidence: inProgram },
  locations: [
    ...inFolder('.cursor/agents', {
      scope: 'project',
      role: 'owner',
      exceptEvidence: executedHere,
      summary: 'Agents of the project, including subfolders.',
      evidence: executedHere,
    }),
    ...inFolder('.cursor/agents', {
      scope: 'user',
      role: 'owner',
      summary: 'For all projects of a user. The project takes precedence.',
      evidence: inDocs,
    }),
    ...inFolder('.claude/agents', {
      scope: 'project',
      role: 'guest',
      isOptional: true,
      summary: "Claude Code's agents of the project, unless a setting turns them off.",
      evidence: executedHere,
    }),
    ...inFolder('.claude/agents', {
      scope: 'user',
      role: 'guest',
      isOptional: true,
      summary: "Claude Code's agents of a user.",
      evidence: inDocs,
    }),
    ...inFolder('.grok/agents', {
      scope: 'project',
      role: 'guest',
      isOptional: true,
      summary: "Grok's agents of the project, unless a setting turns them off.",
      evidence: executedHere,
    }),
    ...skillLocations,
    ...commandLocations,
  ],
  dialects: { agent, skill: skills.dialectNextTo(agent), command: commands.dialectNextTo(agent) },
  kinds: {
    skill: skills.kind,
    command: commands.kind,
    agent: {
      reader,
      syntax: 'line-scanner',
      readsPrompt: true,
      persona,
      sameName: {
        rank: rankOf,
        wins: '{host} prefers agents of the project to those of the user, and its own folder to others.',
        within: {
          order: sortKey,
          effect: '{host} uses the first one in the order of their paths.',
        },
        behind: lost,
        own: () => null,
        ownNames: ['explore', 'bash', 'browser'],
        evidence: executedHere,
      },
      skeleton: namedSkeleton(),
    },
  },
  conversion,
};
