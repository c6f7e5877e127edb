// What becomes of a file that Kilo's reader stumbles over. What it cannot read at all it leaves out, with a warning; a
// lost frontmatter it does not mention, as OpenCode does not.
import type { FlawFate } from '../host';
import { flaws as inherited } from '../opencode/flaws';
import type { FlawCode } from '../reading';

export const flaws: Readonly<Partial<Record<FlawCode, FlawFate>>> = {
  ...inherited,
  yaml: {
    fate: 'refused',
    reason: 'yaml',
    effect: '{host} leaves the file out, with a warning, also after a repair.',
  },
  'yaml-repaired': {
    fate: 'loads-changed',
    reason: 'yaml-repaired',
    effect: '{host} repairs it by quoting each value that contains a colon.',
  },
  // Kilo itself calls this a frontmatter that cannot be parsed.
  'blocked-reference': {
    fate: 'refused',
    reason: 'yaml',
    effect:
      '{host} leaves the file out, with a warning that speaks of the frontmatter: its prompt asks for the environment.',
  },
  'outside-reference': {
    fate: 'unknown',
    reason: 'unknown',
    effect:
      '{host} leaves the file out when the file that its prompt asks for is there, outside the project, and puts nothing in its place when it is not.',
  },
};
