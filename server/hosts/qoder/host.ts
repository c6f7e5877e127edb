// The declaration of Qoder CLI, based on running the parts of it that read agent files. docs/hosts/qoder.md is generated from it.

import type { Dialect } from '../model/dialect';
import { silentlyIgnored } from '../model/field';
import {
  type FlawTable,
  flawsWith,
  promptLostAfterFence,
  uncheckedTexts,
} from '../model/flaw-tables';
import type { Host } from '../model/host';
import type { LocatedFile } from '../model/located-file';
import type { Location } from '../model/location';
import { inheritedModel, type ModelCatalog } from '../model/models';
import { ownAgents, projectFirst } from '../model/name-precedence';
import { otherSpellings, toolListNames } from '../model/other-spellings';
import { namedSkeleton } from '../model/skeleton';
import { conversion } from './conversion';
import { executedHere, inProgram, version } from './evidence';
import { colors, fields, refused } from './fields';
import { persona } from './persona';
import { reader } from './reader';
import { commandLocations, commands, skillLocations, skills } from './skills';
import { tools } from './tools';

const folder = {
  glob: '.qoder/agents/**/*.md',
  role: 'owner',
  id: 'name-field',
  ignoredPrefix: '_',
  ignoresFoldersWithPrefix: true,
} as const;

const locations: readonly Location[] = [
  {
    ...folder,
    scope: 'project',
    summary: 'Agents of the project, including subfolders, in the folder in which it is started.',
    evidence: executedHere,
  },
  {
    ...folder,
    scope: 'user',
    summary: 'For all projects of a user. The project takes precedence.',
    evidence: inProgram,
  },
  ...skillLocations,
  ...commandLocations,
];

const flaws: FlawTable = {
  ...flawsWith(
    (reason) => ({ outcome: 'refused', reason, effect: refused.effect }),
    'no-frontmatter',
    'leading-text',
    'fence-language',
    'unclosed-fence',
    'yaml',
    'duplicate-key',
    'not-a-mapping',
  ),
  ...promptLostAfterFence,
  'yaml-repaired': {
    outcome: 'loads-changed',
    reason: 'yaml-repaired',
    effect: '{host} repairs it by quoting values, which turns inline lists and maps into strings.',
  },
  ...uncheckedTexts,
};

const models: ModelCatalog = {
  models: [
    { id: 'inherit', means: 'The model of the session.' },
    { id: 'lite', means: 'For simple questions and tasks.' },
    { id: 'efficient', means: 'For daily coding.' },
    { id: 'auto', means: 'For complex tasks.' },
    { id: 'performance', means: 'For hard problems and large projects.' },
    { id: 'ultimate', means: 'The most capable.' },
  ],
  resolve: (written) =>
    written === '' || written === 'inherit'
      ? inheritedModel
      : {
          effective: null,
          outcome: 'unchecked',
          effect: '{host} accepts any name. The available models depend on your account.',
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
      ...otherSpellings(
        'disallowedTools',
        'maxTurns',
        'timeoutMins',
        'mcpServers',
        'permissionMode',
      ),
    },
    evidence: executedHere,
  },
  tools,
  models,
  colors,
  flaws,
};

/**
 * The program reads the files of a folder in the order of their names, and its subfolders after them. The last agent is used, so
 * each character counts in reverse.
 */
function readingOrder({ below }: LocatedFile): string {
  const parts = below.split('/');
  const key = parts.map((part, index) => `${index < parts.length - 1 ? 1 : 0}${part}\0`).join('');
  return key.replaceAll(/[\s\S]/g, (one) => String.fromCharCode(0xff_ff - one.charCodeAt(0)));
}

export const qoder: Host = {
  id: 'qoder',
  name: 'Qoder CLI',
  version,
  verified: '2026-11-22',
  package: '@qoder-ai/qodercli',
  ownFile: '.qoder/agents/{name}.md',
  isOnlyInOwnFolders: true,
  recognizedBy: { home: ['.qoder'], project: ['.qoder'], evidence: inProgram },
  locations,
  dialects: {
    agent,
    skill: skills.dialectNextTo(agent),
    command: commands.dialectNextTo(agent),
  },
  conversion,
  kinds: {
    skill: skills.kind,
    command: commands.kind,
    agent: {
      reader,
      syntax: 'yaml',
      readsPrompt: true,
      persona,
      sameName: {
        ...projectFirst,
        within: {
          order: readingOrder,
          effect: '{host} silently uses whichever it reads last.',
        },
        own: ownAgents(
          'replaced',
          'general-purpose',
          'statusline-setup',
          'Explore',
          'Plan',
          'qoder-guide',
        ),
        evidence: executedHere,
      },
      skeleton: namedSkeleton('tools: ${3:Read, Grep, Glob}'),
    },
  },
};
