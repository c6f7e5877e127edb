// What becomes of a file that OpenCode's reader stumbles over. It tells the person nothing of any of this. The rules
// say what is wrong; these words say what the host makes of it.
import type { FlawFate } from '../host';
import type { FlawCode } from '../reading';

export const flaws: Readonly<Partial<Record<FlawCode, FlawFate>>> = {
  'leading-text': {
    fate: 'loads-changed',
    reason: 'frontmatter-lost',
    effect: '{host} reads no settings, and takes the whole file for the prompt.',
  },
  'unclosed-fence': {
    fate: 'loads-changed',
    reason: 'fence',
    effect: '{host} takes all the rest for settings, and the agent has no prompt.',
  },
  'early-fence': {
    fate: 'loads-changed',
    reason: 'fence',
    effect:
      '{host} ends the settings at the first line that begins with three dashes, and the rest of that line begins the prompt.',
  },
  'fence-language': {
    fate: 'loads-changed',
    reason: 'fence',
    effect:
      '{host} takes it for a language that it does not know, reads no settings, and takes the whole file for the prompt.',
  },
  'frontmatter-lost': {
    fate: 'loads-changed',
    reason: 'frontmatter-lost',
    effect:
      '{host} keeps the agent without any setting, its limits included, with the whole file for the prompt, and does not say so.',
  },
  yaml: {
    fate: 'ignored',
    reason: 'yaml',
    effect: '{host} drops the file without a word, also after a repair.',
  },
  'yaml-repaired': {
    fate: 'loads-changed',
    reason: 'yaml-repaired',
    effect: '{host} repairs it by making a block scalar of each value that contains a colon.',
  },
  'not-a-mapping': {
    fate: 'loads-changed',
    reason: 'frontmatter-lost',
    effect: '{host} sends it piece by piece to the model provider, as options.',
  },
  executable: {
    fate: 'unknown',
    reason: 'fence',
    effect: '{host} runs what stands between the fences as a program when it starts.',
  },
  'too-large': {
    fate: 'unknown',
    reason: 'too-large',
    effect: '{host} reads settings of any size; these are too large to be judged here.',
  },
  'name-breaks-host': {
    fate: 'stops-host',
    late: true,
    reason: 'name',
    effect: '{host} shows none of its agents when one has this name.',
  },
  'value-breaks-host': {
    fate: 'stops-host',
    late: true,
    reason: 'field',
    effect: '{host} shows none of its agents when an option of one is an endless number or none.',
  },
  'name-vanishes': {
    fate: 'ignored',
    reason: 'name',
    effect: '{host} loses an agent of this name without a word.',
  },
};
