// Lists of names in settings that limit tools or servers. A value of the wrong type stops the program, or the list limits nothing.
import { isFalsy, type Value } from '../../yaml/value';
import type { Evidence } from '../model/evidence';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { Problem, Type } from '../model/type';
import { check, phrase, problem } from './check';
import { worstOf } from './hook-file';
import { withLimits } from './misspelled-limits';

/** What happens with another value in place of a list of names, where it is no limit that is lost. */
export interface NameList {
  /** The program does not start with a string. */
  readonly stopsOnString?: true;
  /** Nor with items that are no strings. */
  readonly stopsOnItems?: true;
  /** Nor with an empty name. */
  readonly stopsOnEmpty?: true;
  /** Nor with an item that is a list, which has some methods of a string. */
  readonly stopsOnLists?: true;
  /** Nor with `false` and 0, which otherwise count as absent. */
  readonly stopsOnFalsy?: true;
  /** Items that are empty, `false` or 0 count as absent. */
  readonly skipsFalsy?: true;
  /** It starts with any value. */
  readonly neverStops?: true;
  /** It allows something, so that nothing is unlimited without it. */
  readonly onlyGrants?: true;
}

export const namesOnly: Type = { type: 'list', of: { type: 'text' } };
const nonEmptyNames: Type = { type: 'list', of: { type: 'text', nonEmpty: true } };

const unlimited: Consequence = {
  outcome: 'coerced',
  effect: '{host} then ignores it as a limit.',
  losesLimit: true,
};

/** What the program does not start with. */
export const stopped = {
  ...{ outcome: 'refused', file: 'stops-host', reason: 'field' },
  effect: '{host} does not start.',
} as const satisfies Consequence;

/**
 * The judge of a map of such lists. A string counts as the list of its characters.
 * @param isNeeded the program does not start with null in place of the map
 * @param others judges of the other keys, whose problems stop the program
 */
export const nameLists =
  (
    keys: Readonly<Record<string, NameList>>,
    isNeeded: boolean,
    others: Readonly<Record<string, (value: Value) => readonly Problem[]>> = {},
  ) =>
  (lists: Value): CustomCheckResult => {
    const fatal: Problem[] = [];
    const open: Problem[] = [];
    const noMap = problem('type', lists, phrase('a map of lists'));
    if (lists.kind === 'null') return worstOf([isNeeded ? [noMap] : [], stopped]);
    if (lists.kind !== 'map') open.push(noMap);
    else
      for (const { key, value } of lists.entries) {
        if (Object.hasOwn(others, key)) fatal.push(...(others[key]?.(value) ?? []));
        const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
        if (!known || isAbsent(value, known)) continue;
        const wanted = known.stopsOnEmpty ? nonEmptyNames : namesOnly;
        for (const one of check(wanted, value, [key]).problems) {
          if (known.skipsFalsy && one.value !== value && isFalsy(one.value)) continue;
          if (isFatal(value, one.value, known)) fatal.push(one);
          else if (!known.onlyGrants) open.push(one);
        }
      }
    return worstOf([fatal, stopped], [open, unlimited]);
  };

/** What fields of such lists have in common. */
export const limitField = {
  otherwise: unlimited,
  absent: 'No limit.',
  role: 'permission',
  governs: 'permission',
} as const satisfies Partial<Field>;

/** The field `mcp`, which decides about servers. @param keys of its lists */
export const serverLists = (
  keys: Readonly<Record<'allowed' | 'excluded', NameList>>,
  evidence: Evidence,
): Field => ({
  ...limitField,
  summary: 'Which MCP servers are started.',
  type: {
    type: 'map',
    keys: {
      allowed: { type: namesOnly, summary: 'The only servers that are started.' },
      excluded: { type: namesOnly, summary: 'Servers that are not started.' },
    },
    rest: { type: 'any' },
  },
  judge: withLimits(
    nameLists(keys, false),
    {
      excluded: ['blocked', 'deny', 'disabled', 'exclude', 'excludedServers'],
      allowed: ['allow', 'allowedServers'],
    },
    [],
  ),
  snippet: ' {\n  "allowed": ["${1}"]\n}',
  evidence,
});

const isAbsent = (value: Value, { stopsOnFalsy }: NameList): boolean =>
  isFalsy(value) && (!stopsOnFalsy || value.kind === 'null' || value.kind === 'text');

function isFatal(value: Value, wrong: Value, known: NameList): boolean {
  if (known.neverStops) return false;
  if (value.kind === 'text') return known.stopsOnString === true;
  if (value.kind !== 'list') return true;
  if (wrong.kind === 'text') return known.stopsOnEmpty === true;
  return known.stopsOnItems === true && (wrong.kind !== 'list' || known.stopsOnLists === true);
}
