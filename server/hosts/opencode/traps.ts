// What passes every check of OpenCode and breaks it all the same: names and values that it trips over when it lists its
// agents. An agent that is lost before, or disabled, does no harm.

import { type Entry, entryOf, textOf, type Value } from '../../agent/value';
import type { Span } from '../../text/span';
import type { Place } from '../place';
import type { Flaw, ReadAgent } from '../reading';
import { nameFromPath } from './names';

export function trapsIn({ fields }: ReadAgent, { below, host }: Place): readonly Flaw[] {
  const [dialect] = Object.values(host.dialects);
  const isKnown = (key: string): boolean => Object.hasOwn(dialect?.fields ?? {}, key);
  const written = entryOf(fields, 'name')?.value;
  const name = written ? textOf(written) : nameFromPath(below);
  const trap = name === undefined ? null : nameTrap(name, written?.span ?? { start: 0, end: 0 });
  return [...(trap ? [trap] : []), ...fields.flatMap((field) => valueTrap(field, isKnown) ?? [])];
}

/** The program keeps its agents in a plain object, and finds there what every object brings along. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

function nameTrap(name: string, span: Span): Flaw | null {
  if (name === '__proto__') return { code: 'name-vanishes', span, fatal: false };
  return inherited.has(name) ? { code: 'name-breaks-host', span, fatal: false } : null;
}

/** Options are not checked when they are read, but what JSON has no word for cannot be listed. */
function valueTrap({ key, value }: Entry, isKnown: (key: string) => boolean): Flaw | null {
  if (isKnown(key) && key !== 'options') return null;
  const endless = endlessIn(value);
  return endless && { code: 'value-breaks-host', span: endless.span, fatal: false };
}

function endlessIn(value: Value): Value | null {
  if (value.kind === 'number') return Number.isFinite(value.number) ? null : value;
  const inside =
    value.kind === 'list'
      ? value.items
      : value.kind === 'map'
        ? value.entries.map((entry) => entry.value)
        : [];
  for (const one of inside) {
    const found = endlessIn(one);
    if (found) return found;
  }
  return null;
}
