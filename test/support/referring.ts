// What a file names that lies elsewhere, as one host reads it: underlined in the text.
//   tools: Read, Agent(helper)
//                      ^^^^^^ agent calls
import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { defaultContext } from '../../server/hosts/context';
import { dialectOf, judgeField } from '../../server/hosts/judge';
import type { Place } from '../../server/hosts/place';
import { placesOf } from '../../server/hosts/places';
import type { Reference } from '../../server/hosts/reference';
import { hosts } from '../../server/hosts/registry';
import { type Mark, underline, underlined } from './marked-text';

/** The references of one host in a text at a place. */
export function referencesAt(text: string, place: Place): readonly Reference[] {
  const { references, reader } = place.host;
  const outline = outlineOf(text);
  const agent = reader({ outline, place, context: defaultContext }).agents[0];
  if (!references || !agent) return [];
  const dialect = dialectOf(place, agent);
  const fields = agent.fields.map((entry) => judgeField(entry, dialect));
  return references({ text, agent, fields, dialect, place, context: defaultContext });
}

const said = ({ kind, how, isPattern }: Reference): string =>
  `${kind} ${how}${isPattern ? ' pattern' : ''}`;

/** Fails unless the host finds exactly the references that the template underlines. */
export function referring(template: string, hostId: string, path: string): void {
  const { text, marks } = underlined(template);
  const host = hosts.find(({ id }) => id === hostId);
  const place = placesOf(path, { has: () => true }, host ? [host] : [])[0];
  assert.ok(place, `${hostId} reads nothing at ${path}`);
  const found = referencesAt(text, place);
  const marked = found.map((one): Mark => ({ span: one.span, says: said(one) }));
  assert.equal(underline(text, marked), underline(text, marks));
  for (const { name, span } of found) assert.equal(text.slice(span.start, span.end), name);
}
