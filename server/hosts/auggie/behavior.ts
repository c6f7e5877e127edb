// What Auggie does with its files. Its documentation states a part of it, and its program was read, but never run.
import { entryOf, type Value } from '../../yaml/value';
import { type Dialect, type FlawOutcome, uncheckedFrontmatter } from '../model/dialect';
import type { HostBehavior } from '../model/host';
import { inheritedModel, type ModelCatalog } from '../model/models';
import type { FlawCode } from '../model/reading';
import { unmeasuredFlaw } from '../model/unmeasured';
import { inProgram } from './evidence';
import { fields, fieldsWithDenial } from './fields';
import { persona } from './persona';
import { reader } from './reader';
import { tools } from './tools';

const withDefaults: FlawOutcome = {
  outcome: 'loads-changed',
  reason: 'frontmatter-lost',
  losesLimit: true,
  effect:
    '{host} silently ignores the whole frontmatter: the agent is named after its path and has all tools.',
  evidence: inProgram,
};

const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
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
  'too-large': uncheckedFrontmatter,
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
    outcome: 'ignored',
    effect: '{host} silently ignores it.',
    meant: {
      'allowed-tools': 'tools',
      allowedTools: 'tools',
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

export const behavior = (): HostBehavior => ({
  dialects: { agent, 'deny-list': denying },
  dialectOf: (one) =>
    isFilled(entryOf(one.fields, 'disabled_tools')?.value) ? 'deny-list' : 'agent',
  kinds: {
    agent: {
      reader,
      syntax: 'yaml',
      persona,
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
});
