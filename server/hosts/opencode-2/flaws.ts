// What becomes of a file that the reader of OpenCode 2 stumbles over.
import type { FlawFate } from '../host';
import { flaws as inherited } from '../opencode/flaws';
import type { FlawCode } from '../reading';

export const flaws: Readonly<Partial<Record<FlawCode, FlawFate>>> = {
  ...inherited,
  'empty-file': {
    fate: 'stops-host',
    reason: 'no-frontmatter',
    effect: '{host} shows none of its agents, its own included, when the file of one is empty.',
  },
};
