// The result of each field of a skill or command in another host.
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { computeFieldVerdict } from '../../hosts/judge/compute-verdict';
import { firstProse } from '../../hosts/judge/skills/skill-values';
import type { Dialect } from '../../hosts/model/dialect';
import type { Field, FieldRole } from '../../hosts/model/field';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Host } from '../../hosts/model/host';
import { documentKindOf, type Place } from '../../hosts/model/place';
import type { ReadAgent } from '../../hosts/model/reading';
import type { Skill } from '../../hosts/model/skill';
import type { Verdict } from '../../hosts/model/verdict';
import { t } from '../../text/message';
import type { Span } from '../../text/span';
import { textOf, type Value } from '../../yaml/value';
import {
  type AccountRow,
  agentPart,
  type Change,
  fieldPart,
  type Part,
  refusable,
} from '../account';
import { isUsed, keyFor, lost, offsetOf, type Plan, same, usedField } from '../plan-fields';
import type { PlannedField } from '../write-target';

export interface SkillPlanInput {
  readonly catalog: HostCatalog;
  /** The verdict of the source. */
  readonly before: Verdict;
  readonly skill: Skill;
  readonly source: Host;
  readonly target: Host;
  /** Where the target reads the result. */
  readonly there: Place;
  readonly dialect: Dialect;
  readonly isWide: (part: Part) => boolean;
  readonly raw: (span: Span) => string;
  /** The description in a frontmatter that the source may not be able to read. */
  readonly meant: string | undefined;
}

export interface PlannedDescription extends Plan {
  /** What the target should list; null for no certain text. */
  readonly text: string | null;
}

/** What every skill has, or what decides on who may call it: planned on its own. */
const ownRoles: readonly (FieldRole | undefined)[] = ['name', 'description', 'prompt'];
const guards: readonly FieldRole[] = ['model-invocable', 'user-invocable'];

/** All fields but the name and the description. */
export function planFields(input: SkillPlanInput): Plan {
  const { before, skill, source, dialect } = input;
  const fields: PlannedField[] = [];
  const rows: AccountRow[] = [];
  for (const role of guards) fields.push(...guardFields(role, input));
  for (const field of before.fields) {
    const role = field.field?.role;
    if (ownRoles.includes(role) || (role && guards.includes(role))) continue;
    if (!isUsed(field) || !field.field || field.field.noEffect !== undefined) {
      rows.push({
        part: fieldPart(field.key),
        ...(field.outcome === 'unknown'
          ? {
              change: 'lost',
              why: t('It is not known whether {source} uses it.', { source: source.name }),
            }
          : {
              change: 'same',
              why: t('{source} does not use it either.', { source: source.name }),
            }),
        ...{ offset: field.keySpan.start, unused: 'field' },
      });
      continue;
    }
    if (isInDescription(field, skill) && !Object.hasOwn(dialect.fields, field.key)) {
      rows.push(row(field, 'same', t('It is part of the description.')));
      continue;
    }
    const made = planField(field, field.field, input);
    fields.push(...made.fields);
    rows.push(...made.rows);
  }
  return { fields, rows };
}

const row = (field: FieldVerdict, change: Change, why: AccountRow['why']): AccountRow => ({
  ...{ part: fieldPart(field.key), change, why },
  offset: field.keySpan.start,
});

/** Whether the host adds the field to the description that it lists. */
const isInDescription = ({ value, field }: FieldVerdict, { description }: Skill): boolean => {
  const text = textOf(value)?.trim();
  return (
    field?.role === undefined && text !== undefined && text !== '' && isEndOf(description, text)
  );
};

const isEndOf = (description: string | null, text: string): boolean =>
  description?.endsWith(` - ${text.replaceAll(/\s+/g, ' ')}`) ?? false;

/** The names that most programs have for the guards, of which a source may know nothing. */
const usualKeys: Readonly<Partial<Record<FieldRole, string>>> = {
  'model-invocable': 'disable-model-invocation',
  'user-invocable': 'user-invocable',
};

export const guardIn = ({ fields }: Verdict, role: FieldRole): FieldVerdict | undefined =>
  fields.find(({ field }) => field?.role === role) ??
  fields.find(({ field, key }) => !field && key === usualKeys[role]);

/** Whether the author closed the skill by the value, which the source may not read. */
export const closesBy = ({ value }: FieldVerdict, role: FieldRole): boolean => {
  const word = value.kind === 'boolean' ? String(value.boolean) : (textOf(value) ?? '');
  return (role === 'model-invocable' ? /^(?:true|yes|on)$/i : /^(?:false|no|off)$/i).test(word);
};

/** The guards that close the skill, also where the source ignores what its author wrote. */
function guardFields(role: FieldRole, input: SkillPlanInput): readonly PlannedField[] {
  const { before, skill, dialect } = input;
  const key = keyFor(dialect, role);
  const target = key === undefined ? undefined : dialect.fields[key];
  if (key === undefined || !target || target.noEffect !== undefined) return [];
  const old = guardIn(before, role);
  const isOfModel = role === 'model-invocable';
  const closes = isOfModel ? 'true' : 'false';
  const isStated = old !== undefined && closesBy(old, role);
  const isClosed = isOfModel ? skill.modelInvocable === 'no' : skill.userInvocable === false;
  if (!isClosed && !isStated) return [];
  // Without a description some hosts do not list a skill, which is no guard that its author wrote.
  return [{ key, value: { kind: 'literal', word: closes }, from: old?.key ?? null }];
}

