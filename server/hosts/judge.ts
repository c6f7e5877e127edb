// Reading + host + place + context -> verdict: one interpreter for all hosts. It never asks the disk.

import type { Outline } from '../agent/outline';
import type { Entry } from '../agent/value';
import { isLongerThan } from '../text/utf8';
import { check } from './check';
import { type Context, defaultContext } from './context';
import { type FieldFate, type FileFate, hasAgent, type Reason, reasons } from './fate';
import type { Dialect, Field, Otherwise } from './host';
import type { MadePersona } from './persona';
import type { Place } from './place';
import type { Flaw, ReadAgent } from './reading';
import { remembered } from './remembered';
import type { FieldVerdict, Problem, Verdict } from './verdict';

/** What the host at `place` does with the text. Pure; never throws on any text. */
export function judge(outline: Outline, place: Place, context: Context = defaultContext): Verdict {
  const { host } = place;
  const { agents, flaws } = tooLong(outline, place) ?? host.reader({ outline, place, context });
  const agent = agents[0];
  const dialect = dialectOf(place, agent);
  if (!agent) return lost(place, dialect, flaws);

  const fields = agent.fields.map((entry) => judgeField(entry, dialect));
  const missing = missingFields(fields, dialect);
  const made = host.persona({ text: outline.text, agent, fields, dialect, place, context });
  const { fate, reason } = weigh({ fields, missing, flaws, dialect, made });
  const alive = hasAgent(fate);
  return {
    place,
    dialect,
    fate,
    reason,
    runs: alive ? made.runs : false,
    persona: alive ? made.persona : null,
    fields: lessLostTools(fields, made),
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
  const dialect = (key === undefined ? undefined : dialects[key]) ?? Object.values(dialects)[0];
  if (!dialect) throw new Error(`${place.host.id} declares no dialect`);
  return dialect;
}

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
export function judgeField(entry: Entry, dialect: Dialect): FieldVerdict {
  const { key, value } = entry;
  const field = Object.hasOwn(dialect.fields, key) ? dialect.fields[key] : undefined;
  if (!field) {
    const heavy = dialect.unknownField.judge?.(entry);
    if (!heavy) return verdictOn(entry, dialect.unknownField.fate, none, undefined, undefined);
    return verdictOn(entry, heavy.fate, heavy.problems, undefined, heavy.otherwise);
  }
  if (value.kind === 'null' && field.empty !== undefined) {
    if (field.empty === 'accepted') return verdictOn(entry, 'kept', none, field, undefined);
    const { problems } = check(field.type, value);
    return verdictOn(entry, field.empty.fate, problems, field, field.empty);
  }
  const own = field.judge?.(value);
  if (own) return verdictOn(entry, own.fate, own.problems, field, own.otherwise);
  const { problems, coerced } = check(field.type, value);
  if (problems.length > 0)
    return verdictOn(entry, field.otherwise.fate, problems, field, field.otherwise);
  const fate: FieldFate = field.noEffect === undefined ? (coerced ? 'coerced' : 'kept') : 'ignored';
  return verdictOn(entry, fate, none, field, undefined);
}

/** All of one shape, whatever there is to say: rules look at each many times. */
const verdictOn = (
  { key, keySpan, span, value }: Entry,
  fate: FieldFate,
  problems: readonly Problem[],
  field: Field | undefined,
  otherwise: Otherwise | undefined,
): FieldVerdict => ({ key, keySpan, span, value, fate, problems, field, otherwise });

const none: readonly Problem[] = [];

const missingFields = (
  fields: readonly FieldVerdict[],
  dialect: Dialect,
): readonly { key: string; field: Field }[] =>
  requiredFields(dialect.fields).filter(({ key }) => !fields.some((one) => one.key === key));

const requiredFields = remembered((fields: Dialect['fields']) =>
  Object.entries(fields).flatMap(([key, field]) => (field.required ? [{ key, field }] : [])),
);

/** A tool field that lost a tool is no longer what was written. */
function lessLostTools(
  fields: readonly FieldVerdict[],
  { tools }: MadePersona,
): readonly FieldVerdict[] {
  if (!tools.some(({ outcome }) => outcome === 'lost')) return fields;
  const losing = new Set(tools.flatMap(({ outcome, key }) => (outcome === 'lost' ? [key] : [])));
  return fields.map((field) =>
    losing.has(field.key) && field.fate === 'kept'
      ? verdictOn(field, 'coerced', field.problems, field.field, field.otherwise)
      : field,
  );
}

interface Weighable {
  readonly fields: readonly FieldVerdict[];
  readonly missing: readonly { readonly field: Field }[];
  readonly flaws: readonly Flaw[];
  readonly dialect: Dialect;
  readonly made: MadePersona;
}

const weights: Readonly<Record<FileFate, number>> = {
  loads: 0,
  'loads-changed': 1,
  unknown: 2,
  ignored: 3,
  refused: 4,
  'not-read': 5,
  'stops-host': 6,
};

/** The heaviest fate wins; of what led to it, the first in the contract's order is the reason. */
function weigh({ fields, missing, flaws, dialect, made }: Weighable): {
  fate: FileFate;
  reason: Reason | null;
} {
  const causes: Cause[] = [];
  const blame = ({ file, fate: field, reason, late }: Otherwise, otherReason: Reason): void => {
    const fate = file ?? (changes.has(field) ? 'loads-changed' : 'loads');
    if (fate !== 'loads') causes.push({ fate, reason: reason ?? otherReason, late });
  };
  for (const flaw of flaws) {
    const met = dialect.flaws[flaw.code];
    if (met && met.fate !== 'loads') causes.push(met);
  }
  for (const { field } of missing) if (field.required) blame(field.required, reasonOf(field));
  for (const field of fields) {
    if (field.otherwise) blame(field.otherwise, reasonOf(field.field));
    else if (changes.has(field.fate))
      causes.push({ fate: 'loads-changed', reason: reasonOf(field.field) });
    if (isDisabled(field)) causes.push({ fate: 'ignored', reason: 'disabled' });
  }
  if (made.tools.some((tool) => tool.outcome === 'lost'))
    causes.push({ fate: 'loads-changed', reason: 'tools' });
  if (causes.length === 0) return asWritten;
  const lost = causes.some(({ fate, late }) => !late && (fate === 'ignored' || fate === 'refused'));
  return heaviest(lost ? causes.filter(({ late }) => !late) : causes);
}

const asWritten = { fate: 'loads', reason: null } as const;

interface Cause {
  readonly fate: FileFate;
  readonly reason: Reason;
  readonly late?: true | undefined;
}

function heaviest(causes: readonly Cause[]): { fate: FileFate; reason: Reason | null } {
  const top = causes.reduce((most, { fate }) => Math.max(most, weights[fate]), 0);
  const decisive = causes.filter(({ fate }) => weights[fate] === top);
  const [first] = decisive.sort((a, b) => reasons.indexOf(a.reason) - reasons.indexOf(b.reason));
  return first ? { fate: first.fate, reason: first.reason } : { fate: 'loads', reason: null };
}

/** Field fates that make the file load other than as written. */
const changes: ReadonlySet<FieldFate> = new Set<FieldFate>(['coerced', 'dropped', 'unknown']);

const isDisabled = ({ field, value, problems }: FieldVerdict): boolean =>
  field?.role === 'disable' && problems.length === 0 && value.kind === 'boolean' && value.boolean;

const reasonByRole: Readonly<Partial<Record<NonNullable<Field['role']>, Reason>>> = {
  name: 'name',
  description: 'description',
  tools: 'tools',
  'denied-tools': 'tools',
};

const reasonOf = (field: Field | undefined): Reason =>
  (field?.role && reasonByRole[field.role]) ?? 'field';
