// Computes the verdict of a host on a file from the host's reading, the place and the context: one interpreter for all
// hosts, which never accesses the disk.

import type { Outline } from '../../agent/outline';
import { isLongerInUtf8 } from '../../text/file-text';
import { memoize } from '../../text/memoize';
import { isExcess } from '../../yaml/limits';
import type { Entry, Value } from '../../yaml/value';
import { type Context, defaultContext } from '../model/context';
import type { Dialect } from '../model/dialect';
import type { Consequence, Field } from '../model/field';
import type { FieldVerdict } from '../model/field-verdict';
import { type DocumentKind, definesAgents, definesSkills, type SkillKind } from '../model/host';
import { type FieldOutcome, hasAgent } from '../model/outcome';
import type { PersonaResult } from '../model/persona-builder';
import { documentKindOf, type Place } from '../model/place';
import type { Flaw, ReadAgent } from '../model/reading';
import type { Skill, SkillInput } from '../model/skill';
import type { Problem } from '../model/type';
import type { Verdict } from '../model/verdict';
import { check } from './check';
import { worstOutcome } from './file-outcome';
import { hostAtVersion } from './host-at-version';
import { folded } from './tools/foreign-limits';

/** The fields whose absence has a consequence. */
const requiredFields = memoize((fields: Dialect['fields']) =>
  Object.entries(fields).flatMap(([key, field]) => (field.required ? [{ key, field }] : [])),
);

const fieldNamed = ({ fields }: Pick<Dialect, 'fields'>, key: string): Field | undefined =>
  Object.hasOwn(fields, key) ? fields[key] : undefined;

/** What the host at `place` does with the text. A pure function that does not throw, whatever the text. */
export function judge(outline: Outline, place: Place, context: Context = defaultContext): Verdict {
  const kind = documentKindOf(place);
  const { agents, flaws } =
    tooLong(outline, kind) ?? unchecked(outline) ?? kind.reader({ outline, place, context });
  const agent = agents[0];
  const dialect = dialectOf(place, agent);
  if (!agent) return verdictWithoutAgent(place, dialect, flaws);

  const { unresolved } = agent;
  const fields = agent.fields.map((entry) =>
    unresolved?.has(entry.key)
      ? verdictOn(entry, 'kept', none, fieldNamed(dialect, entry.key), undefined)
      : computeFieldVerdict(entry, dialect, agent.fields),
  );
  // The name of a model is shown as written. What other values come to is unknown, so the persona has the defaults.
  const resolved = unresolved
    ? fields.filter(({ key, field }) => !unresolved.has(key) || field?.role === 'model')
    : fields;
  const absent = missingFields(fields, dialect);
  const given = absent.some(({ field }) => field.requiredUnless) ? place.given?.() : null;
  const missing = given ? absent.filter(({ key }) => !(key in given)) : absent;
  const made: Made = definesAgents(kind)
    ? kind.persona({
        text: outline.text,
        agent,
        fields: resolved,
        dialect,
        place,
        context,
        given: given ?? null,
      })
    : definesSkills(kind)
      ? asSkill(kind, {
          ...{ text: outline.text, dialect, skill: agent, fields: resolved, place, context },
        })
      : noPersona;
  const losesTools = isAnyLost(made.tools);
  const { outcome, reason } = worstOutcome({ fields, missing, flaws, dialect, losesTools });
  const isLoaded = hasAgent(outcome);
  return {
    place,
    dialect,
    outcome,
    reason,
    runs: isLoaded ? made.runs : false,
    persona: isLoaded ? made.persona : null,
    skill: (isLoaded && made.skill) || null,
    fields: losesTools ? withToolLosses(fields, made) : fields,
    missing,
    ...(given && { given: absent.filter(({ key }) => key in given) }),
    tools: made.tools,
    flaws,
    depends: made.depends,
    agent,
    promptSpan: agent.prompt.span,
    runsNot: isLoaded ? made.runsNot : undefined,
  };
}

/** What a host makes of a document. */
interface Made extends Omit<PersonaResult, 'persona'> {
  readonly persona: PersonaResult['persona'] | null;
  readonly skill?: Skill;
}

function asSkill(kind: SkillKind, input: SkillInput): Made {
  const skill = kind.skill(input);
  const { partName } = input.place;
  return {
    ...noPersona,
    skill: partName ? { ...skill, id: partName(skill.id) } : skill,
    ...(kind.tools && { tools: kind.tools(input) }),
  };
}

const noPersona: Made = { persona: null, tools: [], depends: [], runs: true };

function tooLong(
  { text }: Outline,
  { maxBytes }: DocumentKind,
): { agents: []; flaws: Flaw[] } | null {
  if (maxBytes === undefined || !isLongerInUtf8(text, maxBytes)) return null;
  return { agents: [], flaws: [{ code: 'too-large', span: { start: 0, end: 0 }, fatal: true }] };
}

/** Without its frontmatter nothing is known about a file. A host would find other fences in a text where one is missing. */
function unchecked({ shape, head, errors }: Outline): { agents: []; flaws: Flaw[] } | null {
  const [error] = errors;
  if (shape !== 'closed' || !error || !isExcess(error.code)) return null;
  return {
    agents: [],
    flaws: [{ code: 'unchecked', span: head, message: error.code, fatal: true }],
  };
}

/** The dialect that a host reads at a place; for some hosts it depends on the text. @throws if the host declares none. */
export function dialectOf(place: Place, agent: ReadAgent | undefined): Dialect {
  const { host, version } = place;
  const { dialects, dialectOf: selectDialect } =
    version === undefined ? host : hostAtVersion(host, version);
  const key = (agent && selectDialect?.(agent, place)) ?? place.location.dialect;
  const dialect = (key === undefined ? undefined : dialects[key]) ?? firstOf(dialects);
  if (!dialect) throw new Error(`${place.host.id} declares no dialect`);
  return dialect;
}

