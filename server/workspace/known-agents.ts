// A file as each of its hosts sees it, without its text.
import type { Outline } from '../agent/outline';
import { textOf, type Value } from '../agent/value';
import { blameOf } from '../hosts/blame';
import { type Capability, capabilities } from '../hosts/capabilities';
import type { Context } from '../hosts/context';
import { judge } from '../hosts/judge';
import type { NeighbourName } from '../hosts/neighbour';
import type { Place } from '../hosts/place';
import { abilitiesOf, powersAmong } from '../hosts/powers';
import { lettersAt } from '../hosts/refer';
import type { Reference } from '../hosts/reference';
import { headReferencesOf } from '../hosts/references';
import type { Verdict } from '../hosts/verdict';
import type { KnownAgent } from '../rules/neighbours';
import { ownCopy } from '../text/own-copy';
import type { Span } from '../text/span';

/** One entry a place. */
export const knownAgents = (
  outline: Outline,
  places: readonly Place[],
  context: Context,
): readonly KnownAgent[] =>
  places.map((place) => knownAgent(outline, judge(outline, place, context), context));

export function knownAgent(outline: Outline, verdict: Verdict, context: Context): KnownAgent {
  const { place, fate, reason, runs, persona, fields } = verdict;
  const name = fields.find(({ field }) => field?.role === 'name');
  const { abilities, powers, canCall, leads, isOffered } = reachOf(verdict);
  const isWritten =
    name !== undefined && persona !== null && name.value.kind !== 'null' && isCalledSo(verdict);
  return {
    path: place.path,
    place,
    fate,
    reason,
    runs,
    blame: persona === null ? blameOf(verdict) : '',
    id: ownCopy(persona?.id ?? null),
    silences: persona ? null : silencedBy(outline, verdict, context),
    name: ownCopy(persona?.name ?? null),
    description: ownCopy(persona?.description ?? null),
    model: persona?.model.effective ?? null,
    color: persona?.color ?? null,
    tools: persona === null ? [] : persona.tools.all ? null : persona.tools.granted,
    nameSpan: isWritten ? lettersOf(outline.text, name.value) : null,
    references: referencesIn(outline, verdict, context),
    brings: persona ? broughtBy(outline, verdict, context) : nothing,
    staysOn: fields.some(
      ({ field, value }) => field?.role === 'disable' && value.kind === 'boolean' && !value.boolean,
    ),
    isConfigured: false,
    abilities,
    powers,
    canCall,
    leads,
    isOffered,
  };
}

/** What its agent would be called, were it one. */
function silencedBy({ text }: Outline, verdict: Verdict, context: Context): string | null {
  const { place, dialect, fate, reason, fields, agent } = verdict;
  const silent = place.host.sameName?.silent;
  if (!silent?.is(fate, reason)) return null;
  if (silent.idOf) return ownCopy(silent.idOf(place));
  if (!agent) return null;
  const { persona } = place.host.persona({ text, agent, fields, dialect, place, context });
  return ownCopy(persona?.id ?? null);
}

function reachOf({
  persona,
  dialect,
  place,
}: Verdict): Pick<KnownAgent, 'abilities' | 'powers' | 'canCall' | 'leads' | 'isOffered'> {
  if (persona === null)
    return { abilities: [], powers: [], canCall: false, leads: false, isOffered: false };
  const abilities = abilitiesOf(persona.tools, dialect.tools);
  return {
    abilities: abilityList(abilities, persona.tools.unverified.length > 0),
    powers: powersAmong(abilities),
    canCall: abilities.has('delegate'),
    leads: place.host.delegation?.leads(persona) ?? true,
    isOffered: persona.modelInvocable,
  };
}

/** Of a file that its host refuses it is known whom it names: that is to stay true when they are called otherwise. */
const referencesIn = (outline: Outline, verdict: Verdict, context: Context): readonly Reference[] =>
  headReferencesOf(outline, verdict, context)
    .filter(({ kind }) => kind === 'agent' || verdict.persona !== null)
    .map(kept);

const nothing: readonly NeighbourName[] = [];

function broughtBy(
  { text }: Outline,
  { place, dialect, fields, agent }: Verdict,
  context: Context,
): readonly NeighbourName[] {
  const { brings } = place.host;
  if (!brings || !agent) return nothing;
  return brings({ text, agent, fields, dialect, place, context }).map((one) => ({
    ...one,
    name: ownCopy(one.name),
  }));
}

/** Each list once: thousands of agents have one of a few. A tool that cannot be known here is a server's. */
function abilityList(
  abilities: ReadonlySet<Capability | undefined>,
  hasServers: boolean,
): readonly Capability[] {
  const list = capabilities.filter((one) => abilities.has(one) || (one === 'mcp' && hasServers));
  const key = list.join(' ');
  const known = lists.get(key);
  if (known) return known;
  lists.set(key, list);
  return list;
}
const lists = new Map<string, readonly Capability[]>();

const kept = (reference: Reference): Reference => ({
  ...reference,
  name: ownCopy(reference.name),
});

/** Without the quotes, where the letters stand in them as they are. */
const lettersOf = (text: string, value: Value): Span =>
  lettersAt(text, { name: textOf(value) ?? '', span: value.span }) ?? value.span;

/** The name field decides on the id, and not the path. */
const isCalledSo = ({ persona, fields }: Verdict): boolean =>
  fields.some(
    ({ field, value }) =>
      field?.role === 'name' &&
      value.kind === 'text' &&
      persona !== null &&
      (persona.id === value.text || persona.id.endsWith(`:${value.text}`)),
  );
