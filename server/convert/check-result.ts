// The account of what the reader of the target finds in the result.
import type { Persona } from '../hosts/model/persona';
import type { Verdict } from '../hosts/model/verdict';
import { t } from '../text/l10n';
import type { AccountRow } from './account';
import { plainName, type ToolDifference } from './compare-tools';
import { offsetOf, type PlanInput, usedField } from './plan-fields';

/** Differences that the reader of the target found and no row accounts for. */
export function unnamedDifferences(
  differences: readonly ToolDifference[],
  rows: readonly AccountRow[],
  { source, target, verdict, isWide }: PlanInput,
): readonly AccountRow[] {
  const field = usedField(verdict, 'tools') ?? usedField(verdict, 'permission');
  const known = new Set(
    rows.flatMap(({ part, change, covers = [] }) =>
      [part, plainName(part), ...covers].map((one) => `${one} ${change}`),
    ),
  );
  const found = new Map(differences.map((one) => [`${one.part} ${one.change}`, one]));
  const hasNarrowed = rows.some(({ part }) => part === 'tools');
  return [...found].flatMap(([id, { part, change }]): AccountRow[] => {
    if (known.has(id) || (change === 'narrower' && part === 'tools' && hasNarrowed)) return [];
    if (change === 'narrower')
      return [
        {
          ...{ part, change, offset: offsetOf(field) },
          why: t('The agent cannot do this in {target}.', { target: target.name }),
        },
      ];
    const wide = isWide(part);
    return [
      {
        ...{ part, change, offset: offsetOf(field) },
        why: t('The agent could do this in {target}, but not in {source}.', {
          ...{ target: target.name, source: source.name },
        }),
        choice: {
          id: part,
          chosen: wide ? 'wider' : 'refuse',
          options: [
            { value: 'refuse', label: t('Do not convert the agent'), isWider: false },
            { value: 'wider', label: t('Convert it anyway'), isWider: true },
          ],
        },
      },
    ];
  });
}

/** Whether two prompts say the same: hosts differ in what they remove around one, and TOML has one kind of line breaks. */
export const isSamePrompt = (first: string, second: string): boolean =>
  plainPrompt(first) === plainPrompt(second);

const plainPrompt = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** What the reader of the target does with the text besides tools. */
export function checkRows(
  now: Verdict,
  before: Persona,
  { target, verdict }: PlanInput,
  isRenamed: boolean,
): readonly AccountRow[] {
  const { persona } = now;
  if (!persona)
    return [
      {
        part: 'file',
        change: 'lost',
        why: t('{target} would not load the file ({reason}).', {
          target: target.name,
          reason: now.reason ?? now.outcome,
        }),
        offset: null,
      },
    ];
  const rows: AccountRow[] = [];
  const isSame = isRenamed || isSamePrompt(persona.prompt, before.prompt);
  rows.push({
    part: 'prompt',
    change: isSame ? 'same' : 'lost',
    why: isSame
      ? t('Unchanged.')
      : t('{target} reads a different prompt from the file.', { target: target.name }),
    offset: verdict.promptSpan?.start ?? null,
  });
  if (before.description !== null && persona.description !== before.description)
    rows.push({
      part: 'description',
      change: 'lost',
      why: t('{target} reads a different description from the file.', { target: target.name }),
      offset: offsetOf(usedField(verdict, 'description')),
    });
  if (now.runs === false)
    rows.push({
      part: 'file',
      change: 'narrower',
      why: t('{target} loads the agent but does not start it.', { target: target.name }),
      offset: null,
    });
  return rows;
}
