import type { Entry, Value } from '../../yaml/value';

/** The host's schema sees a date as an object without keys, so it accepts one where a map is expected. */
export function datesAsMaps(entry: Entry): Entry {
  const { key, value } = entry;
  if (key !== 'options' && key !== 'tools' && key !== 'permission') return entry;
  if (value.kind === 'date') return { ...entry, value: emptyMapAt(value) };
  if (key !== 'permission' || value.kind !== 'map') return entry;
  const entries = value.entries.map((one) =>
    one.value.kind === 'date' ? { ...one, value: emptyMapAt(one.value) } : one,
  );
  return { ...entry, value: { ...value, entries } };
}

const emptyMapAt = ({ span }: Value): Value => ({ kind: 'map', entries: [], flow: true, span });
