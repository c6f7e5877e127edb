// Converts a skill or command of one host into one of another: read as its host reads it, written for the target, read back with the
// target's own reader, and compared. Where the model, users or commands may do more, the conversion is refused unless the user
// accepted it.
import { type Outline, outlineOf, outlineOfFile } from '../../agent/outline';
import type { Syntax } from '../../agent/writer';
import { placeIn } from '../../hosts/catalog/places';
import { dialectOf, judge } from '../../hosts/judge/compute-verdict';
import { argumentNames } from '../../hosts/judge/skills/sent-text';
import { hasInSkeleton } from '../../hosts/model/host';
import { bodyLanguageAt, documentKindOf } from '../../hosts/model/place';
import type { Skill } from '../../hosts/model/skill';
import type { Verdict } from '../../hosts/model/verdict';
import { type Message, t } from '../../text/message';
import { textOf } from '../../yaml/value';
import {
  type AccountRow,
  agentPart,
  choiceIdOf,
  type Part,
  sortRows,
  withoutUnused,
} from '../account';
import { isSameDescription, isSamePrompt } from '../check-result';
import type { Converted, ConvertInput } from '../converted';
import { keyFor, offsetOf, usedField } from '../plan-fields';
import { type PlannedField, writeAfresh, writeInPlace, writeToml } from '../write-target';
import { invocationRows } from './compare-skills';
import { planFields, plannedDescription, type SkillPlanInput } from './plan-skill';
import { type SkillSubject, type SkillTarget, skillTarget } from './skill-target';
import { translateBody } from './translate-body';

/** @param at where the text is written, if not at the usual path of the target. */
export function convertSkill(
  input: ConvertInput,
  at?: Pick<SkillTarget, 'path' | 'called' | 'subject'>,
): Converted {
  const { catalog, outline, place, target, context, options = {}, files = [] } = input;
  const { choices = {}, allowWider = false, subject } = options;
  const source = place.host;
  const before = judge(outline, place, context);
  const { skill, agent } = before;
  const known = { source, target, verdict: null, text: null, isRefused: true } as const;
  const refused = (path: string, why: Message, rows: readonly AccountRow[] = []): Converted => ({
    ...{ ...known, path },
    account: [
      { part: agentPart('file'), change: 'lost', why, offset: null },
      ...sortRows(withoutUnused(rows, source.name)),
    ],
  });
  if (!skill || !agent)
    return refused(
      place.path,
      before.outcome === 'unknown'
        ? t('It is not known whether {source} loads this file, so it is not converted.', {
            source: source.name,
          })
        : t('{source} does not load this file ({reason}).', {
            source: source.name,
            reason: before.reason ?? before.outcome,
          }),
    );
  const name = choices['name'];
  const found =
    at ??
    skillTarget(place, target, skill.id, {
      ...(subject && { wanted: subject }),
      ...(name !== undefined && { name }),
    });
  if (!found)
    return refused(
      place.path,
      t('{target} has no folder for such files.', { target: target.name }),
    );
  const there = placeIn(target, found.path);
  if (!there)
    return refused(found.path, t('{target} does not read this path.', { target: target.name }));
  const isWide = (part: Part): boolean => {
    const choice = choices[choiceIdOf(part)];
    return choice === 'wider' || (allowWider && choice === undefined);
  };
  const plan: SkillPlanInput = {
    ...{ catalog, before, skill, source, target, there, isWide },
    dialect: dialectOf(there, undefined),
    raw: (span) => outline.text.slice(span.start, span.end),
    meant: textOf(outline.fields.find(({ key }) => key === 'description')?.value)?.trim(),
  };
  const from = bodyLanguageAt(place);
  const body = translateBody({
    ...{ text: agent.prompt.text, source, target, from, to: bodyLanguageAt(there) },
    names: from ? argumentNames(before.fields, from) : [],
    isWide: isWide(agentPart('commands')),
  });
  const fields = planFields(plan);
  const named = plannedName(plan, found.called, found.subject);
  const description = plannedDescription(plan, agent);
  const shift = before.promptSpan?.start ?? 0;
  const rows = [
    ...description.rows,
    ...fields.rows,
    ...body.rows.map((row) => (row.offset === null ? row : { ...row, offset: row.offset + shift })),
  ];
  const planned = [...named, ...description.fields, ...fields.fields];
  const made = bestText(input, { plan, planned, body: body.text, found });
  if (!made)
    return refused(
      found.path,
      t('{target} cannot express the file.', { target: target.name }),
      rows,
    );
  const after = made.verdict.skill;
  const checked = after
    ? [...checkRows(plan, made.verdict, { body: body.text, description: description.text })]
    : [notLoaded(plan, made.verdict)];
  const account = sortRows(
    withoutUnused(
      [
        ...(after ? [nameRow(skill, after, plan, name), ...invocationRows(plan, after)] : []),
        ...rows,
        ...folderRows(files, found.subject),
        ...(after ? twiceRows(plan, outline, after) : []),
        ...checked,
      ],
      source.name,
    ),
  );
  return {
    ...{ source, target, path: found.path, text: made.text, verdict: made.verdict, account },
    isRefused:
      checked.some(({ change }) => change === 'lost') ||
      account.some(({ change, part }) => change === 'wider' && !isWide(part)),
  };
}

