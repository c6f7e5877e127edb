// The declaration of Auggie. Its documentation states a part of it, and its program was read, but never run.

import { entryOf, type Value } from '../../yaml/value';
import type { Dialect, FlawOutcome } from '../model/dialect';
import { silentlyIgnored } from '../model/field';
import { type FlawTable, uncheckedTexts } from '../model/flaw-tables';
import type { Host } from '../model/host';
import type { Location } from '../model/location';
import { inheritedModel, type ModelCatalog } from '../model/models';
import { toolListNames } from '../model/other-spellings';
import { namedSkeleton } from '../model/skeleton';
import { unmeasuredFlaw } from '../model/unmeasured';
import { inDocs, inProgram, version } from './evidence';
import { fields, fieldsWithDenial } from './fields';
import { persona } from './persona';
import { reader } from './reader';
import { commandLocations, commands, skillLocations, skills } from './skills';
import { tools } from './tools';

const folder = { id: 'name-field', evidence: inProgram } as const;

const ownFolder = { ...folder, glob: '.augment/agents/**/*.md', role: 'owner' } as const;

/** Folders of other programs. Only where Auggie is in use, the authors of these files think of it. */
const claudeFolder = {
  ...folder,
  glob: '.claude/agents/**/*.md',
  role: 'guest',
  isOptional: true,
} as const;

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
    summary:
      'Agents of the project, including subfolders. The program also reads files that end in ".txt", which are not checked.',
  },
  { ...ownFolder, scope: 'user', summary: 'For all projects of a user.' },
  { ...claudeFolder, scope: 'project', summary: "Claude Code's agents of the project." },
  { ...claudeFolder, scope: 'user', summary: "Claude Code's agents of a user." },
  {
    ...sharedFolder,
    scope: 'project',
    summary: 'Agents of the project that several programs share.',
  },
  { ...sharedFolder, scope: 'user', summary: 'Agents of a user that several programs share.' },
  ...skillLocations,
  ...commandLocations,
];

const withDefaults: FlawOutcome = {
  outcome: 'loads-changed',
  reason: 'frontmatter-lost',
  losesLimit: true,
  effect:
    '{host} silently ignores the whole frontmatter: the agent is named after its path and has all tools.',
  evidence: inProgram,
};

const flaws: FlawTable = {
  'no-frontmatter': {
    outcome: 'loads',
    reason: 'no-frontmatter',
    effect: '{host} loads the agent: it is named after its path and has all tools.',
    evidence: inProgram,
  },
  yaml: withDefaults,
  'duplicate-key': withDefaults,
  'unclosed-fence': unmeasuredFlaw('fence'),
  'fence-language': unmeasuredFlaw('fence'),
  'leading-text': unmeasuredFlaw('fence'),
  'not-a-mapping': unmeasuredFlaw('yaml'),
  ...uncheckedTexts,
};

/** The account decides which models there are. */
const models: ModelCatalog = {
  models: [],
  resolve: (written) =>
    written === ''
      ? inheritedModel
      : {
          effective: null,
          outcome: 'unchecked',
          effect: '{host} uses its default model if the account has no model of this name.',
        },
  ofAccount: true,
  evidence: inProgram,
};

const agent: Dialect = {
  fields,
  unknownField: {
    ...silentlyIgnored,
    meant: {
      ...toolListNames,
      'disallowed-tools': 'disabled_tools',
      disallowed_tools: 'disabled_tools',
      disallowedTools: 'disabled_tools',
      'disabled-tools': 'disabled_tools',
      disabledTools: 'disabled_tools',
    },
    evidence: inProgram,
  },
  tools,
  models,
  colors: [],
  flaws,
};

/** A file with `disabled_tools`, next to which `tools` has no effect. */
const denying: Dialect = { ...agent, fields: fieldsWithDenial };

/** What an empty list does is not known. */
const isFilled = (value: Value | undefined): boolean =>
  (value?.kind === 'list' && value.items.length > 0) ||
  (value?.kind === 'text' && value.text.trim() !== '');

export const auggie: Host = {
  id: 'auggie',
  name: 'Auggie',
  version,
  verified: '2026-11-22',
  ownFile: '.augment/agents/{name}.md',
  isOnlyInOwnFolders: true,
  recognizedBy: { home: ['.augment'], project: ['.augment'], evidence: inDocs },
  locations,
  dialects: {
    agent,
    'deny-list': denying,
    skill: skills.dialectNextTo(agent),
    command: commands.dialectNextTo(agent),
  },
  dialectOf: (one, { location }) =>
    location.dialect ??
    (isFilled(entryOf(one.fields, 'disabled_tools')?.value) ? 'deny-list' : 'agent'),
  kinds: {
    skill: skills.kind,
    command: commands.kind,
    agent: {
      reader,
      syntax: 'yaml',
      persona,
      skeleton: namedSkeleton(),
    },
  },
};
