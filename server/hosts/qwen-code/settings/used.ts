// What Qwen Code uses of its settings in a project: the lists of rules and tools, by their newer or earlier names.
import { type Entry, entryOf, type Value, valueAtKey } from '../../../yaml/value';
import { isMoved, places } from './earlier-names';

/** The earlier names of newer places. */
const earlier: Readonly<Record<string, string>> = {
  'tools.allowed': 'allowedTools',
  ...Object.fromEntries(Object.entries(places).map(([key, place]) => [place.join('.'), key])),
};

/** The value of `parent.key`, or of its earlier name where the file has no newer form. */
export function settingIn(
  settings: readonly Entry[],
  parent: string,
  key: string,
): Value | undefined {
  const before = earlier[`${parent}.${key}`];
  const old = before === undefined ? undefined : entryOf(settings, before)?.value;
  // It replaces the newer list, also with nothing, and is lost where there can be no newer one.
  if (old && isMoved(old, parent, settings)) return old;
  const holder = entryOf(settings, parent)?.value;
  return holder && valueAtKey(holder, key);
}