/** A skill has its name in the file, as the standard demands; a command only where it is called by it. */
function plannedName(
  { before, dialect, there }: SkillPlanInput,
  called: string,
  subject: SkillSubject,
): readonly PlannedField[] {
  const key = keyFor(dialect, 'name');
  const isWritten =
    subject === 'skill' ||
    there.location.id === 'name-field' ||
    (key !== undefined && hasInSkeleton(documentKindOf(there), key));
  if (key === undefined || !isWritten) return [];
  const old = usedField(before, 'name');
  return [{ key, value: { kind: 'text', text: called }, from: old?.key ?? null, isFirst: true }];
}

interface ToWrite {
  readonly plan: SkillPlanInput;
  readonly planned: readonly PlannedField[];
  readonly body: string;
  readonly found: Pick<SkillTarget, 'path'>;
}

interface Written {
  readonly text: string;
  readonly verdict: Verdict;
}

/** The text in the style of the source if the target reads it as intended, otherwise a new frontmatter. */
function bestText(
  { outline, context }: ConvertInput,
  { plan, planned, body, found }: ToWrite,
): Written | null {
  const { there, before, dialect } = plan;
  const { syntax } = documentKindOf(there);
  let first: Written | null = null;
  for (const text of textsFor(outline, before, {
    planned,
    body,
    syntax,
    key: keyFor(dialect, 'prompt'),
  })) {
    if (text === null) continue;
    const made = { text, verdict: judge(outlineOfFile(found.path, text), there, context) };
    if (isAsIntended(made.verdict, planned, body)) return made;
    if (!first?.verdict.skill) first = made;
  }
  return first;
}

interface Parts {
  readonly planned: readonly PlannedField[];
  readonly body: string;
  readonly syntax: Syntax;
  /** The key of the text, in a syntax where it is a field. */
  readonly key: string | undefined;
}

function* textsFor(
  outline: Outline,
  { promptSpan }: Verdict,
  { planned, body, syntax, key }: Parts,
): Iterable<string | null> {
  if (syntax === 'toml') {
    const text = body.trim().replaceAll('\r\n', '\n');
    if (key !== undefined)
      yield writeToml([
        ...planned,
        {
          key,
          from: null,
          value: { kind: 'text', text: text.includes('\n') ? `${text}\n` : text },
        },
      ]);
    return;
  }
  if (planned.length === 0) yield `${body.trim()}${outline.eol}`;
  if (outline.form !== 'toml') {
    const { start, end } = promptSpan ?? outline.body;
    const written = outline.text.slice(start, end);
    // The reader may have removed white space around the text.
    const at = written.indexOf(body);
    const now =
      at >= 0
        ? outline.text
        : `${outline.text.slice(0, start)}${leading(written)}${body.trim()}${trailing(written)}${outline.text.slice(end)}`;
    yield writeInPlace(
      now === outline.text ? outline : outlineOf(now, 'markdown'),
      planned,
      syntax,
    );
  }
  yield writeAfresh(outline, body, planned, syntax);
}

