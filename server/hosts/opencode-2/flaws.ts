// The outcome of each flaw that the reader of OpenCode 2 finds in a file.
import type { FlawOutcome } from '../model/dialect';
import type { FlawCode } from '../model/reading';
import { flaws as inherited } from '../opencode/flaws';

export const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  ...inherited,
  'empty-file': {
    outcome: 'stops-host',
    reason: 'no-frontmatter',
    effect: '{host} shows no agents, not even its built-in ones, if one agent file is empty.',
  },
};
