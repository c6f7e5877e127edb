// What hosts do with skills that they cannot use, where several do the same.

import type { FlawOutcome } from '../../model/dialect';
import { unknown } from '../../model/evidence';
import type { Consequence } from '../../model/field';
import type { FlawTable } from '../../model/flaw-tables';
import type { Reason } from '../../model/outcome';

/** For a host that reports why it does not load a skill. */
export const rejectedSkill = (reason: Reason): Consequence => ({
  ...{ outcome: 'refused', file: 'refused', reason },
  effect: '{host} rejects the whole file.',
});

/** For a host that gives no sign of a skill that it does not load. */
export const droppedSkill = (reason: Reason): Consequence => ({
  ...{ outcome: 'refused', file: 'ignored', reason },
  effect: '{host} silently drops the skill.',
});

/** For a host that uses the skill or command without its fields. */
export const ignoredHead = {
  ...({ outcome: 'loads-changed', reason: 'frontmatter-lost' } as const),
  effect: '{host} ignores the frontmatter.',
} as const;

const rejected = (reason: Reason, effect: FlawOutcome['effect']): FlawOutcome => ({
  ...{ outcome: 'refused', reason, effect },
});
const dropped = (reason: Reason): FlawOutcome => ({
  ...{ outcome: 'ignored', reason, evidence: unknown },
  effect: '{host} silently drops the skill.',
});

/** For a host that needs a frontmatter of valid YAML, and reports where there is none. Commands may have the same flaws. */
export const rejectedSkills: FlawTable = {
  'no-frontmatter': rejected('no-frontmatter', '{host} rejects a file without a frontmatter.'),
  'leading-text': rejected(
    'no-frontmatter',
    '{host} rejects the file because it does not begin with the frontmatter.',
  ),
  'fence-language': {
    ...rejected('fence', '{host} rejects the file because text follows the opening "---".'),
    evidence: unknown,
  },
  'unclosed-fence': rejected(
    'fence',
    '{host} rejects the file because the frontmatter is not closed.',
  ),
  yaml: rejected('yaml', '{host} rejects the whole file.'),
  'duplicate-key': rejected('yaml', '{host} rejects the whole file.'),
  'not-a-mapping': rejected('yaml', '{host} rejects the whole file.'),
  'too-large': {
    outcome: 'unknown',
    reason: 'too-large',
    effect: '{host} may read a frontmatter of this size, but it is too large to be checked here.',
  },
};

/** For a host that drops a skill without a name, and so one whose frontmatter it cannot read. */
export const droppedSkills = {
  'no-frontmatter': dropped('no-frontmatter'),
  'leading-text': dropped('no-frontmatter'),
  'fence-language': dropped('fence'),
  yaml: dropped('yaml'),
  'not-a-mapping': dropped('yaml'),
} satisfies FlawTable;