const leading = (text: string): string => /^\s*/.exec(text)?.[0] ?? '';
const trailing = (text: string): string =>
  text.trim() === '' ? '' : text.slice(text.trimEnd().length);

const isAsIntended = (
  { skill, fields, agent }: Verdict,
  planned: readonly PlannedField[],
  body: string,
): boolean =>
  skill !== null &&
  isSamePrompt(agent?.prompt.text ?? '', body) &&
  planned.every(({ key }) => fields.some((one) => one.key === key && one.outcome !== 'refused'));

/** What the reader of the target does with the text. */
function checkRows(
  { target, before }: SkillPlanInput,
  { agent, skill }: Verdict,
  wanted: { readonly body: string; readonly description: string | null },
): readonly AccountRow[] {
  const rows: AccountRow[] = [];
  if (!isSamePrompt(agent?.prompt.text ?? '', wanted.body))
    rows.push({
      part: agentPart('prompt'),
      change: 'lost',
      why: t('{target} reads a different text from the file.', { target: target.name }),
      offset: before.promptSpan?.start ?? null,
    });
  const listed = skill?.description ?? null;
  if (
    wanted.description !== null &&
    skill?.cutAt === null &&
    !isSameDescription(listed, wanted.description)
  )
    rows.push({
      part: agentPart('description'),
      change: 'lost',
      why: t('{target} reads a different description from the file.', { target: target.name }),
      offset: offsetOf(usedField(before, 'description')),
    });
  return rows;
}

const notLoaded = ({ target }: SkillPlanInput, now: Verdict): AccountRow => ({
  part: agentPart('file'),
  change: 'lost',
  why: t('{target} would not load the file ({reason}).', {
    target: target.name,
    reason: now.reason ?? now.outcome,
  }),
  offset: null,
});

/** Other files call it by its name. */
function nameRow(
  { id: before }: Skill,
  { id: after }: Skill,
  { target, before: verdict }: SkillPlanInput,
  chosen: string | undefined,
): AccountRow {
  const offset = offsetOf(usedField(verdict, 'name'));
  const part = agentPart('name');
  if (before === after)
    return { part, change: 'same', why: t('It is called "{name}".', { name: after }), offset };
  return {
    ...{ part, change: 'decision', offset },
    why: t('In {target}, it is called "{name}", not "{before}".', {
      ...{ target: target.name, name: after, before },
    }),
    choice: {
      id: 'name',
      chosen: chosen ?? after,
      options: [
        { value: chosen ?? after, label: t('Name it "{name}"', { name: after }), isWider: false },
      ],
    },
  };
}

/** The target reads the source too, so it has both. */
function twiceRows(
  { target, before }: SkillPlanInput,
  outline: Outline,
  { id }: Skill,
): readonly AccountRow[] {
  const here = target === before.place.host ? null : placeIn(target, before.place.path);
  if (!here || judge(outline, here).skill?.id !== id) return [];
  return [
    {
      ...{ part: agentPart('file'), change: 'decision', offset: null },
      why: t('{target} also reads the source under this name. Remove one of the two.', {
        target: target.name,
      }),
    },
  ];
}

/** The other files in the folder of a skill. */
function folderRows(files: readonly string[], subject: SkillSubject): readonly AccountRow[] {
  if (files.length === 0) return [];
  const isCopied = subject === 'skill';
  return [
    {
      ...{ part: agentPart('files'), change: isCopied ? 'same' : 'lost', offset: null },
      why: isCopied
        ? t('The other files of its folder are copied.')
        : t('A command has no folder, so the other files of the skill are not copied.'),
    },
  ];
}
