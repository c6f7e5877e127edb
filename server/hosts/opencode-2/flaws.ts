// The outcome of each flaw that the reader of OpenCode 2 finds in a file.
import type { FlawOutcome } from '../model/dialect';
import type { FlawCode } from '../model/reading';
import { flaws as inherited } from '../opencode/flaws';
import { readHere } from './evidence';

/** Without the names that break the list of agents in OpenCode 1. */
const { 'name-breaks-host': _breaks, 'name-vanishes': _vanishes, ...shared } = inherited;

const notRun = (...codes: readonly FlawCode[]): typeof inherited =>
  Object.fromEntries(
    codes.flatMap((code) => {
      const flaw = inherited[code];
      return flaw ? [[code, { ...flaw, evidence: readHere }]] : [];
    }),
  );

export const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  ...shared,
  ...notRun('leading-text', 'fence-language', 'value-breaks-host'),
  'empty-file': {
    outcome: 'stops-host',
    reason: 'no-frontmatter',
    effect: '{host} shows no agents, not even its built-in ones, if one agent file is empty.',
  },
};
