// Whether a change makes any host's verdict worse: the file has a worse outcome, a field that was used is lost, or the agent
// has more permissions than before.

import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { FieldOutcome, FileOutcome } from '../../hosts/model/outcome';
import type { Persona, Tools } from '../../hosts/model/persona';
import type { Skill } from '../../hosts/model/skill';
import { isLoaded, type Verdict } from '../../hosts/model/verdict';
import { plain, type Value } from '../../yaml/value';

/** Higher is worse. */
const order: Readonly<Record<FileOutcome, number>> = {
  loads: 0,
  'loads-changed': 1,
  unknown: 2,
  'not-read': 3,
  ignored: 3,
  refused: 4,
  'stops-host': 5,
};

export const hasNoRegression = (before: readonly Verdict[], now: readonly Verdict[]): boolean =>
  before.every((verdict) => {
    const other = now.find((one) => one.place.host === verdict.place.host);
    return other !== undefined && verdictHasNoRegression(verdict, other);
  });

/** Compares one host's verdicts on a text before a change and after it. */
export function verdictHasNoRegression(before: Verdict, now: Verdict): boolean {
  if (order[now.outcome] > order[before.outcome]) return false;
  if (before.runs === true && now.runs === false) return false;
  if (!fieldsAreNoWorse(before, now)) return false;
  if (isLoaded(before) && gainsPrivilege(before, now)) return false;
  if (before.skill && now.skill && !isEquallyOpen(before.skill, now.skill)) return false;
  if (changesModel(before, now)) return false;
  // Where there was no agent before, it has no permissions now beyond those its author wrote.
  return !before.persona || !now.persona || isEquallyCapable(before.persona, now.persona);
}

/** The same name, and the same users and models can call it. */
const isEquallyOpen = (before: Skill, now: Skill): boolean =>
  before.id === now.id &&
  before.userInvocable === now.userInvocable &&
  before.modelInvocable === now.modelInvocable;

const isGood = (outcome: FieldOutcome): boolean =>
  outcome === 'kept' || outcome === 'coerced' || outcome === 'passed-on';

function fieldsAreNoWorse(before: Verdict, now: Verdict): boolean {
  for (const { key, outcome, field } of before.fields) {
    if (!field || !isGood(outcome)) continue;
    const other = fieldOf(now, key);
    // A deprecated field that was renamed is used under its new name.
    const by = other ? undefined : field.deprecated?.by;
    if (other ? !isGood(other.outcome) : by === undefined || !fieldOf(now, by)) return false;
  }
  return true;
}

function fieldOf({ fields }: Verdict, key: string): FieldVerdict | undefined {
  for (const field of fields) if (field.key === key) return field;
  return undefined;
}

/** No field that runs code or controls permissions is used that was not used before. */
export const gainsNoPrivilege = (before: Verdict, now: Verdict): boolean =>
  !gainsPrivilege(before, now);

/** A field that controls permissions or runs code is used now and was not, or has another value than before. */
function gainsPrivilege(before: Verdict, now: Verdict): boolean {
  for (const { key, outcome, field, value } of now.fields) {
    if (!field || (field.governs === undefined && field.role !== 'hooks') || !isGood(outcome))
      continue;
    const earlier = fieldOf(before, key);
    if (!earlier || !isGood(earlier.outcome) || !hasSameValue(earlier.value, value)) return true;
  }
  return false;
}

const hasSameValue = (one: Value, other: Value): boolean =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other));

/** The file names a model, and the agent would run with a different one. */
const changesModel = (before: Verdict, now: Verdict): boolean =>
  before.persona !== null &&
  now.persona !== null &&
  before.persona.model.effective !== now.persona.model.effective &&
  before.fields.some(({ field }) => field?.role === 'model');

/** No more permissions than before, and no fewer tools either: what one host ignores another may need. */
const isEquallyCapable = (before: Persona, now: Persona): boolean =>
  hasAll(before.tools.granted, now.tools) &&
  hasAll(before.tools.unverified, now.tools) &&
  isAtMostAsPermissive(before, now);

function hasAll(names: readonly string[], { granted, unverified }: Tools): boolean {
  for (const name of names) if (!granted.includes(name) && !unverified.includes(name)) return false;
  return true;
}

/** Compares tools, permissions, and whether users and agents can call it. */
export function isAtMostAsPermissive(before: Persona, now: Persona): boolean {
  const { tools: earlier } = before;
  const { tools: later } = now;
  if (before.modelInvocable !== now.modelInvocable) return false;
  if (before.userInvocable !== now.userInvocable) return false;
  if (later.all && !earlier.all) return false;
  if (earlier.all && later.all && earlier.denied.some((name) => !later.denied.includes(name)))
    return false;
  if (!earlier.all && later.granted.some((name) => !earlier.granted.includes(name))) return false;
  if (!earlier.all && later.unverified.some((name) => !earlier.unverified.includes(name)))
    return false;
  return sameRules(before, now);
}

/** The same rules, or only denials where there were no rules. Any other change is for the author to review. */
const sameRules = (before: Persona, now: Persona): boolean =>
  (before.permissions === null && now.permissions === null) ||
  rulesOf(before).join('\n') === rulesOf(now).join('\n') ||
  (rulesOf(before).length === 0 &&
    (now.permissions ?? []).every(({ action }) => action === 'deny'));

const rulesOf = ({ permissions }: Persona): readonly string[] =>
  (permissions ?? []).map(
    ({ permission, pattern, action }) => `${permission} ${pattern} ${action}`,
  );
