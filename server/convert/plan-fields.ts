// The fields of the target that are not about tools, and the account of all others.

import { splitNames } from '../agent/name-tokens';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { computeFieldVerdict } from '../hosts/judge/compute-verdict';
import type { HostConversion, SharedField } from '../hosts/model/conversion';
import type { Dialect } from '../hosts/model/dialect';
import type { FieldRole } from '../hosts/model/field';
import type { FieldVerdict } from '../hosts/model/field-verdict';
import type { Host } from '../hosts/model/host';
import type { Persona } from '../hosts/model/persona';
import type { Verdict } from '../hosts/model/verdict';
import { hexOf, nearestColor } from '../rules/color';
import { t } from '../text/l10n';
import { plain, textOf, type Value } from '../yaml/value';
import type { AccountRow } from './account';
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
  readonly isWide: (part: string) => boolean;
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

const isUsed = ({ outcome }: FieldVerdict): boolean =>
  outcome === 'kept' || outcome === 'coerced' || outcome === 'passed-on';

/** The name, the description, the color, and who may call the agent. */
export function planIdentity(input: PlanInput, fileName: string): Plan {
  const { persona, verdict, target, dialect } = input;
  const fields: PlannedField[] = [];
  const rows: AccountRow[] = [];
  const nameKey = keyFor(dialect, 'name');
  const isNamed = nameKey !== undefined && target.kinds.agent.skeleton.includes(`\n${nameKey}:`);
  const name = usedField(verdict, 'name');
  if (isNamed) {
    const called =
      target.locations[0]?.id === 'name-field' && !hasFreeNames(target) ? fileName : persona.name;
    fields.push({ ...textField(nameKey, called, name), isFirst: true });
  }
  rows.push({
    part: 'name',
    change: 'same',
    why: isNamed
      ? t('The agent is named "{name}".', { name: fileName })
      : t('{target} names the agent "{name}" after its file.', {
          target: target.name,
          name: fileName,
        }),
    offset: offsetOf(name),
  });
  const description = usedField(verdict, 'description');
  const key = keyFor(dialect, 'description');
  if (key !== undefined && persona.description !== null)
    fields.push(textField(key, persona.description, description));
  if (persona.description !== null) rows.push(same('description', description));
  else if (key !== undefined && dialect.fields[key]?.required)
    rows.push({
      part: 'description',
      change: 'lost',
      why: t('{target} requires a description, and the agent has none. Add one to the source.', {
        target: target.name,
      }),
      offset: null,
    });
  return { fields, rows };
}

/** Whether agents are shown by a name that may contain any character, next to what others call them by. */
const hasFreeNames = ({ conversion }: Host): boolean => conversion?.invocation === 'flags';

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
    return { fields: [], rows: [lost('color', field, target)] };
  return {
    fields: [textField(key, color, field)],
    rows: [
      {
        part: 'color',
        change: 'same',
        why: isOwn
          ? unchanged()
          : t('"{color}" is the most similar color of {target}.', { color, target: target.name }),
        offset: offsetOf(field),
      },
    ],
  };
}

/** Who may call the agent: users, other agents, or both. */
export function planInvocation({ persona, verdict, source, target, dialect, to }: PlanInput): Plan {
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
      source.conversion?.invocation === 'none'
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
    rows.push(same('mode', modeField));
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
    if (!userInvocable || !modelInvocable) rows.push(same('invocation', modeField));
    else if (mode === 'subagent')
      rows.push({
        part: 'mode',
        change: 'lost',
        why: t('Users can also select the agent in {target}.', { target: target.name }),
        offset: offsetOf(modeField),
      });
  } else if (!userInvocable || !modelInvocable) {
    rows.push({
      part: 'invocation',
      change: 'lost',
      why: t('In {target}, users and other agents can always call the agent.', {
        target: target.name,
      }),
      offset: offsetOf(modeField),
    });
  }
  return { fields, rows };
}

/** Fields that are about nothing else: those that the target has too, those for another file, and those that are lost. */
export function planOthers(input: PlanInput, handled: ReadonlySet<string>): Plan {
  const fields: PlannedField[] = [];
  const rows: AccountRow[] = [];
  for (const field of input.verdict.fields) {
    if (handled.has(field.key) || (field.field?.role !== undefined && !isOwnRole(field))) continue;
    const { planned, row } = planOther(field, input);
    if (planned) fields.push(planned);
    rows.push(row);
  }
  return { fields, rows };
}

const isOwnRole = ({ field }: FieldVerdict): boolean => field?.role === 'hooks';

