// The model of the target: the same model in its notation, or that of the session.
import type { SharedModel } from '../hosts/model/conversion';
import type { Model } from '../hosts/model/models';
import type { ModelTable } from '../settings/model-table';
import { type Message, t } from '../text/message';
import { type AccountRow, agentPart } from './account';
import { keyFor, lost, offsetOf, type Plan, type PlanInput, usedField } from './plan-fields';

const pinned = 'pin';
const inherited = 'inherit';

export interface ModelChoices {
  /** The models that the user wants, by model and host. */
  readonly table: ModelTable;
  /** The choice of the user; undefined for the default. */
  readonly choice: string | undefined;
}

type MakeRow = (
  change: AccountRow['change'],
  why: Message,
  choice?: AccountRow['choice'],
) => AccountRow;

export function planModel(input: PlanInput, { table, choice }: ModelChoices): Plan {
  const { persona, verdict, source, target, from, to, dialect } = input;
  const field = usedField(verdict, 'model');
  const key = keyFor(dialect, 'model');
  const written = persona.model.written;
  if (written === null || !field) return { fields: [], rows: [] };
  const row: MakeRow = (change, why, offered) => ({
    ...{ part: agentPart('model'), change, why, offset: offsetOf(field) },
    ...(offered && { choice: offered }),
  });
  const names = [written].flat();
  const sessionModel = row('same', t('The model of the session.'));
  const isInherited =
    persona.model.effective === 'inherit' && names.every((one) => from.readModel(one) === null);
  if (key === undefined)
    return {
      fields: [],
      rows: isInherited ? [sessionModel] : [lost(agentPart('model'), field, target)],
    };
  const unchanged = {
    fields: [{ key, from: field.key, value: { kind: 'keep', of: field.value } } as const],
    rows: [row('same', t('Unchanged.'))],
  };
  if (source === target) return unchanged;
  if (isInherited) return { fields: [], rows: [sessionModel] };
  if (from.family !== undefined && from.family === to.family && isAccepted(names, dialect))
    return unchanged;
  for (const [index, name] of names.entries()) {
    const shared = from.readModel(name);
    const chosen = fromTable(table, [name, shared?.alias, shared?.id], target.id);
    const wanted = chosen ?? (shared && to.writeModel(shared));
    if (wanted === undefined || wanted === null) continue;
    const fields = [{ key, from: field.key, value: { kind: 'text', text: wanted } } as const];
    const args = { target: target.name, model: wanted };
    if (index > 0)
      return {
        fields,
        rows: [row('lost', t('{target} accepts one model per agent: "{model}".', args))],
      };
    const otherwise = chosen === undefined && shared && otherVersions(name, wanted, shared, input);
    if (!otherwise) return { fields, rows: [row('same', t('"{model}" in {target}.', args))] };
    const isDropped = choice === inherited;
    return {
      fields: isDropped ? [] : fields,
      rows: [row('decision', otherwise, modelChoice(isDropped ? inherited : pinned, wanted))],
    };
  }
  return withoutModel(names, input, { choice, key, from: field.key, row });
}

/** An alias stands for the newest model of a family: undefined where both names do, or neither. */
function otherVersions(
  name: string,
  wanted: string,
  shared: SharedModel,
  { to, source, target }: PlanInput,
): Message | undefined {
  const found = to.readModel(wanted);
  if (!found || (found.alias === null) === (shared.alias === null)) return undefined;
  const args = { source: source.name, target: target.name, model: name, other: wanted };
  return found.alias === null
    ? t('"{model}" is the newest version in {source}. "{other}" in {target} is a fixed one.', args)
    : t(
        '{target} does not know the version "{model}". "{other}" is the newest one of its family.',
        args,
      );
}

/** The model that is named, or that of the session. */
const modelChoice = (chosen: string, model: string): NonNullable<AccountRow['choice']> => ({
  id: 'model',
  chosen,
  options: [
    { value: inherited, label: t('Use the model of the session'), isWider: false },
    { value: pinned, label: t('Write "{model}"', { model }), isWider: false },
  ],
});

interface Unnamed {
  readonly choice: string | undefined;
  readonly key: string;
  readonly from: string;
  readonly row: MakeRow;
}

/** The model of the session, a fixed version of the family, or another model of the target. */
function withoutModel(
  names: readonly string[],
  input: PlanInput,
  { choice, key, from: old, row }: Unnamed,
): Plan {
  const { from, target, dialect } = input;
  const [name = ''] = names;
  const shared = from.readModel(name);
  const pin = shared && dialect.models.resolve(shared.alias ?? shared.id ?? name).instead;
  const args = { target: target.name, model: name };
  const written = (text: string): Plan['fields'] => [
    { key, from: old, value: { kind: 'text', text } },
  ];
  if (pin) {
    const isPinned = choice === pinned;
    const why = t(
      '{target} has no name for the newest "{model}". It uses the model of the session.',
      args,
    );
    return {
      fields: isPinned ? written(pin) : [],
      rows: [row('decision', why, modelChoice(isPinned ? pinned : inherited, pin))],
    };
  }
  const others = otherModels(input);
  const chosen = others.find(({ id }) => id === choice)?.id;
  const why = t(
    '{target} has no name for the model "{model}". It uses the model of the session.',
    args,
  );
  if (others.length === 0) return { fields: [], rows: [row('lost', why)] };
  const options = others.map(({ id, standsFor }) => ({
    value: id,
    label:
      standsFor === undefined
        ? t('Write "{model}"', { model: id })
        : t('Write "{model}", which stands for "{other}"', { model: id, other: standsFor }),
    isWider: false,
  }));
  const session = {
    value: inherited,
    label: t('Use the model of the session'),
    isWider: false,
  };
  return {
    fields: chosen === undefined ? [] : written(chosen),
    rows: [
      row('decision', why, {
        ...{ id: 'model', chosen: chosen ?? inherited },
        options: [session, ...options],
      }),
    ],
  };
}

/** How many models are offered where the target has none of the family. */
const mostOffered = 3;

/** The models that the target offers first. */
const otherModels = ({ dialect: { models } }: PlanInput): readonly Model[] =>
  models.models
    .filter(({ id, retired }) => !retired && models.resolve(id).outcome !== 'inherits')
    .slice(0, mostOffered);

const isAccepted = (names: readonly string[], { models }: PlanInput['dialect']): boolean =>
  names.every((name) => !['foreign', 'malformed'].includes(models.resolve(name).outcome));

const fromTable = (
  table: ModelTable,
  names: readonly (string | null | undefined)[],
  host: string,
): string | undefined => {
  for (const name of names) {
    const found = name && Object.hasOwn(table, name) ? table[name]?.[host] : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
};
