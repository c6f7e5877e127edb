// The declaration of Kimi Code, based on running the parts of it that read agent files. docs/hosts/kimi.md is generated from it.

import { type Dialect, silentlyNotLoaded } from '../model/dialect';
import { silentlyIgnored } from '../model/field';
import { type FlawTable, flawsWith, uncheckedTexts } from '../model/flaw-tables';
import type { Host } from '../model/host';
import type { LocatedFile } from '../model/located-file';
import type { Location } from '../model/location';
import { inheritedModel, type ModelCatalog } from '../model/models';
import { firstByPath, lost } from '../model/name-precedence';
import { otherSpellings, toolListNames } from '../model/other-spellings';
import { namedSkeleton } from '../model/skeleton';
import { conversion } from './conversion';
import { executedHere, inProgram, version } from './evidence';
import { fields } from './fields';
import { isBuiltIn } from './names';
import { persona } from './persona';
import { reader } from './reader';
import { flatSkills, skillLocations, skills } from './skills';
import { tools } from './tools';

const folder = {
  id: 'name-field',
  skipsHidden: true,
  exceptFolders: ['node_modules'],
  exceptEvidence: executedHere,
} as const;

const ownFolder = { ...folder, glob: '.kimi-code/agents/**/*.md', role: 'owner' } as const;

/** A folder of several programs, each with fields of its own. Only where Kimi Code is in use, its authors think of it. */
const sharedFolder = {
  ...folder,
  glob: '.agents/agents/**/*.md',
  role: 'guest',
  isOptional: true,
} as const;

const locations: readonly Location[] = [
  {
    ...ownFolder,
    scope: 'project',
    summary: 'Agents of the project, including subfolders, at the root of the git repository.',
    evidence: executedHere,
  },
  {
    ...ownFolder,
    scope: 'user',
    summary: 'For all projects of a user. The project takes precedence.',
    evidence: inProgram,
  },
  {
    ...sharedFolder,
    scope: 'project',
    summary: 'Agents of the project that several programs share.',
    evidence: executedHere,
  },
  {
    ...sharedFolder,
    scope: 'user',
    summary: 'Agents of a user that several programs share.',
    evidence: inProgram,
  },
];

const flaws: FlawTable = {
  ...flawsWith(
    silentlyNotLoaded,
    'no-frontmatter',
    'leading-text',
    'fence-language',
    'unclosed-fence',
    'yaml',
    'duplicate-key',
    'not-a-mapping',
    'short-prompt',
  ),
  ...uncheckedTexts,
  'name-breaks-host': {
    outcome: 'ignored',
    reason: 'name',
    effect:
      '{host} silently does not load an agent without "name" whose file name is not kebab-case, such as "code-reviewer".',
  },
  'name-vanishes': {
    outcome: 'ignored',
    reason: 'name',
    effect:
      '{host} has a built-in agent with this name and silently ignores this one unless "override" is true.',
  },
};

/** Agents have no model of their own. */
const models: ModelCatalog = {
  models: [],
  resolve: () => inheritedModel,
  evidence: inProgram,
};

const agent: Dialect = {
  fields,
  empty: 'accepted',
  unknownField: {
    ...silentlyIgnored,
    meant: {
      ...toolListNames,
      ...otherSpellings('disallowedTools', 'whenToUse'),
      disabledTools: 'disallowedTools',
      agents: 'subagents',
    },
    evidence: executedHere,
  },
  tools,
  models,
  colors: [],
  flaws,
  shortestPrompt: 1,
};

/** Agents of a project come first, and in each scope those of the own folder. */
const rankOf = ({ location: { scope, role } }: LocatedFile): number =>
  (scope === 'project' ? 2 : 0) + (role === 'owner' ? 1 : 0);

export const kimi: Host = {
  id: 'kimi',
  name: 'Kimi Code',
  version,
  verified: '2026-11-22',
  package: '@moonshot-ai/kimi-code',
  ownFile: '.kimi-code/agents/{name}.md',
  isOnlyInOwnFolders: true,
  recognizedBy: { home: ['.kimi-code'], project: ['.kimi-code'], evidence: inProgram },
  locations: [...locations, ...skillLocations],
  dialects: {
    agent,
    skill: skills.dialectNextTo(agent),
    'flat-skill': flatSkills.dialectNextTo(agent),
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
        wins: '{host} prefers agents of the project to those of the user, and its own folder to others.',
        within: firstByPath,
        behind: lost,
        // The file states it: without `override`, it is no agent.
        own: (id) => (isBuiltIn(id) ? 'changed' : null),
        evidence: executedHere,
      },
      skeleton: namedSkeleton('tools:', '  - ${3:Read}'),
    },
    skill: skills.kind,
    'flat-skill': flatSkills.kind,
  },
};