function planOther(
  field: FieldVerdict,
  input: PlanInput,
): { readonly planned?: PlannedField; readonly row: AccountRow } {
  const { from, to, source, target, isWide } = input;
  const { key, value } = field;
  const hasEffect = isUsed(field) && !field.field?.noEffect;
  if (hasEffect && from.servers.field === key) return { row: movedServers(field, input) };
  const own = keptKey(field, input);
  if (hasEffect && own !== undefined)
    return {
      planned: { key: own, from: key, value: valueFor(own, value, to) },
      row: same(key, field),
    };
  if (!hasEffect)
    return {
      row: {
        part: key,
        change: 'lost',
        why: t('{source} does not use it either.', { source: source.name }),
        offset: field.keySpan.start,
      },
    };
  if (!isGuard(field, from)) return { row: lost(key, field, target) };
  const wide = isWide(key);
  return {
    row: {
      part: key,
      change: 'wider',
      why: t('{target} has nothing like "{key}", which can limit the agent in {source}.', {
        ...{ target: target.name, source: source.name, key },
      }),
      offset: field.keySpan.start,
      choice: {
        id: key,
        chosen: wide ? 'wider' : 'refuse',
        options: [
          { value: 'refuse', label: t('Do not convert the agent'), isWider: false },
          { value: 'wider', label: t('Convert it without "{key}"', { key }), isWider: true },
        ],
      },
    },
  };
}

/** The value of the source; names in one string as a list, which every host accepts. */
const valueFor = (key: string, value: Value, { fields }: HostConversion): PlannedField['value'] =>
  fields.skills === key && value.kind === 'text'
    ? { kind: 'names', names: splitNames(value.text, ', ').map(({ text }) => text), form: 'flow' }
    : { kind: 'keep', of: value };

/** As `sharedKey`. A field that may limit the agent is kept only if the target uses its value as written. */
function keptKey(field: FieldVerdict, { from, to, dialect }: PlanInput): string | undefined {
  const key = sharedKey(field, from, to, dialect);
  if (key === undefined || !isGuard(field, from)) return key;
  const { keySpan, span, value } = field;
  const { outcome } = computeFieldVerdict({ key, keySpan, span, value }, dialect);
  return outcome === 'kept' ? key : undefined;
}

/** The key of the same field in the target; undefined where it has none. */
function sharedKey(
  { key, field }: FieldVerdict,
  from: HostConversion,
  to: HostConversion,
  dialect: Dialect,
): string | undefined {
  const by = field?.deprecated?.by ?? key;
  const shared = (Object.keys(from.fields) as SharedField[]).find((one) => from.fields[one] === by);
  const own = shared === undefined ? undefined : to.fields[shared];
  if (own !== undefined) return dialect.fields[own]?.noEffect ? undefined : own;
  const isSameFamily = from.family !== undefined && from.family === to.family;
  if (!isSameFamily) return undefined;
  const known = dialect.fields[by];
  // Programs of a family that send unknown fields to the model provider all send them.
  // A field that the source does not know may mean something else in the target.
  if (field === undefined)
    return from.sendsUnknownFields && to.sendsUnknownFields && !known ? key : undefined;
  if (!known) return undefined;
  return known.noEffect ? undefined : by;
}

function isGuard({ key, value }: FieldVerdict, { guards }: HostConversion): boolean {
  if (!Object.hasOwn(guards, key)) return false;
  const keys = guards[key];
  return keys === null || keys === undefined
    ? true
    : value.kind === 'map' && value.entries.some((entry) => keys.includes(entry.key));
}

/** Servers that only this agent has. They are never put into its new file, because hosts start what is defined there. */
function movedServers(
  { key, value, keySpan }: FieldVerdict,
  { to, target }: PlanInput,
): AccountRow {
  const { file, key: map } = to.servers;
  const text = JSON.stringify({ [map]: serversIn(value) }, null, 2);
  return {
    part: key,
    change: 'moved',
    why: t('{target} reads MCP servers from {file}. Adapt and add: {text}', {
      ...{ target: target.name, file, text },
    }),
    offset: keySpan.start,
  };
}

/** The definitions by name; a list holds maps with one server each, and names of servers that are defined elsewhere. */
function serversIn(value: Value): unknown {
  if (value.kind !== 'list') return plain(value);
  return Object.assign(
    {},
    ...value.items.map((item) => (item.kind === 'text' ? { [item.text]: {} } : plain(item))),
  );
}

const unchanged = (): string => t('Unchanged.');

export const same = (part: string, field: FieldVerdict | undefined): AccountRow => ({
  ...{ part, change: 'same', why: unchanged() },
  offset: offsetOf(field),
});

const lost = (part: string, field: FieldVerdict, target: Host): AccountRow => ({
  part,
  change: 'lost',
  why: t('{target} has no field for it.', { target: target.name }),
  offset: offsetOf(field),
});

export const offsetOf = (field: FieldVerdict | undefined): number | null =>
  field?.keySpan.start ?? null;

const nothing: Plan = { fields: [], rows: [] };
