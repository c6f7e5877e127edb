// Whether a change makes any host's verdict worse: the file fares less well, a field that was kept is no longer, or
// the agent may do more than before.
import { plain, type Value } from '../agent/value';
import type { FieldFate, FileFate } from '../hosts/fate';
import type { Persona, Tools } from '../hosts/persona';
import type { FieldVerdict, Verdict } from '../hosts/verdict';

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

/** Of one host's verdicts on a text, before a change and after it. */
export function verdictIsNoWorse(before: Verdict, now: Verdict): boolean {
  if (order[now.fate] > order[before.fate]) return false;
  if (before.runs === true && now.runs === false) return false;
  if (!fieldsAreNoWorse(before, now)) return false;
  if (before.persona && gainsPower(before, now)) return false;
  if (changesModel(before, now)) return false;
  // Where there was no agent before, nothing that it may do now is more than its author wrote.
  return !before.persona || !now.persona || mayDoTheSame(before.persona, now.persona);
}

const isGood = (fate: FieldFate): boolean =>
  fate === 'kept' || fate === 'coerced' || fate === 'passed-on';

function fieldsAreNoWorse(before: Verdict, now: Verdict): boolean {
  for (const { key, fate, field } of before.fields) {
    if (!field || !isGood(fate)) continue;
    const other = fieldOf(now, key);
    // A field that was renamed to its better name is kept under that name.
    const by = other ? undefined : field.deprecated?.by;
    if (other ? !isGood(other.fate) : by === undefined || !fieldOf(now, by)) return false;
  }
  return true;
}

function fieldOf({ fields }: Verdict, key: string): FieldVerdict | undefined {
  for (const field of fields) if (field.key === key) return field;
  return undefined;
}

/** No field that makes a host run code, or says what is done unasked, counts that did not. */
export const runsNoMore = (before: Verdict, now: Verdict): boolean => !gainsPower(before, now);

/** A field that rules over permissions or running code counts now, or says something else than before. */
function gainsPower(before: Verdict, now: Verdict): boolean {
  for (const { key, fate, field, value } of now.fields) {
    if (!field || (field.governs === undefined && field.role !== 'hooks') || !isGood(fate))
      continue;
    const was = fieldOf(before, key);
    if (!was || !isGood(was.fate) || !saysTheSame(was.value, value)) return true;
  }
  return false;
}

const saysTheSame = (one: Value, other: Value): boolean =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other));

/** The file named a model, and the agent would run on another than it does. */
const changesModel = (before: Verdict, now: Verdict): boolean =>
  before.persona !== null &&
  now.persona !== null &&
  before.persona.model.effective !== now.persona.model.effective &&
  before.fields.some(({ field }) => field?.role === 'model');

/** No more than before; and no less either, for what one host leaves out another may need. */
const mayDoTheSame = (before: Persona, now: Persona): boolean =>
  hasAll(before.tools.granted, now.tools) &&
  hasAll(before.tools.unverified, now.tools) &&
  mayDoNoMore(before, now);

function hasAll(names: readonly string[], { granted, unverified }: Tools): boolean {
  for (const name of names) if (!granted.includes(name) && !unverified.includes(name)) return false;
  return true;
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
  (before.permissions === null && now.permissions === null) ||
  rulesOf(before).join('\n') === rulesOf(now).join('\n') ||
  (rulesOf(before).length === 0 &&
    (now.permissions ?? []).every(({ action }) => action === 'deny'));

const rulesOf = ({ permissions }: Persona): readonly string[] =>
  (permissions ?? []).map(
    ({ permission, pattern, action }) => `${permission} ${pattern} ${action}`,
  );
