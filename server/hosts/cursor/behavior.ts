// What Cursor does with its files.
import { type Dialect, type FlawOutcome, silentlyNotLoaded } from '../model/dialect';
import type { HostBehavior } from '../model/host';
import type { LocatedFile } from '../model/located-file';
import { lost } from '../model/name-precedence';
import type { FlawCode } from '../model/reading';
import { conversion } from './conversion';
import { ran } from './evidence';
import { fields } from './fields';
import { models } from './models';
import { persona } from './persona';
import { reader } from './reader';

const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  binary: {
    outcome: 'ignored',
    reason: 'unknown',
    effect: '{host} treats the file as binary and silently does not load the agent.',
  },
  'no-frontmatter': silentlyNotLoaded('no-frontmatter'),
  'fence-language': silentlyNotLoaded('fence'),
  'unclosed-fence': silentlyNotLoaded('fence'),
  'short-prompt': silentlyNotLoaded('unknown'),
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
    outcome: 'ignored',
    effect: '{host} silently ignores it.',
    meant: {
      'read-only': 'readonly',
      read_only: 'readonly',
      'is-background': 'is_background',
      isbackground: 'is_background',
      run_in_background: 'is_background',
    },
    evidence: ran,
  },
  tools: { tools: [], former: [], forms: [], separators: ',', evidence: ran },
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

export const behavior = (): HostBehavior => ({
  dialects: { agent },
  kinds: {
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
        evidence: ran,
      },
      skeleton: [
        '---',
        'name: ${1:name}',
        'description: ${2:Use it when}',
        '---',
        '',
        '${3:You are}$0',
        '',
      ].join('\n'),
    },
  },
  conversion,
});
