// Reading + host + place + context -> verdict: one interpreter for all hosts. It never asks the disk.

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

/** What the host at `place` does with the text. Pure; never throws on any text. */
export function judge(outline: Outline, place: Place, context: Context = defaultContext): Verdict {
  const { host } = place;
  const { agents, flaws } = tooLong(outline, place) ?? host.reader({ outline, place, context });
  const agent = agents[0];
  const dialect = dialectOf(place, agent);
  if (!agent) return lost(place, dialect, flaws);

  const known = knownFields(dialect.fields);
  const fields = agent.fields.map((entry) => judgeField(entry, dialect, known));
  const missing = missingFields(fields, dialect);
  const made = host.persona({ text: outline.text, agent, fields, dialect, place, context });
  const losesTools = isAnyLost(made.tools);
  const { fate, reason } = weigh({ fields, missing, flaws, dialect, losesTools });
  const alive = hasAgent(fate);
  return {
    place,
    dialect,
    fate,
    reason,
    runs: alive ? made.runs : false,
    persona: alive ? made.persona : null,
    fields: losesTools ? lessLostTools(fields, made) : fields,
    missing,
    tools: made.tools,
    flaws,
    depends: made.depends,
    agent,
    promptSpan: agent.prompt.span,
    runsNot: alive ? made.runsNot : undefined,
  };
}

function tooLong({ text }: Outline, { host }: Place): { agents: []; flaws: Flaw[] } | null {
  if (host.maxBytes === undefined || !isLongerThan(text, host.maxBytes)) return null;
  return { agents: [], flaws: [{ code: 'too-large', span: { start: 0, end: 0 }, fatal: true }] };
}

/** The dialect that a host speaks at a place: the text may decide on it. */
export function dialectOf(place: Place, agent: ReadAgent | undefined): Dialect {
  const { dialects, dialectOf: ask } = place.host;
  const key = (agent && ask?.(agent, place)) ?? place.location.dialect;
  const dialect = (key === undefined ? undefined : dialects[key]) ?? firstOf(dialects);
  if (!dialect) throw new Error(`${place.host.id} declares no dialect`);
  return dialect;
}

const firstOf = remembered((dialects: Place['host']['dialects']) => Object.values(dialects)[0]);

/** No agent in the text: the flaw that cost it says what became of the file. */
function lost(place: Place, dialect: Dialect, flaws: readonly Flaw[]): Verdict {
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

/** What the host makes of one key and its value. */
export function judgeField(
  entry: Entry,
  dialect: Dialect,
  known = knownFields(dialect.fields),
): FieldVerdict {
  const { value } = entry;
  const found = known.get(entry.key);
  if (!found) {
    const heavy = dialect.unknownField.judge?.(entry);
    if (!heavy) return verdictOn(entry, dialect.unknownField.fate, none, undefined, undefined);
    return verdictOn(entry, heavy.fate, heavy.problems, undefined, heavy.otherwise);
  }
  return fitsAtOnce(value, found)
    ? verdictOn(entry, found.fate, none, found.field, undefined)
    : judgeKnown(entry, found);
}

/** As nearly every value does: there is nothing to hold against its type. */
const fitsAtOnce = (value: Value, { takesText, words }: KnownField): boolean =>
  value.kind === 'text' && (takesText ? value.text !== '' : words?.has(value.text) === true);

function judgeKnown(entry: Entry, { field, fate }: KnownField): FieldVerdict {
  const { value } = entry;
  if (value.kind === 'null' && field.empty !== undefined) {
    if (field.empty === 'accepted') return verdictOn(entry, 'kept', none, field, undefined);
    const { problems } = check(field.type, value);
    return verdictOn(entry, field.empty.fate, problems, field, field.empty);
  }
  const own = field.judge?.(value);
  if (own) return verdictOn(entry, own.fate, own.problems, field, own.otherwise);
  const { problems, coerced } = check(field.type, value);
  if (problems.length > 0)
    return verdictOn(entry, field.otherwise.fate, problems, field, otherwiseOf(field, value));
  return verdictOn(entry, coerced && fate === 'kept' ? 'coerced' : fate, none, field, undefined);
}

/** A limit is lost only where the value was meant as one. */
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
  requiredFields(dialect.fields).filter(({ key }) => !isThere(fields, key));

function isThere(fields: readonly FieldVerdict[], key: string): boolean {
  for (const field of fields) if (field.key === key) return true;
  return false;
}

/** Whether a tool is lost: one that stands in the field `key`, or in any. */
function isAnyLost(tools: MadePersona['tools'], key?: string): boolean {
  for (const tool of tools)
    if (tool.outcome === 'lost' && (key === undefined || tool.key === key)) return true;
  return false;
}

/** A tool field, which every host knows that reads it, is no longer what was written when it lost a tool. */
const lessLostTools = (
  fields: readonly FieldVerdict[],
  { tools }: MadePersona,
): readonly FieldVerdict[] =>
  fields.map((field) =>
    field.field && field.fate === 'kept' && isAnyLost(tools, field.key)
      ? verdictOn(field, 'coerced', field.problems, field.field, field.otherwise)
      : field,
  );
