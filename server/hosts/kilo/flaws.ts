// The outcome of each flaw that Kilo's reader finds in a file. Kilo warns about a file that it cannot read and ignores it,
// but like OpenCode, it does not report lost frontmatter.
import type { FlawOutcome } from '../model/dialect';
import type { FlawCode } from '../model/reading';
import { flaws as inherited } from '../opencode/flaws';
import { readHere } from './evidence';

export const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  ...inherited,
  yaml: {
    outcome: 'refused',
    reason: 'yaml',
    effect: '{host} tries to repair the frontmatter, then ignores the file and shows a warning.',
  },
  'yaml-repaired': {
    outcome: 'loads-changed',
    reason: 'yaml-repaired',
    effect: '{host} repairs it by quoting each value that contains a colon.',
  },
  // Kilo itself reports frontmatter that cannot be parsed.
  'blocked-reference': {
    outcome: 'refused',
    reason: 'yaml',
    evidence: readHere,
    effect:
      '{host} ignores the file because its prompt uses an environment variable, and shows a warning about the frontmatter.',
  },
  'outside-reference': {
    outcome: 'unknown',
    reason: 'unknown',
    effect: '{host} ignores the agent if that file exists, and otherwise inserts nothing.',
  },
};
