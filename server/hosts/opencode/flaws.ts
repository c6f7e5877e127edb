// The outcome of each flaw that OpenCode's reader finds in a file. OpenCode reports none of them to the user. The rules
// describe the problem; these effects describe what the host does.
import type { FlawOutcome } from '../model/dialect';
import type { FlawCode } from '../model/reading';

export const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  'leading-text': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    losesLimit: true,
    effect: '{host} finds no frontmatter and uses the whole file as the prompt.',
  },
  'unclosed-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect: '{host} treats the rest of the file as frontmatter, so the agent has no prompt.',
  },
  'early-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect:
      '{host} ends the frontmatter at the first line that begins with three dashes, so the rest of that line becomes part of the prompt.',
  },
  'fence-language': {
    outcome: 'loads-changed',
    reason: 'fence',
    losesLimit: true,
    effect:
      '{host} reads it as an unknown language, ignores the frontmatter and uses the whole file as the prompt.',
  },
  'frontmatter-lost': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    effect:
      '{host} ignores the frontmatter with its limits, and uses the whole file as the prompt.',
  },
  yaml: {
    outcome: 'ignored',
    reason: 'yaml',
    effect: '{host} tries to repair the frontmatter, then silently drops the file.',
  },
  'yaml-repaired': {
    outcome: 'loads-changed',
    reason: 'yaml-repaired',
    effect: '{host} repairs it by turning each value that contains a colon into a block scalar.',
  },
  'not-a-mapping': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    effect:
      '{host} splits it into items or characters and sends these to the model provider as options.',
  },
  executable: {
    outcome: 'unknown',
    reason: 'fence',
    effect: '{host} runs the text between the fences as code when it starts.',
  },
  'too-large': {
    outcome: 'unknown',
    reason: 'too-large',
    effect: '{host} reads frontmatter of any size, but this one is too large to be checked here.',
  },
  'name-breaks-host': {
    outcome: 'stops-host',
    late: true,
    reason: 'name',
    effect: '{host} shows none of its agents if one has this name.',
  },
  'value-breaks-host': {
    outcome: 'stops-host',
    late: true,
    reason: 'field',
    effect: '{host} shows none of its agents if an option of one is infinite or not a number.',
  },
  'name-vanishes': {
    outcome: 'ignored',
    reason: 'name',
    effect: '{host} silently drops an agent with this name.',
  },
};
