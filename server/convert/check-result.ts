// The account of what the reader of the target finds in the result.
import type { Persona } from '../hosts/model/persona';
import type { Verdict } from '../hosts/model/verdict';
import { type Message, t } from '../text/message';
import { type AccountRow, agentPart, choiceIdOf, toolPart } from './account';
import { plainName, type ToolDifference } from './compare-tools';
import { offsetOf, type PlanInput, usedField } from './plan-fields';

/** Differences that the reader of the target found and no row accounts for. */
export function unnamedDifferences(
  differences: readonly ToolDifference[],
  rows: readonly AccountRow[],
  input: PlanInput,
): readonly AccountRow[] {
  const { target } = input;
  const known = new Set(
    toolRows(rows).flatMap(({ part: { name }, change, covers = [] }) =>
      [name, plainName(name), ...covers].map((one) => `${one} ${change}`),
    ),
  );
  const found = new Map(differences.map((one) => [`${one.part} ${one.change}`, one]));
  const unnamed = [...found].flatMap(([id, one]) => (known.has(id) ? [] : [one]));
  const narrower = unnamed.filter(({ change }) => change === 'narrower');
  const wider = unnamed.flatMap(({ part, change }) => (change === 'wider' ? [part] : []));
  return [
    ...widerRows(wider, input),
    ...narrower.map(({ part, change }): AccountRow => {
      const why = t('The agent cannot do this in {target}.', { target: target.name });
      return { part: toolPart(part), change, why, offset: toolsOffset(input) };
    }),
  ];
}

/** The rows about tools. */
export const toolRows = (rows: readonly AccountRow[]): readonly AccountRow[] =>
  rows.filter(({ part }) => part.of === 'tools');

const toolsOffset = ({ verdict }: PlanInput): number | null =>
  offsetOf(usedField(verdict, 'tools') ?? usedField(verdict, 'permission'));

/** One row for all parts: the agent is converted only where every one of them is accepted. */
function widerRows(parts: readonly string[], input: PlanInput): readonly AccountRow[] {
  const { isWide } = input;
  const [first, another] = parts;
  if (first === undefined) return [];
  const isGroup = another !== undefined;
  const part = toolPart(isGroup ? everyTool : first);
  const id = isGroup ? everyPart : choiceIdOf(part);
  const wide = isWide(toolPart(id)) || parts.every((one) => isWide(toolPart(one)));
  return [
    {
      ...{ part, change: 'wider', offset: toolsOffset(input) },
      why: whyWider(parts, input),
      ...(isGroup && { covers: parts }),
      choice: {
        id,
        chosen: wide ? 'wider' : 'refuse',
        options: [
          { value: 'refuse', label: t('Do not convert the agent'), isWider: false },
          { value: 'wider', label: t('Convert it anyway'), isWider: true },
        ],
      },
    },
  ];
}

/** The choice for all parts of one row. It is not the name of a part, whose choice accepts that part alone. */
const everyPart = 'all-tools';

/** The part of a difference that stands for all tools that a file does not name. */
const everyTool = 'tools';

function whyWider(parts: readonly string[], { source, target, from }: PlanInput): Message {
  const args = { target: target.name, source: source.name, parts: parts.join(', ') };
  // What the file states is not what the agent can do in such a source.
  if (from.statedTools)
    return t('The file limits this, but the agent could do it in {target}: {parts}.', args);
  return parts.includes(everyTool)
    ? t('{target} does not limit the agent to the tools that it has in {source}.', args)
    : t('The agent could do this in {target}, but not in {source}: {parts}.', args);
}

/** Whether two prompts say the same: hosts differ in what they remove around one, and TOML has one kind of line breaks. */
export const isSamePrompt = (first: string, second: string): boolean =>
  plainPrompt(first) === plainPrompt(second);

const plainPrompt = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** Whether the two have the same words: programs differ in how they read line breaks and the space around them. */
export const isSameDescription = (now: string | null, before: string): boolean =>
  now !== null && words(now) === words(before);

/** Some programs read a backslash before an n as a line break. */
const words = (text: string): string => text.replaceAll('\\n', ' ').split(/\s+/).join(' ').trim();

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
        part: agentPart('file'),
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
    part: agentPart('prompt'),
    change: isSame ? 'same' : 'lost',
    why: isSame
      ? t('Unchanged.')
      : t('{target} reads a different prompt from the file.', { target: target.name }),
    offset: verdict.promptSpan?.start ?? null,
  });
  if (before.description !== null && !isSameDescription(persona.description, before.description))
    rows.push({
      part: agentPart('description'),
      change: 'lost',
      why: t('{target} reads a different description from the file.', { target: target.name }),
      offset: offsetOf(usedField(verdict, 'description')),
    });
  if (now.runs === false)
    rows.push({
      part: agentPart('file'),
      change: 'narrower',
      why: t('{target} loads the agent but does not start it.', { target: target.name }),
      offset: null,
    });
  return rows;
}
