// What becomes of a file that OpenCode's reader stumbles over. It tells the person nothing of any of this.
import type { FlawFate } from '../host';
import type { FlawCode } from '../reading';

export const flaws: Readonly<Partial<Record<FlawCode, FlawFate>>> = {
  'leading-text': {
    fate: 'loads-changed',
    reason: 'frontmatter-lost',
    says: 'reads no settings, because something stands before the first fence, and takes the whole file for the prompt',
  },
  'unclosed-fence': {
    fate: 'loads-changed',
    reason: 'fence',
    says: 'takes all the rest for settings, and the agent has no prompt',
  },
  'early-fence': {
    fate: 'loads-changed',
    reason: 'fence',
    says: 'ends the settings at the first line that begins with three dashes, and the rest of that line begins the prompt',
  },
  'fence-language': {
    fate: 'loads-changed',
    reason: 'fence',
    says: 'takes the word behind the dashes for a language it does not know: no setting counts, and the whole file is the prompt',
  },
  'frontmatter-lost': {
    fate: 'loads-changed',
    reason: 'frontmatter-lost',
    says: 'cannot parse the settings and does not say so: none of them counts, and the whole file is the prompt',
  },
  yaml: {
    fate: 'ignored',
    reason: 'yaml',
    says: 'cannot parse the settings, also after a repair, and drops the file without a word',
  },
  'yaml-repaired': {
    fate: 'loads-changed',
    reason: 'yaml-repaired',
    says: 'makes block texts of the lines with a colon in their value, comments included',
  },
  'not-a-mapping': {
    fate: 'loads-changed',
    reason: 'frontmatter-lost',
    says: 'finds no map between the fences: it sends a text letter by letter, and a list item by item, to the model provider',
  },
  executable: {
    fate: 'unknown',
    reason: 'fence',
    says: 'runs what stands between the fences as a program when it starts',
  },
  'too-large': {
    fate: 'unknown',
    reason: 'too-large',
    says: 'reads settings of any size; these are too large to be judged here',
  },
  'name-breaks-host': {
    fate: 'stops-host',
    reason: 'name',
    says: 'cannot list its agents when one has this name: none of them is there',
  },
  'value-breaks-host': {
    fate: 'stops-host',
    reason: 'field',
    says: 'cannot list its agents when an option of one is endless or no number: none of them is there',
  },
  'name-vanishes': {
    fate: 'ignored',
    reason: 'name',
    says: 'loses an agent of this name without a word',
  },
};
