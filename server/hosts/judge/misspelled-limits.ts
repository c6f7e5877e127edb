// Keys of a map in settings that are written instead of a key that limits something. A program ignores what it does not know in such a
// map, and does not report it.
import { nearest } from '../../text/nearest';
import { isFalsy, type Value } from '../../yaml/value';
import type { Consequence, CustomCheckResult } from '../model/field';
import type { Problem } from '../model/type';
import { phrase, problem } from './check';

/** The keys that limit something, each with words that authors write instead of it. */
export type LimitNames = Readonly<Record<string, readonly string[]>>;

export const misspelledLimit: Consequence = {
  outcome: 'coerced',
  effect: '{host} ignores it, and the limit does not apply.',
  losesLimit: true,
};

/** What authors write instead of a list of what is denied or taken away. */
export const otherDenials = [
  ...['block', 'blocked', 'denied', 'denyList', 'disallow', 'disallowed', 'exclude'],
  ...['excludeTools', 'excluded'],
] as const;

/**
 * The result of a judge of a map, or where it finds nothing, the keys that were meant as limits.
 * @param others the keys that the program reads as well
 */
export const withLimits =
  <Found extends CustomCheckResult | null>(
    judge: (value: Value) => Found,
    limits: LimitNames,
    others: readonly string[],
  ) =>
  (value: Value): Found | CustomCheckResult => {
    const found = judge(value);
    if (found && found.problems.length > 0) return found;
    const problems = misspelledIn(value, limits, others).map((one) =>
      one.meant !== undefined && isFatal(judge(renamed(value, one))) ? unchanged(one) : one,
    );
    return problems.length === 0
      ? found
      : { outcome: misspelledLimit.outcome, problems, otherwise: misspelledLimit };
  };

const isFatal = (found: CustomCheckResult | null): boolean => found?.otherwise?.file !== undefined;

/** The map with the key that was meant, in place of the one that the problem is about. */
const renamed = (map: Value, { meant = '', path: [key] }: Problem): Value =>
  map.kind !== 'map'
    ? map
    : {
        ...map,
        entries: map.entries.map((one) => (one.key === key ? { ...one, key: meant } : one)),
      };

/** The same without a fix: under the right key, the value would cost the whole file. */
const unchanged = ({ meant: _, choices: __, ...one }: Problem): Problem => one;

function misspelledIn(
  map: Value,
  limits: LimitNames,
  others: readonly string[],
): readonly Problem[] {
  if (map.kind !== 'map') return [];
  const known = [...Object.keys(limits), ...others];
  // Where the key that was meant is there too, only the author knows how to join the two.
  const taken = new Set(map.entries.map(({ key }) => key));
  return map.entries.flatMap(({ key, keySpan, value }): readonly Problem[] => {
    if (known.includes(key) || isFalsy(value)) return [];
    const meant =
      Object.keys(limits).find((limit) => limits[limit]?.includes(key)) ?? nearest(key, known);
    if (meant === undefined || !Object.hasOwn(limits, meant)) return [];
    const isFree = !taken.has(meant);
    taken.add(meant);
    return [
      {
        ...problem('unknown-key', value, phrase('called "{words}"', [meant]), [key]),
        span: keySpan,
        ...(isFree && { choices: [meant], meant }),
      },
    ];
  });
}
