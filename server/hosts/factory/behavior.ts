// What Factory Droid does with its files.
// docs/hosts/factory.md is generated from it.
import { type Dialect, type FlawOutcome, uncheckedFrontmatter } from '../model/dialect';
import type { HostBehavior } from '../model/host';
import type { LocatedFile } from '../model/located-file';
import { lost } from '../model/name-precedence';
import type { FlawCode } from '../model/reading';
import { conversion } from './conversion';
import { inProgram, ran } from './evidence';
import { fields } from './fields';
import { models } from './models';
import { persona } from './persona';
import { reader } from './reader';
import { tools } from './tools';

const wholeFile = (reason: FlawOutcome['reason']): FlawOutcome => ({
  outcome: 'loads-changed',
  reason,
  losesLimit: true,
  effect: '{host} finds no frontmatter: the whole file is the prompt, and the agent has all tools.',
});

const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
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
  'yaml-repaired': {
    outcome: 'loads-changed',
    reason: 'yaml-repaired',
    effect: '{host} reads the frontmatter line by line instead.',
  },
  'duplicate-key': {
    outcome: 'loads-changed',
    reason: 'yaml-repaired',
    effect: '{host} reads the frontmatter line by line instead.',
  },
  'not-a-mapping': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    effect:
      '{host} silently ignores the whole frontmatter: the agent is called by its file name and has all tools.',
  },
  'too-large': uncheckedFrontmatter,
};

const agent: Dialect = {
  fields,
  unknownField: {
    outcome: 'ignored',
    effect: '{host} silently ignores it.',
    meant: {
      'allowed-tools': 'tools',
      allowedTools: 'tools',
      reasoning_effort: 'reasoningEffort',
      'reasoning-effort': 'reasoningEffort',
      effort: 'reasoningEffort',
      mcp_servers: 'mcpServers',
    },
    // The menu of the program shows them, and writes the first one.
    options: { keys: ['version', 'createdAt', 'updatedAt'], evidence: inProgram },
    evidence: ran,
  },
  tools,
  models,
  colors: [],
  shortensDescriptions: true,
  flaws,
};

/** Custom agents replace these. */
const builtIn: readonly string[] = ['worker', 'explorer'];

const rankOf = ({ location: { scope } }: LocatedFile): number => (scope === 'project' ? 1 : 0);

export const behavior = (): HostBehavior => ({
  dialects: { agent },
  conversion,
  kinds: {
    agent: {
      reader,
      syntax: 'yaml',
      readsPrompt: true,
      persona,
      sameName: {
        rank: rankOf,
        wins: '{host} prefers agents of the project to those of the user.',
        nested: () => ({ first: 'inner', effect: '{host} prefers the inner folder.' }),
        tie: '{host} uses the first one that the file system lists.',
        behind: lost,
        own: (id) => (builtIn.includes(id) ? 'replaced' : null),
        evidence: ran,
      },
      skeleton: [
        '---',
        'name: ${1:name}',
        'description: ${2:Use it when}',
        'tools: [${3:Read}]',
        '---',
        '',
        '${4:You are}$0',
        '',
      ].join('\n'),
    },
  },
});
