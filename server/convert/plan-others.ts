// The fields that are about neither tools nor identity: kept where the target has them too, and accounted for elsewhere.
import { splitNames } from '../agent/name-tokens';
import { tomlTables } from '../agent/write-toml';
import { computeFieldVerdict } from '../hosts/judge/compute-verdict';
import type { HostConversion, SharedField } from '../hosts/model/conversion';
import type { Dialect } from '../hosts/model/dialect';
import type { FieldVerdict } from '../hosts/model/field-verdict';
import { t } from '../text/message';
import { type Entry, entryOf, plain, textOf, type Value } from '../yaml/value';
import { type AccountRow, choiceIdOf, fieldPart } from './account';
import { isUsed, lost, type Plan, type PlanInput, same } from './plan-fields';
import type { PlannedField } from './write-target';

/** Fields that are about nothing else: those that the target has too, those for another file, and those that are lost. */
export function planOthers(input: PlanInput, handled: ReadonlySet<string>): Plan {
  const fields: PlannedField[] = [];
  const rows: AccountRow[] = [];
  const settings: string[] = [];
  for (const field of input.verdict.fields) {
    if (isWithoutLimit(field, input)) rows.push(lost(fieldPart(field.key), field, input.target));
    if (handled.has(field.key) || (field.field?.role !== undefined && !isOwnRole(field))) continue;
    const unpacked = requestFields(field, input);
    if (unpacked) {
      fields.push(...unpacked.fields);
      rows.push(...unpacked.rows);
      continue;
    }
    const { planned, setting, row } = planOther(field, input);
    if (planned) fields.push(planned);
    if (setting) settings.push(setting);
    rows.push(row);
  }
  const { requestSettings } = input.to;
  if (requestSettings && settings.length > 0) {
    const { field: key, map } = requestSettings;
    const yaml = [`\n  ${map}:`, ...settings.map((one) => `    ${one}`)].join('\n');
    fields.push({ key, value: { kind: 'block', yaml }, from: null });
  }
  return { fields, rows };
}

/** A value of one of `toolFields` that limits nothing, so that no written field replaces it. */
function isWithoutLimit({ key, value, outcome }: FieldVerdict, { from }: PlanInput): boolean {
  const words = from.withoutLimit?.[key];
  return outcome === 'kept' && value.kind === 'text' && (words?.includes(value.text) ?? false);
}

const isOwnRole = ({ field }: FieldVerdict): boolean => field?.role === 'hooks';

function planOther(
  field: FieldVerdict,
  input: PlanInput,
): {
  readonly planned?: PlannedField;
  /** A line of YAML for the settings of requests. */
  readonly setting?: string;
  readonly row: AccountRow;
} {
  const { from, to, source, target, dialect, isWide } = input;
  const { key, value } = field;
  const hasEffect = isUsed(field) && !field.field?.noEffect;
  if (hasEffect && from.servers.field === key) return { row: movedServers(field, input) };
  const own = keptKey(field, input);
  if (hasEffect && own !== undefined && isAccepted(field, own, input))
    return {
      planned: { key: own, from: key, value: valueFor(own, value, to) },
      row: same(fieldPart(key), field),
    };
  if (!hasEffect) return { row: withoutEffect(field, input) };
  const setting = requestSetting(field, input);
  if (setting) return setting;
  const isElsewhere = own !== undefined || dialect.fields[key] !== undefined;
  if (!isGuard(field, from))
    return {
      row: isElsewhere
        ? {
            ...{ part: fieldPart(key), change: 'lost', offset: field.keySpan.start },
            why:
              own === undefined
                ? t('"{key}" has another form in {target}.', { key, target: target.name })
                : t('{target} does not accept this value of "{key}".', {
                    key,
                    target: target.name,
                  }),
          }
        : lostField(field, input),
    };
  const part = fieldPart(key);
  const wide = isWide(part);
  return {
    row: {
      part,
      change: 'wider',
      why: isElsewhere
        ? t('"{key}" can limit the agent in {source} and has another form in {target}.', {
            ...{ target: target.name, source: source.name, key },
          })
        : t('{target} has nothing like "{key}", which can limit the agent in {source}.', {
            ...{ target: target.name, source: source.name, key },
          }),
      offset: field.keySpan.start,
      choice: {
        id: choiceIdOf(part),
        chosen: wide ? 'wider' : 'refuse',
        options: [
          { value: 'refuse', label: t('Do not convert the agent'), isWider: false },
          { value: 'wider', label: t('Convert it without "{key}"', { key }), isWider: true },
        ],
      },
    },
  };
}

/** A field that the source does not use. */
export const withoutEffect = (
  { key, keySpan }: FieldVerdict,
  { source }: PlanInput,
): AccountRow => ({
  part: fieldPart(key),
  change: 'same',
  why: t('{source} does not use it either.', { source: source.name }),
  offset: keySpan.start,
  unused: 'field',
});

/** A field that the target does not have, with the tools that the source gives the agent only for it. */
function lostField(field: FieldVerdict, input: PlanInput): AccountRow {
  const { source, target, persona, verdict } = input;
  const isListed = (name: string): boolean =>
    verdict.tools.some(({ outcome, names }) => outcome === 'granted' && names.includes(name));
  const names = (field.field?.adds ?? []).filter(
    (name) => persona.tools.granted.includes(name) && !isListed(name),
  );
  if (names.length === 0) return lost(fieldPart(field.key), field, target);
  return {
    ...lost(fieldPart(field.key), field, target),
    why: t(
      '{target} has no field for it. The agent loses {names}, which {source} adds only for it.',
      {
        ...{ source: source.name, target: target.name },
        names: names.map((name) => `"${name}"`).join(', '),
      },
    ),
  };
}

