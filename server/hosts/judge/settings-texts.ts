// What texts of settings contain, for hosts that read them with the place of an agent or for a call.
import { rootOfJson } from '../../agent/json-root';
import { type Entry, textOf, type Value } from '../../yaml/value';

/** The top-level keys of a JSON text; none where it is no object. */
export function entriesOfJson(text: string): readonly Entry[] {
  const root = rootOfJson(text);
  return root?.kind === 'map' ? root.entries : [];
}

/** The strings of a list, without empty ones. */
export const namesIn = (list: Value | undefined): readonly Value[] =>
  list?.kind === 'list' ? list.items.filter((item) => textOf(item)?.trim()) : [];
