// Asserts the references to other files in a file as one host reads them, which the template underlines.
//   tools: Read, Agent(helper)
//                      ^^^^^^ agent calls
import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { computeFieldVerdict, dialectOf } from '../../server/hosts/judge/compute-verdict';
import type { Reference } from '../../server/hosts/model/companion';
import { defaultContext } from '../../server/hosts/model/context';
import type { PersonaInput } from '../../server/hosts/model/persona-builder';
import { agentKindOf, documentKindOf, type Place } from '../../server/hosts/model/place';
import { hosts, placesOf } from './catalog';
import { type Mark, underline, underlined } from './marked-text';

/** The persona that a host builds; null if it finds no agent. */
function inputAt(text: string, place: Place): (PersonaInput & { place: Place }) | null {
  const outline = outlineOf(text);
  const agent = documentKindOf(place).reader({ outline, place, context: defaultContext }).agents[0];
  if (!agent) return null;
  const dialect = dialectOf(place, agent);
  const fields = agent.fields.map((entry) => computeFieldVerdict(entry, dialect));
  return { text, agent, fields, dialect, place, context: defaultContext };
}

function placeOf(path: string, hostId: string): Place {
  const host = hosts.find(({ id }) => id === hostId);
  const place = placesOf(path, { has: () => true }, host ? [host] : [])[0];
  assert.ok(place, `${hostId} reads nothing at ${path}`);
  return place;
}

export function personaInput(
  text: string,
  path: string,
  hostId: string,
): PersonaInput & { place: Place } {
  const input = inputAt(text, placeOf(path, hostId));
  assert.ok(input, `${hostId} finds no agent`);
  return input;
}

/** The references that one host finds in a text at a location. */
export function referencesAt(text: string, place: Place): readonly Reference[] {
  const input = inputAt(text, place);
  return (input && agentKindOf(place)?.references?.(input)) ?? [];
}

const labelOf = ({ kind, how, isPattern }: Reference): string =>
  `${kind} ${how}${isPattern ? ' pattern' : ''}`;

/** Fails unless the host finds exactly the references that the template underlines. */
export function referring(template: string, hostId: string, path: string): void {
  const { text, marks } = underlined(template);
  const found = referencesAt(text, placeOf(path, hostId));
  const marked = found.map((one): Mark => ({ span: one.span, label: labelOf(one) }));
  assert.equal(underline(text, marked), underline(text, marks));
  for (const { name, span } of found) assert.equal(text.slice(span.start, span.end), name);
}
