// What hosts do with files that they cannot read, where several do the same.
import type { FlawOutcome } from './dialect';
import type { Reason } from './outcome';
import type { FlawCode } from './reading';

export type FlawTable = Readonly<Partial<Record<FlawCode, FlawOutcome>>>;

const reasons = {
  'no-frontmatter': 'no-frontmatter',
  'leading-text': 'no-frontmatter',
  'fence-language': 'fence',
  'unclosed-fence': 'fence',
  yaml: 'yaml',
  'duplicate-key': 'yaml',
  'not-a-mapping': 'yaml',
  'short-prompt': 'unknown',
} as const satisfies Partial<Record<FlawCode, Reason>>;

/** The same outcome for these flaws, each with its reason. */
export const flawsWith = (
  outcome: (reason: Reason) => FlawOutcome,
  ...codes: readonly (keyof typeof reasons)[]
): FlawTable => Object.fromEntries(codes.map((code) => [code, outcome(reasons[code])]));

const uncheckedBecause = (reason: Reason, effect: FlawOutcome['effect']): FlawOutcome => ({
  ...{ outcome: 'unknown', reason, effect },
});

/** For a host whose parser cannot be followed through every text. */
export const uncheckedTexts: FlawTable = {
  'too-large': uncheckedBecause(
    'too-large',
    '{host} may read this frontmatter, but it is too large to be checked here.',
  ),
  'inner-fence': uncheckedBecause(
    'unchecked',
    '{host} may read this frontmatter, but a line in it begins with "---", so it is not checked here.',
  ),
  'explicit-key': uncheckedBecause(
    'unchecked',
    '{host} may read this frontmatter, but it has a key after "?", so it is not checked here.',
  ),
  'tagged-value': uncheckedBecause(
    'unchecked',
    '{host} may read this frontmatter, but it has a YAML tag or an anchor, so it is not checked here.',
  ),
  'disputed-yaml': uncheckedBecause(
    'unchecked',
    '{host} may read this frontmatter, but YAML parsers differ on it, so it is not checked here.',
  ),
};

/** Whether nothing is known of what the host reads. */
export const isUnchecked = (code: FlawCode): boolean => Object.hasOwn(uncheckedTexts, code);

const rejected = (reason: Reason, effect: FlawOutcome['effect']): FlawOutcome => ({
  ...{ outcome: 'refused', reason, effect },
});

/** For a host that rejects a file without a frontmatter at its start, and reports why. */
export const rejectedWithoutFences: FlawTable = {
  'no-frontmatter': rejected('no-frontmatter', '{host} rejects files without frontmatter.'),
  'leading-text': rejected(
    'no-frontmatter',
    '{host} rejects the file because it does not begin with the frontmatter.',
  ),
  'fence-language': rejected(
    'fence',
    '{host} rejects the file because text follows the opening "---".',
  ),
  'unclosed-fence': rejected(
    'fence',
    '{host} rejects the file because the frontmatter is not closed.',
  ),
};

/** For a host that ends the frontmatter at dashes with text after them, and takes no prompt from the rest. */
export const promptLostAfterFence: FlawTable = {
  'early-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect: '{host} ignores the prompt because text follows the closing "---".',
  },
};

/** For a host that reads line by line what is not valid YAML. */
export const readByLine: FlawOutcome = {
  outcome: 'loads-changed',
  reason: 'yaml-repaired',
  effect: '{host} reads the frontmatter line by line instead.',
};
