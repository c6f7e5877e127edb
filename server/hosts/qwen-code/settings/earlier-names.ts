// Earlier names of settings, at the top of the file. Qwen Code moves them to the newer ones, unless the file has the version of a newer form:
// then it ignores them.
import { type Entry, entryOf, type Value } from '../../../yaml/value';
import { problem } from '../../judge/check';
import { isNoLimit, judgeMisplaced } from '../../judge/misplaced-limit';
import type { Consequence, CustomCheckResult, Field } from '../../model/field';
import { executedHere } from '../evidence';

/** In files of this version and of later ones, the earlier names are ignored. */
export const ignoredSince = 2;

const ignored: Consequence = {
  outcome: 'ignored',
  effect: '{host} ignores the earlier name, because of the "$version" of the file.',
  losesLimit: true,
};
const replaced: Consequence = {
  outcome: 'coerced',
  effect: '{host} replaces the newer list with it, also in the file.',
  losesLimit: true,
};

const versionIn = (fields: readonly Entry[]): number => {
  const version = entryOf(fields, '$version')?.value;
  return version?.kind === 'number' ? version.number : 0;
};

type Place = readonly [parent: 'tools' | 'mcp', name: string];

/** The judge of a map of newer names. */
type Judge = (value: Value) => CustomCheckResult | null;

/** Whether an earlier name is moved below `parent`: a map never is, and nothing is moved into another value than a map. */
export const isMoved = (value: Value, parent: string, fields: readonly Entry[]): boolean =>
  versionIn(fields) < ignoredSince &&
  value.kind !== 'map' &&
  (entryOf(fields, parent)?.value.kind ?? 'map') === 'map';

/** The same judge, without the values that those of earlier names replace. */
export const withoutReplaced =
  (parent: Place[0], judgeAll: Judge) =>
  (map: Value, fields: readonly Entry[] = []): CustomCheckResult | null => {
    const moved = fields.flatMap(({ key, value }) => {
      const place = Object.hasOwn(places, key) ? places[key] : undefined;
      return place?.[0] === parent && isMoved(value, parent, fields) ? [place[1]] : [];
    });
    return judgeAll(
      map.kind !== 'map' || moved.length === 0
        ? map
        : { ...map, entries: map.entries.filter(({ key }) => !moved.includes(key)) },
    );
  };

/** What stops the program at the newer name; null where nothing does. */
function stopsAt([, name]: Place, value: Value, judgeAll: Judge): CustomCheckResult | null {
  const { span } = value;
  const entries = [{ key: name, keySpan: span, value, span }];
  const found = judgeAll({ kind: 'map', flow: true, span, entries });
  return found?.otherwise?.file === undefined
    ? null
    : { ...found, problems: found.problems.map((one) => ({ ...one, path: one.path.slice(1) })) };
}

function judge([parent, name]: Place, value: Value, fields: readonly Entry[]): CustomCheckResult {
  const isOld = versionIn(fields) < ignoredSince;
  const holder = entryOf(fields, parent)?.value;
  const newer = holder?.kind === 'map' ? entryOf(holder.entries, name) : undefined;
  // A map is never moved, and an empty list takes the newer one away.
  const isHarmless = isNoLimit(value) && (!isOld || !newer || isNoLimit(newer.value));
  if (value.kind === 'map' || isHarmless || (isOld && !newer))
    return { outcome: 'kept', problems: [] };
  if (!isOld) return judgeMisplaced(value, { key: parent, as: name }, ignored);
  const expected = { type: 'not-with', key: `${parent}.${name}` } as const;
  return {
    outcome: replaced.outcome,
    problems: [problem('value', value, expected)],
    otherwise: replaced,
  };
}

/** The newer places of earlier names. */
export const places: Readonly<Record<string, Place>> = {
  coreTools: ['tools', 'core'],
  excludeTools: ['tools', 'exclude'],
  allowMCPServers: ['mcp', 'allowed'],
  excludeMCPServers: ['mcp', 'excluded'],
  approvalMode: ['tools', 'approvalMode'],
};

/** Those that limit something, and the mode. @param judges of the maps of newer names */
export const earlierNames = (
  judges: Readonly<Record<Place[0], Judge>>,
): Readonly<Record<string, Field>> =>
  Object.fromEntries(
    Object.entries(places).map(([key, place]): [string, Field] => [
      key,
      {
        summary: `An earlier name of \`${place.join('.')}\`.`,
        type: { type: 'any' },
        otherwise: ignored,
        absent: 'No limit.',
        judge: (value, fields = []) =>
          (isMoved(value, place[0], fields) ? stopsAt(place, value, judges[place[0]]) : null) ??
          (key === 'approvalMode'
            ? { outcome: 'kept', problems: [] }
            : judge(place, value, fields)),
        role: 'permission',
        governs: 'permission',
        isNeverOffered: true,
        evidence: executedHere,
      },
    ]),
  );
