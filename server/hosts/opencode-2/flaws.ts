// The outcome of each flaw that the reader of OpenCode 2 finds in a file.
import type { FlawOutcome } from '../host';
import { flaws as inherited } from '../opencode/flaws';
import type { FlawCode } from '../reading';

export const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  ...inherited,
  'empty-file': {
    outcome: 'stops-host',
    reason: 'no-frontmatter',
    effect: '{host} shows no agents, not even its built-in ones, if one agent file is empty.',
  },
};
