// A file as each of its hosts sees it, without its text.
import type { Outline } from '../agent/outline';
import { textOf, type Value } from '../agent/value';
import { blameOf } from '../hosts/blame';
import { type Capability, capabilities } from '../hosts/capabilities';
import type { Context } from '../hosts/context';
import { judge } from '../hosts/judge';
import type { NeighbourName } from '../hosts/neighbour';
import type { Persona } from '../hosts/persona';
import type { Place } from '../hosts/place';
import { abilitiesOf, powersAmong } from '../hosts/powers';
import { lettersAt } from '../hosts/refer';
import type { Reference } from '../hosts/reference';
import { headReferencesOf } from '../hosts/references';
import type { FieldVerdict, Verdict } from '../hosts/verdict';
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
  let name: FieldVerdict | undefined;
  let staysOn = false;
  for (const field of fields) {
    const role = field.field?.role;
    if (role === 'name') name ??= field;
    else if (role === 'disable' && field.value.kind === 'boolean' && !field.value.boolean)
      staysOn = true;
  }
  const { abilities, powers, canCall, leads, isOffered } = reachOf(verdict);
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
    nameSpan:
      name && persona && isCalledBy(persona, name) ? lettersOf(outline.text, name.value) : null,
    references: referencesIn(outline, verdict, context),
    brings: persona ? broughtBy(outline, verdict, context) : nothing,
    staysOn,
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
function referencesIn(outline: Outline, verdict: Verdict, context: Context): readonly Reference[] {
  const all = headReferencesOf(outline, verdict, context);
  if (all.length === 0) return none;
  return all.filter(({ kind }) => kind === 'agent' || verdict.persona !== null).map(kept);
}

const none: readonly Reference[] = [];

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
  let key = 0;
  let bit = 1;
  for (const one of capabilities) {
    if (abilities.has(one) || (hasServers && one === 'mcp')) key |= bit;
    bit <<= 1;
  }
  const known = lists.get(key);
  if (known) return known;
  const list = capabilities.filter((_, index) => (key & (1 << index)) !== 0);
  lists.set(key, list);
  return list;
}
/** By a bit for each that is in it. */
const lists = new Map<number, readonly Capability[]>();

const kept = (reference: Reference): Reference => ({
  ...reference,
  name: ownCopy(reference.name),
});

/** Without the quotes, where the letters stand in them as they are. */
const lettersOf = (text: string, value: Value): Span =>
  lettersAt(text, { name: textOf(value) ?? '', span: value.span }) ?? value.span;

/** The name field decides on the id, and not the path. */
const isCalledBy = ({ id }: Persona, { value }: FieldVerdict): boolean =>
  value.kind === 'text' && (id === value.text || id.endsWith(`:${value.text}`));
