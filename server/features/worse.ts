// Whether a change makes any host's verdict worse: the file fares less well, a field that was kept is no longer, or
// the agent may do more than before.
import { plain } from '../agent/value';
import type { FieldFate, FileFate } from '../hosts/fate';
import type { Persona } from '../hosts/persona';
import type { Verdict } from '../hosts/verdict';

/** Higher is worse. */
const order: Readonly<Record<FileFate, number>> = {
  loads: 0,
  'loads-changed': 1,
  unknown: 2,
  'not-read': 3,
  ignored: 3,
  refused: 4,
  'stops-host': 5,
};

export const isNoWorse = (before: readonly Verdict[], now: readonly Verdict[]): boolean =>
  before.every((verdict) => {
    const other = now.find((one) => one.place.host === verdict.place.host);
    return other !== undefined && verdictIsNoWorse(verdict, other);
  });

function verdictIsNoWorse(before: Verdict, now: Verdict): boolean {
  if (order[now.fate] > order[before.fate]) return false;
  if (before.runs === true && now.runs === false) return false;
  if (!fieldsAreNoWorse(before, now)) return false;
  if (before.persona && gainsPower(before, now)) return false;
  if (changesModel(before, now)) return false;
  // Where there was no agent before, nothing that it may do now is more than its author wrote.
  return !before.persona || !now.persona || mayDoTheSame(before.persona, now.persona);
}

const good = new Set<FieldFate>(['kept', 'coerced', 'passed-on']);

const fieldsAreNoWorse = (before: Verdict, now: Verdict): boolean =>
  before.fields.every(({ key, fate, field }) => {
    if (!good.has(fate) || !field) return true;
    const other = now.fields.find((one) => one.key === key);
    // A field that was renamed to its better name is kept under that name.
    return other
      ? good.has(other.fate)
      : field.deprecated?.by !== undefined &&
          now.fields.some((one) => one.key === field.deprecated?.by);
  });

/** No field that makes a host run code, or says what is done unasked, counts that did not. */
export const runsNoMore = (before: Verdict, now: Verdict): boolean => !gainsPower(before, now);

/** A field that rules over permissions or running code counts now, or says something else than before. */
const gainsPower = (before: Verdict, now: Verdict): boolean =>
  now.fields.some(({ key, fate, field, value }) => {
    if (!field || !good.has(fate) || (field.governs === undefined && field.role !== 'hooks'))
      return false;
    const was = before.fields.find((one) => one.key === key);
    return (
      !was ||
      !good.has(was.fate) ||
      JSON.stringify(plain(was.value)) !== JSON.stringify(plain(value))
    );
  });

/** The file named a model, and the agent would run on another than it does. */
const changesModel = (before: Verdict, now: Verdict): boolean =>
  before.fields.some(({ field }) => field?.role === 'model') &&
  before.persona !== null &&
  now.persona !== null &&
  before.persona.model.effective !== now.persona.model.effective;

/** No more than before; and no less either, for what one host leaves out another may need. */
function mayDoTheSame(before: Persona, now: Persona): boolean {
  const lost = [...before.tools.granted, ...before.tools.unverified].some(
    (name) => !now.tools.granted.includes(name) && !now.tools.unverified.includes(name),
  );
  return !lost && mayDoNoMore(before, now);
}

/** By its tools, its permissions, and who may call it. */
export function mayDoNoMore(before: Persona, now: Persona): boolean {
  const { tools: was } = before;
  const { tools: is } = now;
  if (before.modelInvocable !== now.modelInvocable) return false;
  if (before.userInvocable !== now.userInvocable) return false;
  if (is.all && !was.all) return false;
  if (was.all && is.all && was.denied.some((name) => !is.denied.includes(name))) return false;
  if (!was.all && is.granted.some((name) => !was.granted.includes(name))) return false;
  if (!was.all && is.unverified.some((name) => !was.unverified.includes(name))) return false;
  return sameRules(before, now);
}

/** The same rules; or, where there were none, rules that only deny. Anything else is for the author to judge. */
const sameRules = (before: Persona, now: Persona): boolean =>
  rulesOf(before).join('\n') === rulesOf(now).join('\n') ||
  (rulesOf(before).length === 0 &&
    (now.permissions ?? []).every(({ action }) => action === 'deny'));

const rulesOf = ({ permissions }: Persona): readonly string[] =>
  (permissions ?? []).map(
    ({ permission, pattern, action }) => `${permission} ${pattern} ${action}`,
  );
