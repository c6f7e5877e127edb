// Describes what an edit made worse in one host. This is independent of the check that the fixes themselves use, and
// stricter, so that each verifies the other.
import type { FieldOutcome, FileOutcome } from '../../server/hosts/model/outcome';
import type { Persona } from '../../server/hosts/model/persona';
import type { Verdict } from '../../server/hosts/model/verdict';

const rank: Readonly<Record<FileOutcome, number>> = {
  loads: 0,
  'loads-changed': 1,
  unknown: 2,
  'not-read': 3,
  ignored: 3,
  refused: 4,
  'stops-host': 5,
};

const held: ReadonlySet<FieldOutcome> = new Set<FieldOutcome>(['kept', 'coerced', 'passed-on']);

/** Empty if nothing is worse. */
export function worse(before: readonly Verdict[], now: readonly Verdict[]): readonly string[] {
  return before.flatMap((was) => {
    const is = now.find(({ place }) => place.host === was.place.host);
    const host = was.place.host.id;
    return (is ? worseIn(was, is) : ['no longer reads it']).map((what) => `${host}: ${what}`);
  });
}

/** Whether the edit improves the result in some host. */
export const isBetter = (before: readonly Verdict[], now: readonly Verdict[]): boolean =>
  before.some((was) => {
    const is = now.find(({ place }) => place.host === was.place.host);
    return (
      is !== undefined && (rank[is.outcome] < rank[was.outcome] || (!was.runs && is.runs === true))
    );
  });

const worseIn = (was: Verdict, is: Verdict): string[] => [
  ...(rank[is.outcome] > rank[was.outcome] ? [`${was.outcome} became ${is.outcome}`] : []),
  ...(was.runs === true && is.runs !== true ? ['no longer runs'] : []),
  ...fields(was, is),
  ...(was.persona && is.persona ? persona(was.persona, is.persona) : []),
  ...(was.persona?.tools.all && !is.persona?.tools.all && heldTools(was) ? ['narrower'] : []),
];

const heldTools = ({ fields }: Verdict): boolean =>
  fields.some(({ field, outcome }) => field?.role === 'tools' && held.has(outcome));

const fields = (was: Verdict, is: Verdict): string[] =>
  was.fields.flatMap(({ key, outcome, field }) => {
    if (!field || !held.has(outcome)) return [];
    const heir = field.deprecated?.by;
    const now =
      is.fields.find((one) => one.key === key) ?? is.fields.find((one) => one.key === heir);
    return now && held.has(now.outcome)
      ? []
      : [`${key} was ${outcome}, is ${now?.outcome ?? 'gone'}`];
  });

function persona(was: Persona, is: Persona): string[] {
  const messages: string[] = [];
  const same = (what: string, a: unknown, b: unknown): void => {
    if (JSON.stringify(a) !== JSON.stringify(b))
      messages.push(`${what} was ${JSON.stringify(a)}, is ${JSON.stringify(b)}`);
  };
  const lost = (what: string, a: readonly string[], b: readonly string[]): void => {
    for (const name of a) if (!b.includes(name)) messages.push(`${what} ${name}`);
  };
  lost('lost tool', reach(was), reach(is));
  // Replacing all tools by those of a list is allowed: a limit that the author wrote but the host ignored now applies.
  if (!was.tools.all) lost('wider: gained tool', reach(is), reach(was));
  if (is.tools.all) lost('wider: no longer denied', was.tools.denied, is.tools.denied);
  if (is.tools.all && !was.tools.all) messages.push('wider: has every tool');
  same('always', was.tools.always, is.tools.always);
  // Other agents cannot call an agent by an empty name.
  if (was.id !== '') same('id', was.id, is.id);
  same('mode', was.mode, is.mode);
  same('calls', [was.userInvocable, was.modelInvocable], [is.userInvocable, is.modelInvocable]);
  same('hidden', was.hidden, is.hidden);
  if (was.color !== null) same('color', was.color, is.color);
  if (was.description !== null && is.description === null) messages.push('lost its description');
  if (was.prompt.trim() !== '' && is.prompt.trim() === '') messages.push('lost its prompt');
  if (permissions(was).length > 0) same('permissions', permissions(was), permissions(is));
  const grants = permissions(is).filter((rule) => rule.endsWith(' allow'));
  if (permissions(was).length === 0) lost('wider: now grants', grants, []);
  return messages;
}

const reach = ({ tools }: Persona): readonly string[] => [...tools.granted, ...tools.unverified];

const permissions = (one: Persona): readonly string[] =>
  (one.permissions ?? []).map((rule) => `${rule.permission} ${rule.pattern} ${rule.action}`);
