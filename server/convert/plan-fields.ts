// Who the agent is and who may call it, in the fields of the target.

import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { HostConversion } from '../hosts/model/conversion';
import type { Dialect } from '../hosts/model/dialect';
import type { FieldRole } from '../hosts/model/field';
import type { FieldVerdict } from '../hosts/model/field-verdict';
import { type Host, hasInSkeleton } from '../hosts/model/host';
import type { Persona } from '../hosts/model/persona';
import type { Verdict } from '../hosts/model/verdict';
import { hexOf, nearestColor } from '../rules/values/color';
import { type Message, t } from '../text/message';
import { textOf } from '../yaml/value';
import { type AccountRow, agentPart, type Part } from './account';
import type { PlannedField } from './write-target';

export interface PlanInput {
  readonly catalog: HostCatalog;
  readonly verdict: Verdict;
  readonly persona: Persona;
  readonly source: Host;
  readonly target: Host;
  readonly from: HostConversion;
  readonly to: HostConversion;
  readonly dialect: Dialect;
  /** Whether the user accepts that the agent may do more in this part. */
  readonly isWide: (part: Part) => boolean;
}

export interface Names {
  /** Without its extension. */
  readonly file: string;
  /** The value of the field for the name. */
  readonly field: string;
  /** What others call the agent by in the target, and in the source. */
  readonly called: string;
  readonly before: string;
  /** Names that the target accepts, where the one before is changed. */
  readonly choices: readonly string[];
}

export interface Plan {
  readonly fields: readonly PlannedField[];
  readonly rows: readonly AccountRow[];
}

/** The key of the field with this role in a dialect; undefined where it has none. */
export const keyFor = ({ fields }: Dialect, role: FieldRole): string | undefined =>
  Object.entries(fields).find(([, field]) => field.role === role && !field.deprecated)?.[0];

/** The field of the source with this role that the host uses. */
export const usedField = ({ fields }: Verdict, role: FieldRole): FieldVerdict | undefined =>
  fields.find((one) => one.field?.role === role && isUsed(one));

export const isUsed = ({ outcome }: FieldVerdict): boolean =>
  outcome === 'kept' || outcome === 'coerced' || outcome === 'passed-on';

/** The name, the description, the color, and who may call the agent. */
export function planIdentity(input: PlanInput, named: Names): Plan {
  const { persona, verdict, target, dialect } = input;
  const fields: PlannedField[] = [];
  const rows: AccountRow[] = [];
  const nameKey = keyFor(dialect, 'name');
  const isNamed = nameKey !== undefined && hasInSkeleton(target.kinds.agent, nameKey);
  const name = usedField(verdict, 'name');
  if (isNamed) fields.push({ ...textField(nameKey, named.field, name), isFirst: true });
  rows.push(nameRow(named, input, isNamed));
  const description = usedField(verdict, 'description');
  const key = keyFor(dialect, 'description');
  if (key !== undefined && persona.description !== null)
    fields.push(
      target.kinds.agent.syntax === 'line-scanner'
        ? lineField(key, persona.description, description)
        : textField(key, persona.description, description),
    );
  const isFolded =
    target.kinds.agent.syntax === 'line-scanner' &&
    persona.description !== null &&
    oneLine(persona.description) !== persona.description.trim();
  if (isFolded)
    rows.push({
      ...same(agentPart('description'), description),
      why: t('On one line, because {target} reads no more.', { target: target.name }),
    });
  else if (persona.description !== null) rows.push(same(agentPart('description'), description));
  else if (key !== undefined && dialect.fields[key]?.required)
    rows.push({
      part: agentPart('description'),
      change: 'lost',
      why: t('{target} requires a description, and the agent has none. Add one to the source.', {
        target: target.name,
      }),
      offset: null,
    });
  return { fields, rows };
}

/** A name that others call the agent by has to be changed in them too. */
function nameRow(
  { called, before, choices }: Names,
  { verdict, target }: PlanInput,
  isNamed: boolean,
): AccountRow {
  const offset = offsetOf(usedField(verdict, 'name'));
  const part = agentPart('name');
  const args = { target: target.name, name: called, before };
  if (called === before)
    return {
      ...{ part, change: 'same', offset },
      why: isNamed
        ? t('The agent is named "{name}".', args)
        : t('{target} names the agent "{name}" after its file.', args),
    };
  return {
    ...{ part, change: 'decision', offset },
    why: t('In {target}, the agent is named "{name}", not "{before}".', args),
    choice: {
      id: 'name',
      chosen: called,
      options: (choices.includes(called) ? choices : [called]).map((value) => ({
        value,
        label: t('Name it "{name}"', { name: value }),
        isWider: false,
      })),
    },
  };
}

/** The text of the source where it is the same, in its own form. */
function textField(key: string, text: string, field: FieldVerdict | undefined): PlannedField {
  const value = field?.value;
  const isSame = value !== undefined && textOf(value) === text;
  return {
    key,
    from: field?.key ?? null,
    value: isSame ? { kind: 'keep', of: value } : { kind: 'text', text },
  };
}

