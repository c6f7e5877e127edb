// Whether an agent may do no more after a change than its author wrote: in the hosts that had it before, and in those
// that have it now.
import type { Outline } from '../../agent/outline';
import { type Entry, entryOf, plain } from '../../agent/value';
import type { Capability } from '../../hosts/capabilities';
import type { Field } from '../../hosts/host';
import { hosts } from '../../hosts/registry';
import { remembered } from '../../hosts/remembered';
import { givenTools, type ToolCatalogue } from '../../hosts/tools';
import type { Verdict } from '../../hosts/verdict';
import { mayDoNoMore, runsNoMore } from '../worse';

export interface Judged {
  readonly outline: Outline;
  readonly verdicts: readonly Verdict[];
}

export function isWithin(before: Judged, now: Judged): boolean {
  const changed = limitsIn(before.outline).filter((entry) => !isAsWritten(entry, before, now));
  return now.verdicts.every((verdict) => {
    const was = before.verdicts.find(({ place }) => place.host === verdict.place.host);
    if (!was) return false;
    if (!verdict.persona) return true;
    if (was.persona) return mayDoNoMore(was.persona, verdict.persona) && runsNoMore(was, verdict);
    return changed.every((entry) => saysNoMore(entry, verdict));
  });
}

/** No host that had an agent before has none now. */
export const losesNone = (before: Judged, now: Judged): boolean =>
  before.verdicts.every(
    ({ persona, place }) =>
      persona === null ||
      now.verdicts.some((one) => one.place.host === place.host && one.persona !== null),
  );

/** A field that says what the agent may do, in some host. */
export const isLimit = (key: string): boolean => limitKeys.has(key);

const limitRoles = new Set<Field['role']>([
  ...(['tools', 'denied-tools', 'permission', 'hooks', 'disable'] as const),
  ...(['user-invocable', 'model-invocable', 'hidden'] as const),
]);

const limitKeys = new Set(
  hosts.flatMap(({ dialects }) =>
    Object.values(dialects).flatMap(({ fields }) =>
      Object.entries(fields).flatMap(([key, { role, governs, otherwise }]) =>
        limitRoles.has(role) || governs !== undefined || otherwise.losesLimit ? [key] : [],
      ),
    ),
  ),
);

const limitsIn = ({ fields }: Outline): readonly Entry[] =>
  fields.filter(({ key }) => isLimit(key));

/** The same value; of a head that could not be read, no words but those that stood in it. */
function isAsWritten({ key, value }: Entry, { outline }: Judged, now: Judged): boolean {
  const entry = entryOf(now.outline.fields, key);
  if (!entry) return false;
  if (JSON.stringify(plain(value)) === JSON.stringify(plain(entry.value))) return true;
  const wasBroken = outline.errors.length > 0 || outline.shape !== 'closed';
  const head = outline.text.slice(outline.head.start, outline.head.end);
  return wasBroken && wordsIn(plain(entry.value)).every((word) => head.includes(word));
}

const wordsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? value.split(/\s+/)
    : Array.isArray(value)
      ? value.flatMap(wordsIn)
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, below]) => [key, ...wordsIn(below)])
        : [String(value)];

/**
 * The host saw no agent before: what it lets the agent do now is what the author's names do, in whatever host they are
 * from. Names with a part in parentheses allow less than their whole: they are for the author to translate.
 */
function saysNoMore({ key, value }: Entry, { persona, dialect, fields }: Verdict): boolean {
  const role = hosts
    .flatMap(({ dialects }) => Object.values(dialects))
    .map((one) => one.fields[key]?.role)
    .find((one) => one === 'tools');
  const written = wordsIn(plain(value))
    .flatMap((word) => word.split(','))
    .filter(Boolean);
  if (role === undefined || !persona || written.some((word) => word.includes('('))) return false;
  if (persona.tools.all && !fields.some(({ field }) => field?.role === 'permission')) return false;
  const catalogue = dialect.tools;
  const has = persona.tools.all
    ? givenTools(catalogue).filter((name) => !persona.tools.denied.includes(name))
    : persona.tools.granted;
  const does = abilitiesIn(catalogue);
  const meant = new Set(written.flatMap(abilitiesAnywhere));
  return has.every((name) => written.includes(name) || meant.has(does.get(name)));
}

const abilitiesIn = remembered(
  ({ tools }: ToolCatalogue): ReadonlyMap<string, Capability> =>
    new Map(tools.map(({ name, does }) => [name, does])),
);

const abilitiesAnywhere = (name: string): readonly (Capability | undefined)[] =>
  hosts.flatMap(({ dialects }) =>
    Object.values(dialects).flatMap(({ tools }) => abilitiesIn(tools).get(name) ?? []),
  );
