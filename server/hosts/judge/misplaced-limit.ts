// A limit at the top of settings that counts inside of a map only.
import { isFalsy, type Value } from '../../yaml/value';
import type { Evidence } from '../model/evidence';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import { problem } from './check';
import { misspelledLimit } from './misspelled-limits';

/** Where it counts: the key of the map, and the key inside of it if that is another one. */
export interface LimitPlace {
  readonly key: string;
  readonly as?: string;
}

/** Whether it limits nothing wherever it is. */
export const isNoLimit = (value: Value): boolean =>
  isFalsy(value) || (value.kind === 'list' && value.items.length === 0);

export const judgeMisplaced = (
  value: Value,
  place: LimitPlace,
  otherwise: Consequence,
): CustomCheckResult => ({
  outcome: otherwise.outcome,
  problems: [problem('value', value, { type: 'under', ...place })],
  otherwise,
});

/** A key that the program ignores. */
export const misplacedLimit = (place: LimitPlace, evidence: Evidence): Field => ({
  summary: 'Has no effect at the top of the file.',
  type: { type: 'any' },
  otherwise: misspelledLimit,
  absent: 'No limit.',
  judge: (value) =>
    isNoLimit(value)
      ? { outcome: 'kept', problems: [] }
      : judgeMisplaced(value, place, misspelledLimit),
  role: 'permission',
  governs: 'permission',
  isNeverOffered: true,
  evidence,
});
