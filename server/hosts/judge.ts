// Computes the verdict of a host on a file from the host's reading, the place and the context: one interpreter for all
// hosts, which never accesses the disk.

import type { Outline } from '../agent/outline';
import type { Entry, Value } from '../agent/value';
import { isLongerThan } from '../text/utf8';
import { check } from './check';
import { type Context, defaultContext } from './context';
import { type FieldFate, hasAgent } from './fate';
import { folded } from './foreign-limits';
import type { Dialect, Field, Otherwise } from './host';
import { type KnownField, knownFields, requiredFields } from './known-fields';
import type { MadePersona } from './persona';
import type { Place } from './place';
import type { Flaw, ReadAgent } from './reading';
import { remembered } from './remembered';
import type { FieldVerdict, Problem, Verdict } from './verdict';
import { weigh } from './weigh';

/** What the host at `place` does with the text. A pure function that does not throw, whatever the text. */
export function judge(outline: Outline, place: Place, context: Context = defaultContext): Verdict {
  const { host } = place;
  const { agents, flaws } = tooLong(outline, place) ?? host.reader({ outline, place, context });
  const agent = agents[0];
  const dialect = dialectOf(place, agent);
  if (!agent) return verdictWithoutAgent(place, dialect, flaws);

  const known = knownFields(dialect.fields);
  const fields = agent.fields.map((entry) => judgeField(entry, dialect, known));
  const missing = missingFields(fields, dialect);
  const made = host.persona({ text: outline.text, agent, fields, dialect, place, context });
  const losesTools = isAnyLost(made.tools);
  const { fate, reason } = weigh({ fields, missing, flaws, dialect, losesTools });
  const isLoaded = hasAgent(fate);
  return {
    place,
    dialect,
    fate,
    reason,
    runs: isLoaded ? made.runs : false,
    persona: isLoaded ? made.persona : null,
    fields: losesTools ? withToolLosses(fields, made) : fields,
    missing,
    tools: made.tools,
    flaws,
    depends: made.depends,
    agent,
    promptSpan: agent.prompt.span,
    runsNot: isLoaded ? made.runsNot : undefined,
  };
}

function tooLong({ text }: Outline, { host }: Place): { agents: []; flaws: Flaw[] } | null {
  if (host.maxBytes === undefined || !isLongerThan(text, host.maxBytes)) return null;
  return { agents: [], flaws: [{ code: 'too-large', span: { start: 0, end: 0 }, fatal: true }] };
}

/** The dialect that a host reads at a place; for some hosts it depends on the text. @throws if the host declares none. */
export function dialectOf(place: Place, agent: ReadAgent | undefined): Dialect {
  const { dialects, dialectOf: selectDialect } = place.host;
  const key = (agent && selectDialect?.(agent, place)) ?? place.location.dialect;
  const dialect = (key === undefined ? undefined : dialects[key]) ?? firstOf(dialects);
  if (!dialect) throw new Error(`${place.host.id} declares no dialect`);
  return dialect;
}

const firstOf = remembered((dialects: Place['host']['dialects']) => Object.values(dialects)[0]);

/** The verdict on a text without an agent: the first fatal flaw determines the outcome of the file. */
function verdictWithoutAgent(place: Place, dialect: Dialect, flaws: readonly Flaw[]): Verdict {
  const flaw = flaws.find((one) => one.fatal) ?? flaws[0];
  const { fate, reason } = (flaw && dialect.flaws[flaw.code]) ?? {
    fate: 'unknown',
    reason: 'unknown',
  };
  return {
    place,
    dialect,
    fate,
    reason,
    runs: false,
    persona: null,
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
export function judgeField(
  entry: Entry,
  dialect: Dialect,
  known = knownFields(dialect.fields),
): FieldVerdict {
  const { value } = entry;
  const found = known.get(entry.key);
  if (!found) {
    const result = dialect.unknownField.judge?.(entry);
    if (!result) return verdictOn(entry, dialect.unknownField.fate, none, undefined, undefined);
    return verdictOn(entry, result.fate, result.problems, undefined, result.otherwise);
  }
  return isPlainlyValid(value, found)
    ? verdictOn(entry, found.fate, none, found.field, undefined)
    : judgeKnown(entry, found);
}

/** Recognizes most valid values without a full check of their type. */
const isPlainlyValid = (value: Value, { takesText, words }: KnownField): boolean =>
  value.kind === 'text' && (takesText ? value.text !== '' : words?.has(value.text) === true);

function judgeKnown(entry: Entry, { field, fate }: KnownField): FieldVerdict {
  const { value } = entry;
  if (value.kind === 'null' && field.empty !== undefined) {
    if (field.empty === 'accepted') return verdictOn(entry, 'kept', none, field, undefined);
    const { problems } = check(field.type, value);
    return verdictOn(entry, field.empty.fate, problems, field, field.empty);
  }
  const result = field.judge?.(value);
  if (result) return verdictOn(entry, result.fate, result.problems, field, result.otherwise);
  const { problems, coerced } = check(field.type, value);
  if (problems.length > 0)
    return verdictOn(entry, field.otherwise.fate, problems, field, otherwiseOf(field, value));
  return verdictOn(entry, coerced && fate === 'kept' ? 'coerced' : fate, none, field, undefined);
}

/** Invalid values lose a limit only where the author meant one: see `limitWords`. */
function otherwiseOf({ otherwise, limitWords }: Field, value: Value): Otherwise {
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
  fate: FieldFate,
  problems: readonly Problem[],
  field: Field | undefined,
  otherwise: Otherwise | undefined,
): FieldVerdict => ({ key, keySpan, span, value, fate, problems, field, otherwise });

const none: readonly Problem[] = [];

type Missing = Verdict['missing'];

const missingFields = (fields: readonly FieldVerdict[], dialect: Dialect): Missing =>
  requiredFields(dialect.fields).filter(({ key }) => !hasKey(fields, key));

function hasKey(fields: readonly FieldVerdict[], key: string): boolean {
  for (const field of fields) if (field.key === key) return true;
  return false;
}

/** Whether a tool of the field `key`, or of any field, is lost. */
function isAnyLost(tools: MadePersona['tools'], key?: string): boolean {
  for (const tool of tools)
    if (tool.outcome === 'lost' && (key === undefined || tool.key === key)) return true;
  return false;
}

/** Marks the fields that lost a tool as `coerced`: the host does not use their value as written. */
const withToolLosses = (
  fields: readonly FieldVerdict[],
  { tools }: MadePersona,
): readonly FieldVerdict[] =>
  fields.map((field) =>
    field.field && field.fate === 'kept' && isAnyLost(tools, field.key)
      ? verdictOn(field, 'coerced', field.problems, field.field, field.otherwise)
      : field,
  );