/** Whether the target uses the value as it is written. */
function isAccepted(
  { value, keySpan, span, key: written }: FieldVerdict,
  key: string,
  { from, to, dialect }: PlanInput,
): boolean {
  const shared = (Object.keys(from.fields) as SharedField[]).find(
    (one) => from.fields[one] === written,
  );
  const words = shared === undefined ? undefined : to.words?.[shared];
  if (words) return value.kind === 'text' && words.includes(value.text);
  return (
    to.fields.skills === key || isUsed(computeFieldVerdict({ key, keySpan, span, value }, dialect))
  );
}

/** The value of the source; names in one string as a list, which every host accepts. */
const valueFor = (key: string, value: Value, { fields }: HostConversion): PlannedField['value'] =>
  fields.skills === key && value.kind === 'text'
    ? { kind: 'names', names: splitNames(value.text, ', ').map(({ text }) => text), form: 'flow' }
    : { kind: 'keep', of: value };

/** A field that the target has among the settings of requests; undefined where it has none. */
function requestSetting(
  field: FieldVerdict,
  { from, to: { requestSettings }, target }: PlanInput,
): { readonly setting: string; readonly row: AccountRow } | undefined {
  const shared = sharedFieldOf(field, from);
  const own = shared === undefined ? undefined : requestSettings?.keys[shared];
  if (requestSettings === undefined || own === undefined) return undefined;
  const model = `${requestSettings.field}.${requestSettings.map}.${own}`;
  return {
    setting: `${own}: ${JSON.stringify(plain(field.value))}`,
    row: {
      ...same(fieldPart(field.key), field),
      why: t('"{model}" in {target}.', { model, target: target.name }),
    },
  };
}

/** The settings of requests of which the target has fields of its own; undefined for any other field. */
function requestFields(
  { key, value, outcome }: FieldVerdict,
  { from, to, target, dialect }: PlanInput,
): Plan | undefined {
  const { requestSettings } = from;
  if (requestSettings?.field !== key || to.requestSettings || outcome !== 'kept') return undefined;
  if (value.kind !== 'map') return undefined;
  const { map, keys } = requestSettings;
  const fields: PlannedField[] = [];
  const rows: AccountRow[] = [];
  const plan = (part: string, setting: Entry, own: string | undefined): void => {
    const { keySpan, span } = setting;
    // A value that the target refuses would stop it.
    const isAccepted =
      own !== undefined &&
      computeFieldVerdict({ key: own, keySpan, span, value: setting.value }, dialect).outcome ===
        'kept';
    const at = { part: fieldPart(part), offset: keySpan.start };
    if (isAccepted)
      fields.push({ key: own, from: null, value: { kind: 'keep', of: setting.value } });
    rows.push(
      isAccepted
        ? {
            ...{ ...at, change: 'same' },
            why: t('"{model}" in {target}.', { model: own, target: target.name }),
          }
        : {
            ...{ ...at, change: 'lost' },
            why: t('{target} has no field for it.', { target: target.name }),
          },
    );
  };
  for (const entry of value.entries) {
    if (entry.key !== map || entry.value.kind !== 'map') {
      plan(`${key}.${entry.key}`, entry, undefined);
      continue;
    }
    for (const setting of entry.value.entries) {
      const shared = (Object.keys(keys) as SharedField[]).find((one) => keys[one] === setting.key);
      plan(`${key}.${map}.${setting.key}`, setting, shared && to.fields[shared]);
    }
  }
  return { fields, rows };
}

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
  verdict: FieldVerdict,
  from: HostConversion,
  to: HostConversion,
  dialect: Dialect,
): string | undefined {
  const { key, field } = verdict;
  const by = field?.deprecated?.by ?? key;
  const shared = sharedFieldOf(verdict, from);
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

/** What the field is in terms that all hosts share. */
const sharedFieldOf = (
  { key, field }: FieldVerdict,
  { fields }: HostConversion,
): SharedField | undefined =>
  (Object.keys(fields) as SharedField[]).find(
    (one) => fields[one] === (field?.deprecated?.by ?? key),
  );

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
  const servers = serversIn(value);
  const text = file.endsWith('.toml')
    ? tomlTables(map, servers)
    : JSON.stringify({ [map]: servers }, null, 2);
  return {
    part: fieldPart(key),
    change: 'moved',
    why: t('{target} reads MCP servers from {file}. Adapt and add: {text}', {
      ...{ target: target.name, file, text },
    }),
    offset: keySpan.start,
  };
}

/** The definitions by name; a list holds maps with one server each, and names of servers that are defined elsewhere. */
function serversIn(value: Value): Readonly<Record<string, unknown>> {
  if (value.kind !== 'list') return Object(plain(value));
  return Object.assign({}, ...value.items.map(definitionIn));
}

/** A name, a map from the name to the definition, or a definition with its name. */
function definitionIn(item: Value): object {
  if (item.kind === 'text') return { [item.text]: {} };
  const own = Object(plain(item));
  const name = item.kind === 'map' ? textOf(entryOf(item.entries, 'name')?.value) : undefined;
  if (name === undefined) return own;
  const { name: _, ...definition } = own;
  return { [name]: definition };
}
