// The model of the target: the same model in its notation, or that of the session.
import type { ModelTable } from '../settings/model-table';
import { t } from '../text/l10n';
import type { AccountRow } from './account';
import { keyFor, offsetOf, type Plan, type PlanInput, usedField } from './plan-fields';

const pinned = 'pin';
const inherited = 'inherit';

export interface ModelChoices {
  /** The models that the user wants, by model and host. */
  readonly table: ModelTable;
  readonly isPinned: boolean;
}

export function planModel(input: PlanInput, { table, isPinned }: ModelChoices): Plan {
  const { persona, verdict, source, target, from, to, dialect } = input;
  const field = usedField(verdict, 'model');
  const key = keyFor(dialect, 'model');
  const written = persona.model.written;
  if (written === null || !field || key === undefined) return { fields: [], rows: [] };
  const row = (change: AccountRow['change'], why: string, choice?: AccountRow['choice']) => ({
    ...{ part: 'model', change, why, offset: offsetOf(field) },
    ...(choice && { choice }),
  });
  const unchanged = {
    fields: [{ key, from: field.key, value: { kind: 'keep', of: field.value } } as const],
    rows: [row('same', t('Unchanged.'))],
  };
  if (source === target) return unchanged;
  const names = [written].flat();
  if (persona.model.effective === 'inherit' && names.every((one) => from.readModel(one) === null))
    return { fields: [], rows: [row('same', t('The model of the session.'))] };
  if (from.family !== undefined && from.family === to.family && isAccepted(names, dialect))
    return unchanged;
  for (const [index, name] of names.entries()) {
    const shared = from.readModel(name);
    const wanted =
      fromTable(table, [name, shared?.alias, shared?.id], target.id) ??
      (shared && to.writeModel(shared));
    if (wanted === undefined || wanted === null) continue;
    return {
      fields: [{ key, from: field.key, value: { kind: 'text', text: wanted } }],
      rows: [
        row(
          index > 0 ? 'lost' : 'same',
          index > 0
            ? t('{target} has one model for an agent: "{model}".', {
                target: target.name,
                model: wanted,
              })
            : t('"{model}" in {target}.', { model: wanted, target: target.name }),
        ),
      ],
    };
  }
  return withoutModel(names, input, { isPinned, key, from: field.key, row });
}

/** The model of the session, or a fixed version of the family. */
function withoutModel(
  names: readonly string[],
  { from, target, dialect }: PlanInput,
  {
    isPinned,
    key,
    from: old,
    row,
  }: {
    readonly isPinned: boolean;
    readonly key: string;
    readonly from: string;
    readonly row: (
      change: AccountRow['change'],
      why: string,
      choice?: AccountRow['choice'],
    ) => AccountRow;
  },
): Plan {
  const [name = ''] = names;
  const shared = from.readModel(name);
  const pin = shared && dialect.models.resolve(shared.alias ?? shared.id ?? name).instead;
  const args = { target: target.name, model: name };
  if (!pin)
    return {
      fields: [],
      rows: [
        row(
          'lost',
          t(
            '{target} has no name for the model "{model}". It uses the model of the session.',
            args,
          ),
        ),
      ],
    };
  return {
    fields: isPinned ? [{ key, from: old, value: { kind: 'text', text: pin } }] : [],
    rows: [
      row(
        'decision',
        t('{target} has no name for the newest "{model}". It uses the model of the session.', args),
        {
          id: 'model',
          chosen: isPinned ? pinned : inherited,
          options: [
            { value: inherited, label: t('Use the model of the session'), isWider: false },
            { value: pinned, label: t('Write "{model}"', { model: pin }), isWider: false },
          ],
        },
      ),
    ],
  };
}

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
