// What Kimi Code does with its files.
import {
  type Dialect,
  type FlawOutcome,
  silentlyNotLoaded,
  uncheckedFrontmatter,
} from '../model/dialect';
import type { HostBehavior } from '../model/host';
import type { LocatedFile } from '../model/located-file';
import { inheritedModel, type ModelCatalog } from '../model/models';
import { lost } from '../model/name-precedence';
import type { FlawCode } from '../model/reading';
import { conversion } from './conversion';
import { inProgram, ran } from './evidence';
import { fields } from './fields';
import { isBuiltIn } from './names';
import { persona } from './persona';
import { reader } from './reader';
import { tools } from './tools';

const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  'no-frontmatter': silentlyNotLoaded('no-frontmatter'),
  'leading-text': silentlyNotLoaded('no-frontmatter'),
  'fence-language': silentlyNotLoaded('fence'),
  'unclosed-fence': silentlyNotLoaded('fence'),
  yaml: silentlyNotLoaded('yaml'),
  'duplicate-key': silentlyNotLoaded('yaml'),
  'not-a-mapping': silentlyNotLoaded('yaml'),
  'short-prompt': silentlyNotLoaded('unknown'),
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
  'too-large': uncheckedFrontmatter,
};

/** Agents have no model of their own. */
const models: ModelCatalog = {
  models: [],
  resolve: () => inheritedModel,
  evidence: inProgram,
};

const agent: Dialect = {
  fields,
  unknownField: {
    outcome: 'ignored',
    effect: '{host} silently ignores it.',
    meant: {
      'when-to-use': 'whenToUse',
      when_to_use: 'whenToUse',
      'allowed-tools': 'tools',
      allowedTools: 'tools',
      'disallowed-tools': 'disallowedTools',
      disallowed_tools: 'disallowedTools',
      disabledTools: 'disallowedTools',
      agents: 'subagents',
    },
    evidence: ran,
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
        wins: '{host} prefers agents of the project to those of the user, and its own folder to others.',
        within: {
          order: ({ path }) => path,
          effect: '{host} uses the first one in the order of their paths.',
        },
        behind: lost,
        // The file states it: without `override`, it is no agent.
        own: (id) => (isBuiltIn(id) ? 'changed' : null),
        evidence: ran,
      },
      skeleton: [
        '---',
        'name: ${1:name}',
        'description: ${2:Use it when}',
        'tools:',
        '  - ${3:Read}',
        '---',
        '',
        '${4:You are}$0',
        '',
      ].join('\n'),
    },
  },
});
