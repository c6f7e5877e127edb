// What passes every check of OpenCode and breaks it all the same: names and values that it trips over when it lists its
// agents. An agent that is lost before, or disabled, does no harm.

import { type Entry, entryOf, textOf, type Value } from '../../agent/value';
import type { Span } from '../../text/span';
import type { Dialect } from '../host';
import type { Place } from '../place';
import type { Flaw, ReadAgent } from '../reading';
import { nameFromPath } from './names';

/** Looks for what a program trips over in an agent that it has read. */
export type Inspection = (agent: ReadAgent, place: Place) => readonly Flaw[];

/** A name that the list of agents breaks on. */
export const nameTrapsIn: Inspection = ({ fields }, { below }) => {
  const written = entryOf(fields, 'name')?.value;
  const name = written ? textOf(written) : nameFromPath(below);
  const trap = name === undefined ? null : nameTrap(name, written?.span ?? { start: 0, end: 0 });
  return trap ? [trap] : [];
};

/** Values that the list of agents breaks on. */
export const valueTrapsIn: Inspection = (agent, place) => {
  const { host, location } = place;
  const dialect = host.dialects[host.dialectOf?.(agent, place) ?? location.dialect ?? ''];
  const known = dialect?.fields ?? {};
  const found: Flaw[] = [];
  for (const field of agent.fields) {
    const trap = valueTrap(field, known);
    if (trap) found.push(trap);
  }
  return found;
};

/** The program keeps its agents in a plain object, and finds there what every object brings along. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

function nameTrap(name: string, span: Span): Flaw | null {
  if (name === '__proto__') return { code: 'name-vanishes', span, fatal: false };
  return inherited.has(name) ? { code: 'name-breaks-host', span, fatal: false } : null;
}

/** What is sent to the model provider is not checked when it is read, but what JSON has no word for cannot be listed. */
function valueTrap({ key, value }: Entry, known: Dialect['fields']): Flaw | null {
  if (value.kind === 'text') return null;
  if (Object.hasOwn(known, key) && key !== 'options' && key !== 'request') return null;
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