function planField(field: FieldVerdict, declared: Field, input: SkillPlanInput): Plan {
  const { source, target, dialect, isWide } = input;
  const { key } = field;
  const own = Object.hasOwn(dialect.fields, key) ? dialect.fields[key] : undefined;
  const isSameHost = source === target;
  const kept = own && own.noEffect === undefined ? keptField(field, input) : null;
  const args = { key, target: target.name, source: source.name };
  if (isSameHost && kept) return { fields: [kept], rows: [same(fieldPart(key), field)] };
  if (declared.onlyGrants)
    return {
      fields: [],
      rows: [
        row(
          field,
          'narrower',
          t('{target} asks as usual: what "{key}" allows in {source} is not converted.', args),
        ),
      ],
    };
  if (isLimit(declared, field, input))
    return {
      fields: [],
      rows: [
        refusable(
          fieldPart(key),
          t('{target} has nothing like "{key}", which is a limit in {source}.', args),
          { offset: field.keySpan.start, isWide },
        ),
      ],
    };
  if (declared.role === 'model')
    return {
      fields: [],
      rows: [
        keyFor(dialect, 'model') === undefined
          ? lost(agentPart('model'), field, target)
          : {
              ...row(field, 'lost', t('{target} has models of its own. Set "{key}" again.', args)),
              part: agentPart('model'),
            },
      ],
    };
  if (kept) return { fields: [kept], rows: [same(fieldPart(key), field)] };
  return {
    fields: [],
    rows: [
      own && own.noEffect === undefined
        ? row(field, 'lost', t('{target} does not accept this value of "{key}".', args))
        : lost(fieldPart(key), field, target),
    ],
  };
}

/** Whether the file can do more without the field: a denial, a hook, or an agent with tools of its own. */
function isLimit(
  declared: Field,
  { key }: FieldVerdict,
  { skill, before }: SkillPlanInput,
): boolean {
  if (declared.governs === 'code') return true;
  if (declared.type.type === 'text' && declared.type.vocabulary === 'agents')
    return skill.runsIn !== undefined || declared.needs === undefined;
  if (before.tools.some((tool) => tool.key === key && tool.outcome === 'denied')) return true;
  return declared.governs === 'permission';
}

/** The value as it is, else as a string, where the target accepts it. */
function keptField(field: FieldVerdict, { dialect, raw }: SkillPlanInput): PlannedField | null {
  const { key, value } = field;
  const accepts = (one: Value): boolean => {
    const { outcome, problems } = computeFieldVerdict({ ...field, value: one }, dialect);
    return problems.length === 0 && (outcome === 'kept' || outcome === 'coerced');
  };
  if (accepts(value)) return { key, from: key, value: { kind: 'keep', of: value } };
  const text = raw(value.span);
  const written: Value = { kind: 'text', text, style: 'double', span: value.span };
  return value.kind !== 'text' && value.kind !== 'map' && accepts(written)
    ? { key, from: key, value: { kind: 'text', text } }
    : null;
}

/** The description that the source lists, or the first line of the text where the target requires one. */
export function plannedDescription(input: SkillPlanInput, agent: ReadAgent): PlannedDescription {
  const { before, skill, dialect, target, there, meant } = input;
  const key = keyFor(dialect, 'description');
  const field = usedField(before, 'description');
  const offset = offsetOf(field);
  const isRequired = key !== undefined && dialect.fields[key]?.required !== undefined;
  const own = field ? scalar(field.value) : undefined;
  const isAdded = before.fields.some(
    (one) => isInDescription(one, skill) && !Object.hasOwn(dialect.fields, one.key),
  );
  const listed = skill.cutAt === null ? (skill.description ?? undefined) : undefined;
  // A command without a description stays one.
  const wanted =
    (isAdded ? listed : undefined) ??
    own ??
    (isRequired || documentKindOf(there).subject === 'skill' ? listed : undefined) ??
    (isRequired ? meant || firstProse(withoutRules(agent), 1) || undefined : undefined);
  if (key === undefined) {
    const rows = field ? [lost(agentPart('description'), field, target)] : [];
    return { fields: [], rows, text: null };
  }
  if (wanted === undefined || wanted === '')
    return {
      fields: [],
      rows: isRequired
        ? [
            {
              ...{ part: agentPart('description'), change: 'lost', offset },
              why: t('{target} requires a description, and there is none. Add one to the source.', {
                target: target.name,
              }),
            },
          ]
        : [],
      text: null,
    };
  const text = longestAccepted(key, wanted, dialect);
  const isKept = field !== undefined && text === textOf(field.value);
  return {
    fields: [
      {
        ...{ key, from: field?.key ?? null },
        value: isKept ? { kind: 'keep', of: field.value } : { kind: 'text', text },
      },
    ],
    rows: [
      text === wanted
        ? same(agentPart('description'), field)
        : {
            ...{ part: agentPart('description'), change: 'lost', offset },
            why: t('{target} accepts {count} characters. The description is cut there.', {
              ...{ target: target.name, count: String(text.length) },
            }),
          },
    ],
    text,
  };
}

/** Without lines of marks alone, such as a "---" that would end a frontmatter. */
const withoutRules = ({ prompt, ...agent }: ReadAgent): ReadAgent => ({
  ...agent,
  prompt: { ...prompt, text: prompt.text.replaceAll(/^[^\p{L}\p{N}\n]+$/gmu, '') },
});

const scalar = (value: Value): string | undefined =>
  textOf(value) ?? (value.kind === 'number' || value.kind === 'boolean' ? value.source : undefined);

/** As much of the description as the target accepts. */
function longestAccepted(key: string, text: string, dialect: Dialect): string {
  const accepts = (length: number): boolean => {
    const span = { start: 0, end: length };
    const value = { kind: 'text', text: text.slice(0, length), style: 'double', span } as const;
    return isUsed(computeFieldVerdict({ key, keySpan: span, span, value }, dialect));
  };
  if (accepts(text.length)) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (accepts(middle)) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? text : text.slice(0, low).trimEnd();
}
