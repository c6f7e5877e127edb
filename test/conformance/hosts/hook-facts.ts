// Our verdict on a file of hooks, or on settings of which the hooks are run, in the words of the programs' answers.
import { neverMatched } from '../../../server/hosts/judge/hook-matchers';
import type { Host } from '../../../server/hosts/model/host';
import { entryOf, type Value } from '../../../server/yaml/value';
import { type Facts, names, notPredicted } from '../facts';
import { counted } from '../oracles/settings/hook-counts';
import { isSettings, type Question } from '../question';
import { verdictOn, why } from './verdict-on';

/**
 * Null where the question is not about hooks.
 * @param eventOf the name that the program has for an event.
 * @param inMaps the same hooks without the lists that the program reads as maps
 */
export function hookFacts(
  question: Question,
  host: Host,
  eventOf: (key: string) => string | undefined,
  inMaps = (hooks: Value): Value => hooks,
): Facts | null {
  if (!isSettings(question)) return null;
  const verdict = verdictOn(host, question);
  // Where there is no such file, nothing is wrong with it.
  if (!verdict) return { file: 'yes', hooks: names([]) };
  const none = { file: 'no', hooks: names([]) };
  const { outcome } = verdict;
  if (outcome === 'unknown') return { hooks: notPredicted(why(verdict)) };
  if (outcome !== 'loads' && outcome !== 'loads-changed') return none;
  const field = verdict.fields.find(({ key }) => key === 'hooks');
  if (!field) return { file: 'yes', hooks: names([]) };
  const judge = verdict.dialect.fields['hooks']?.judge;
  // The verdict names the worst problems only: what is left without them is judged again.
  let hooks = inMaps(field.value);
  for (let rounds = 0; rounds < classes; rounds++) {
    const { problems, otherwise } = judge?.(hooks) ?? { problems: [] };
    if (problems.length === 0) break;
    const lost = new Set(problems.map(({ value }) => value));
    // What runs before no call is listed all the same.
    hooks =
      otherwise === neverMatched
        ? withoutEntries(hooks, lost)
        : without(hooks, (value) => isLost(value, lost));
  }
  return { file: 'yes', hooks: names(counted(runningIn(hooks, eventOf))) };
}

/** Of problems, by what they cost. */
const classes = 6;

/** A hook is lost with any of its values; what contains hooks is lost only as a whole. */
const isLost = (value: Value, lost: ReadonlySet<Value>): boolean =>
  lost.has(value) ||
  (value.kind === 'map' &&
    value.entries.some((entry) => entry.key !== 'hooks' && containsAny(entry.value, lost)));

const containsAny = (value: Value, lost: ReadonlySet<Value>): boolean =>
  lost.has(value) ||
  (value.kind === 'list' && value.items.some((item) => containsAny(item, lost))) ||
  (value.kind === 'map' && value.entries.some((entry) => containsAny(entry.value, lost)));

/** Without the keys that have one of these values. */
function withoutEntries(value: Value, lost: ReadonlySet<Value>): Value {
  if (value.kind === 'list')
    return { ...value, items: value.items.map((item) => withoutEntries(item, lost)) };
  if (value.kind !== 'map') return value;
  const entries = value.entries
    .filter((entry) => !lost.has(entry.value))
    .map((entry) => ({ ...entry, value: withoutEntries(entry.value, lost) }));
  return { ...value, entries };
}

/** The lists of all events, with what is in them, without some values. */
function without(hooks: Value, isGone: (value: Value) => boolean): Value {
  if (hooks.kind !== 'map') return hooks;
  const entries = hooks.entries.flatMap((entry) => {
    const { value } = entry;
    if (isGone(value)) return [];
    return [{ ...entry, value: value.kind === 'list' ? listWithout(value, isGone) : value }];
  });
  return { ...hooks, entries };
}

function listWithout(list: Value & { kind: 'list' }, isGone: (value: Value) => boolean): Value {
  const items = list.items.flatMap((item): Value[] => {
    if (isGone(item)) return [];
    if (item.kind !== 'map') return [item];
    const entries = item.entries.map((entry) =>
      entry.key === 'hooks' && entry.value.kind === 'list'
        ? { ...entry, value: listWithout(entry.value, isGone) }
        : entry,
    );
    return [{ ...item, entries }];
  });
  return { ...list, items };
}

function runningIn(hooks: Value, eventOf: (key: string) => string | undefined): readonly string[] {
  if (hooks.kind !== 'map') return [];
  return hooks.entries.flatMap(({ key, value }) => {
    const event = eventOf(key);
    if (event === undefined || value.kind !== 'list') return [];
    return value.items.flatMap((item) => {
      const nested = item.kind === 'map' ? entryOf(item.entries, 'hooks')?.value : undefined;
      const count = nested?.kind === 'list' ? nested.items.length : item.kind === 'map' ? 1 : 0;
      return Array.from({ length: count }, () => event);
    });
  });
}