const firstOf = memoize((dialects: Place['host']['dialects']) => Object.values(dialects)[0]);

/** The verdict where nothing is known of what the host does with the text. */
export const unknownVerdict = (place: Place): Verdict =>
  verdictWithoutAgent(place, dialectOf(place, undefined), []);

/** The verdict on a text without an agent: the first fatal flaw determines the outcome of the file. */
function verdictWithoutAgent(place: Place, dialect: Dialect, flaws: readonly Flaw[]): Verdict {
  const flaw = flaws.find((one) => one.fatal) ?? flaws[0];
  const { outcome, reason } = (flaw && dialect.flaws[flaw.code]) ?? {
    outcome: 'unknown',
    reason: flaw?.code === 'unchecked' ? 'too-large' : 'unknown',
  };
  return {
    place,
    dialect,
    outcome,
    reason,
    runs: false,
    persona: null,
    skill: null,
    fields: [],
    missing: [],
    tools: [],
    flaws,
    depends: [],
    agent: undefined,
    promptSpan: null,
    runsNot: undefined,
  };
}

/** What the host does with one key and its value. */
export function computeFieldVerdict(
  entry: Entry,
  dialect: Pick<Dialect, 'fields' | 'unknownField' | 'everyKey' | 'empty'>,
  fields: readonly Entry[] = [entry],
): FieldVerdict {
  const field = fieldNamed(dialect, entry.key);
  const result = dialect.everyKey?.(entry);
  if (result) return verdictOn(entry, result.outcome, result.problems, field, result.otherwise);
  return field
    ? judgeKnown(entry, field, dialect, fields)
    : verdictOn(entry, dialect.unknownField.outcome, none, undefined, undefined);
}

function judgeKnown(
  entry: Entry,
  field: Field,
  dialect: Pick<Dialect, 'empty'>,
  fields: readonly Entry[],
): FieldVerdict {
  const { value } = entry;
  const empty = whenEmpty(field, value, dialect);
  if (empty === 'accepted') return verdictOn(entry, 'kept', none, field, undefined);
  if (empty) {
    const { problems } = check(field.type, value);
    return verdictOn(entry, empty.outcome, problems, field, empty);
  }
  const result = field.judge?.(value, fields);
  if (result) return verdictOn(entry, result.outcome, result.problems, field, result.otherwise);
  const { problems, coerced } = check(field.type, value);
  if (problems.length > 0)
    return verdictOn(entry, field.otherwise.outcome, problems, field, otherwiseOf(field, value));
  const outcome = field.noEffect === undefined ? (coerced ? 'coerced' : 'kept') : 'ignored';
  return verdictOn(entry, outcome, none, field, undefined);
}

/** What the host does because the field has no value; null where it checks the value as any other. */
export function whenEmpty(
  { empty }: Pick<Field, 'empty'>,
  value: Value,
  dialect: Pick<Dialect, 'empty'>,
): Consequence | 'accepted' | null {
  if (value.kind !== 'null' || empty === 'checked') return null;
  // Some parsers read an infinite number as null. A field accepts it only if it states so itself.
  return empty ?? (nullForm.test(value.source) ? (dialect.empty ?? null) : null);
}

const nullForm = /^(?:|~|null|Null|NULL)$/;

/** Invalid values lose a limit only where the author meant one: see `limitWords`. */
function otherwiseOf({ otherwise, limitWords }: Field, value: Value): Consequence {
  if (!otherwise.losesLimit || !limitWords || isLimiting(value, limitWords)) return otherwise;
  const { losesLimit: _, ...harmless } = otherwise;
  return harmless;
}

const isLimiting = (value: Value, limitWords: NonNullable<Field['limitWords']>): boolean =>
  value.kind === 'list'
    ? value.items.some((item) => isLimiting(item, limitWords))
    : value.kind === 'text' &&
      Object.keys(limitWords).some((word) => folded(word) === folded(value.text));

const verdictOn = (
  { key, keySpan, span, value }: Entry,
  outcome: FieldOutcome,
  problems: readonly Problem[],
  field: Field | undefined,
  otherwise: Consequence | undefined,
): FieldVerdict => ({ key, keySpan, span, value, outcome, problems, field, otherwise });

const none: readonly Problem[] = [];

type Missing = Verdict['missing'];

const missingFields = (fields: readonly FieldVerdict[], dialect: Dialect): Missing =>
  requiredFields(dialect.fields).filter(
    ({ key, field: { requiredWithout: other } }) =>
      !hasKey(fields, key) && (other === undefined || !hasKey(fields, other)),
  );

function hasKey(fields: readonly FieldVerdict[], key: string): boolean {
  for (const field of fields) if (field.key === key) return true;
  return false;
}

/** Whether a tool of the field `key`, or of any field, is lost. */
function isAnyLost(tools: PersonaResult['tools'], key?: string): boolean {
  for (const tool of tools)
    if (tool.outcome === 'lost' && (key === undefined || tool.key === key)) return true;
  return false;
}

/** Marks the fields that lost a tool as `coerced`: the host does not use their value as written. */
const withToolLosses = (
  fields: readonly FieldVerdict[],
  { tools }: Pick<PersonaResult, 'tools'>,
): readonly FieldVerdict[] =>
  fields.map((field) =>
    field.field && field.outcome === 'kept' && isAnyLost(tools, field.key)
      ? verdictOn(field, 'coerced', field.problems, field.field, field.otherwise)
      : field,
  );