/** A text on one line without quotes, for a reader that ends a value with its line and does not remove quotes. */
function lineField(key: string, text: string, field: FieldVerdict | undefined): PlannedField {
  const { value } = field ?? {};
  const plainText = oneLine(text);
  const isPlain = value?.kind === 'text' && value.style === 'plain' && value.text === plainText;
  return {
    ...{ key, from: field?.key ?? null },
    value: isPlain ? { kind: 'keep', of: value } : { kind: 'text', text: plainText },
  };
}

/** The same words on one line. */
export const oneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');

export function planColor({ catalog, persona, verdict, target, dialect }: PlanInput): Plan {
  const field = usedField(verdict, 'color');
  if (persona.color === null || !field) return nothing;
  const key = keyFor(dialect, 'color');
  const hex = hexOf(catalog, persona.color);
  const isOwn = dialect.colors.some(({ value }) => value === persona.color);
  const type = key === undefined ? undefined : dialect.fields[key]?.type;
  const takesHex = type?.type === 'one-of' && type.pattern !== undefined;
  const color = isOwn
    ? persona.color
    : hex === undefined
      ? undefined
      : takesHex
        ? hex
        : nearestColor(hex, dialect.colors);
  if (key === undefined || color === undefined)
    return { fields: [], rows: [lost(agentPart('color'), field, target)] };
  return {
    fields: [textField(key, color, field)],
    rows: [
      {
        part: agentPart('color'),
        change: 'same',
        why: isOwn
          ? unchanged()
          : color === hex
            ? t('"{model}" in {target}.', { model: color, target: target.name })
            : t('"{color}" is the most similar color of {target}.', { color, target: target.name }),
        offset: offsetOf(field),
      },
    ],
  };
}

/** Who may call the agent: users, other agents, or both. */
export function planInvocation({ persona, verdict, target, dialect, from, to }: PlanInput): Plan {
  const { userInvocable, modelInvocable, hidden, mode } = persona;
  const modeField = usedField(verdict, 'mode');
  const fields: PlannedField[] = [];
  const rows: AccountRow[] = [];
  const put = (
    key: string | undefined,
    value: PlannedField['value'],
    from: FieldVerdict | undefined,
  ) => {
    if (key !== undefined) fields.push({ key, value, from: from?.key ?? null });
  };
  if (to.invocation === 'mode') {
    const called =
      from.invocation === 'none'
        ? 'subagent'
        : userInvocable
          ? modelInvocable
            ? 'all'
            : 'primary'
          : 'subagent';
    const key = keyFor(dialect, 'mode');
    put(
      key,
      modeField && key === modeField.key
        ? { kind: 'keep', of: modeField.value }
        : { kind: 'text', text: mode ?? called },
      modeField,
    );
    rows.push(same(agentPart('mode'), modeField));
    if (hidden)
      put(
        keyFor(dialect, 'hidden'),
        { kind: 'literal', word: 'true' },
        usedField(verdict, 'hidden'),
      );
  } else if (to.invocation === 'flags') {
    if (!userInvocable)
      put(
        keyFor(dialect, 'user-invocable'),
        { kind: 'literal', word: 'false' },
        usedField(verdict, 'user-invocable'),
      );
    if (!modelInvocable)
      put(keyFor(dialect, 'model-invocable'), { kind: 'literal', word: 'true' }, undefined);
    if (!userInvocable || !modelInvocable) rows.push(same(agentPart('invocation'), modeField));
    else if (mode === 'subagent')
      rows.push({
        part: agentPart('mode'),
        change: 'lost',
        why: t('Users can also select the agent in {target}.', { target: target.name }),
        offset: offsetOf(modeField),
      });
  } else if (!userInvocable || !modelInvocable) {
    rows.push({
      part: agentPart('invocation'),
      change: 'lost',
      why: t('In {target}, users and other agents can always call the agent.', {
        target: target.name,
      }),
      offset: offsetOf(modeField),
    });
  }
  return { fields, rows };
}

/** The prompt, where it is a field of the target. One of several lines ends with a line break, as authors write it. */
export function planPrompt({ persona, dialect, target }: PlanInput): Plan {
  const key = keyFor(dialect, 'prompt');
  if (key === undefined || target.kinds.agent.syntax !== 'toml') return nothing;
  const prompt = persona.prompt.trim();
  const text = prompt.includes('\n') ? `${prompt}\n` : prompt;
  return { fields: [{ key, from: null, value: { kind: 'text', text } }], rows: [] };
}

const unchanged = (): Message => t('Unchanged.');

export const same = (part: Part, field: FieldVerdict | undefined): AccountRow => ({
  ...{ part, change: 'same', why: unchanged() },
  offset: offsetOf(field),
});

export const lost = (part: Part, field: FieldVerdict, target: Host): AccountRow => ({
  part,
  change: 'lost',
  why: t('{target} has no field for it.', { target: target.name }),
  offset: offsetOf(field),
});

export const offsetOf = (field: FieldVerdict | undefined): number | null =>
  field?.keySpan.start ?? null;

const nothing: Plan = { fields: [], rows: [] };
