// Finds names and values that pass every check of OpenCode but break the list of its agents. An agent that was dropped
// before or is disabled does no harm.

import type { Span } from '../../text/span';
import { type Entry, entryOf, textOf, type Value } from '../../yaml/value';
import type { Field } from '../model/field';
import type { LocatedFile } from '../model/located-file';
import type { Flaw, ReadAgent } from '../model/reading';

/** Finds what breaks the program in an agent that it has read. */
export type Inspection = (agent: ReadAgent, file: LocatedFile) => readonly Flaw[];

/** Finds a name that breaks the list of agents. */
export const findBreakingNames: Inspection = ({ fields }, { below, entry }) => {
  // In a configuration file a `name` does not replace the key.
  const written = entry ? undefined : entryOf(fields, 'name')?.value;
  const name = written ? textOf(written) : (entry?.name ?? nameFromPath(below));
  const flaw = name === undefined ? null : flawOfName(name, written?.span ?? { start: 0, end: 0 });
  return flaw ? [flaw] : [];
};

type Fields = Readonly<Record<string, Field>>;

/** Finds values that break the list of agents. @param fieldsFor the fields that the host checks in this agent. */
export const breakingValuesFinder =
  (fieldsFor: (agent: ReadAgent, file: LocatedFile) => Fields): Inspection =>
  (agent, file) => {
    const known = fieldsFor(agent, file);
    const found: Flaw[] = [];
    for (const field of agent.fields) {
      const flaw = flawOfValue(field, known);
      if (flaw) found.push(flaw);
    }
    return found;
  };

/** Names that every object has. The program stores its agents in a plain object and finds these properties there. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

function flawOfName(name: string, span: Span): Flaw | null {
  if (name === '__proto__') return { code: 'name-vanishes', span, fatal: false };
  return inherited.has(name) ? { code: 'name-breaks-host', span, fatal: false } : null;
}

/** Options for the model provider are not checked when they are read, but numbers that JSON cannot represent break the list. */
function flawOfValue({ key, value }: Entry, known: Fields): Flaw | null {
  if (value.kind === 'text') return null;
  if (Object.hasOwn(known, key) && key !== 'options' && key !== 'request') return null;
  const nonFinite = nonFiniteIn(value);
  return nonFinite && { code: 'value-breaks-host', span: nonFinite.span, fatal: false };
}

function nonFiniteIn(value: Value): Value | null {
  if (value.kind === 'number') return Number.isFinite(value.number) ? null : value;
  const inside =
    value.kind === 'list'
      ? value.items
      : value.kind === 'map'
        ? value.entries.map((entry) => entry.value)
        : [];
  for (const one of inside) {
    const found = nonFiniteIn(one);
    if (found) return found;
  }
  return null;
}

/** The name of an agent by its path below the agent folder: `team/reviewer` for `team/reviewer.md`. */
export function nameFromPath(below: string): string {
  const dot = below.lastIndexOf('.');
  return dot > below.lastIndexOf('/') + 1 ? below.slice(0, dot) : below;
}
