// The declaration of Factory Droid, based on running the parts of it that load agents. docs/hosts/factory.md is generated from it.

import type { Dialect, FlawOutcome } from '../model/dialect';
import { silentlyIgnored } from '../model/field';
import { type FlawTable, readByLine, uncheckedTexts } from '../model/flaw-tables';
import type { Host } from '../model/host';
import { ownAgents, projectFirst } from '../model/name-precedence';
import { otherSpellings, toolListNames } from '../model/other-spellings';
import { namedSkeleton } from '../model/skeleton';
import { conversion } from './conversion';
import { executedHere, inProgram, version } from './evidence';
import { fields } from './fields';
import { models } from './models';
import { persona } from './persona';
import { reader } from './reader';
import { commandLocations, commands, skillLocations, skills } from './skills';
import { tools } from './tools';

const folder = { glob: '.factory/droids/*.md', role: 'owner', id: 'name-field' } as const;

const wholeFile = (reason: FlawOutcome['reason']): FlawOutcome => ({
  outcome: 'loads-changed',
  reason,
  losesLimit: true,
  effect: '{host} finds no frontmatter: the whole file is the prompt, and the agent has all tools.',
});

const flaws: FlawTable = {
  'no-frontmatter': wholeFile('no-frontmatter'),
  'leading-text': wholeFile('frontmatter-lost'),
  'unclosed-fence': wholeFile('fence'),
  'fence-language': wholeFile('fence'),
  'early-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect:
      '{host} ends the frontmatter at the first line that begins with three dashes, so the rest of that line becomes part of the prompt.',
  },
  'yaml-repaired': readByLine,
  'duplicate-key': readByLine,
  'not-a-mapping': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    effect:
      '{host} silently ignores the whole frontmatter: the agent is called by its file name and has all tools.',
  },
  ...uncheckedTexts,
};

const agent: Dialect = {
  fields,
  unknownField: {
    ...silentlyIgnored,
    meant: {
      ...toolListNames,
      ...otherSpellings('reasoningEffort', 'mcpServers'),
      effort: 'reasoningEffort',
    },
    // The menu of the program shows them, and writes the first one.
    options: { keys: ['version', 'createdAt', 'updatedAt'], evidence: inProgram },
    evidence: executedHere,
  },
  tools,
  models,
  colors: [],
  shortensDescriptions: true,
  flaws,
};

export const factory: Host = {
  id: 'factory',
  name: 'Factory Droid',
  version,
  verified: '2026-11-22',
  package: '@factory/cli-linux-x64-baseline',
  ownFile: '.factory/droids/{name}.md',
  isOnlyInOwnFolders: true,
  recognizedBy: { home: ['.factory'], project: ['.factory'], evidence: inProgram },
  locations: [
    {
      ...folder,
      scope: 'project',
      summary:
        'Agents of the project, without subfolders. The program also reads this folder below the root of the git repository, down to the folder in which it is started.',
      evidence: executedHere,
    },
    {
      ...folder,
      scope: 'user',
      summary: 'For all projects of a user. The project takes precedence.',
      evidence: executedHere,
    },
    ...skillLocations,
    ...commandLocations,
  ],
  dialects: { agent, skill: skills.dialectNextTo(agent), command: commands.dialectNextTo(agent) },
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
        nested: () => ({ first: 'inner', effect: '{host} prefers the inner folder.' }),
        tie: '{host} uses the first one that the file system lists.',
        own: ownAgents('replaced', 'worker', 'explorer'),
        evidence: executedHere,
      },
      skeleton: namedSkeleton('tools: [${3:Read}]'),
    },
  },
};
