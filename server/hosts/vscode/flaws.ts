// What VS Code does with a frontmatter that it cannot read, in agents, skills and prompt files.
import type { Sentence } from '../../text/message';
import type { FlawTable } from '../model/flaw-tables';

export const unparsed = {
  yaml: {
    outcome: 'loads-changed',
    reason: 'yaml',
    effect: '{host} uses the parts that it can read.',
  },
  'too-large': {
    outcome: 'unknown',
    reason: 'too-large',
    effect: 'Frontmatter of this size is not checked, so what {host} reads from it is unknown.',
  },
} as const satisfies FlawTable;

/** In a file that needs no frontmatter. @param lost what happens to one that is not found */
export const unseen = (lost: Sentence): FlawTable => ({
  'leading-text': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    losesLimit: true,
    effect: lost,
  },
  'fence-language': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    losesLimit: true,
    effect: lost,
  },
  'unclosed-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect: '{host} reads the whole file as frontmatter.',
  },
  'duplicate-key': { ...unparsed.yaml, effect: '{host} uses the first one.' },
  'not-a-mapping': { outcome: 'loads-changed', reason: 'frontmatter-lost', effect: lost },
  ...unparsed,
});
