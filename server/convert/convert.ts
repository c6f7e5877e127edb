// Converts an agent of one host into an agent of another: the file is read as its host reads it, expressed in the terms that all
// hosts share, written for the target, and read back with the target's own reader. What that reader finds is compared with the
// source, and where the agent may do more, the conversion is refused unless the user accepted it.
import { outlineOfFile } from '../agent/outline';
import type { Syntax } from '../agent/writer';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { placeIn } from '../hosts/catalog/places';
import { dialectOf, judge } from '../hosts/judge/compute-verdict';
import {
  type HostConversion,
  leastOf,
  type SharedTools,
  withDenials,
} from '../hosts/model/conversion';
import type { Host } from '../hosts/model/host';
import type { Persona, ToolVerdict } from '../hosts/model/persona';
import { type Place, placeForHost, subjectAt } from '../hosts/model/place';
import type { Verdict } from '../hosts/model/verdict';
import { joined, type Message, t } from '../text/message';
import {
  type AccountRow,
  agentPart,
  choiceIdOf,
  type Part,
  sortRows,
  toolPart,
  withoutUnused,
} from './account';
import { checkRows, isSamePrompt, unnamedDifferences } from './check-result';
import { compareTools } from './compare-tools';
import type { Converted, ConvertInput } from './converted';
import { modeRows } from './mode-rows';
import {
  isUsed,
  offsetOf,
  oneLine,
  type Plan,
  type PlanInput,
  planColor,
  planIdentity,
  planInvocation,
  planPrompt,
  usedField,
} from './plan-fields';
import { planModel } from './plan-model';
import { planOthers } from './plan-others';
import { asWritten, inexactRows, intendedRows, withIntended } from './plan-tools';
import { mentionRows, toolMentions, withToolNames } from './prompt-mentions';
import { convertSkill } from './skills/convert-skill';
import { hasSkills, type SkillSubject } from './skills/skill-target';
import { namesFor, targetPath } from './target-path';
import {
  alwaysRows,
  deniedRows,
  nearestRows,
  ownRows,
  stricterRows,
  withChanges,
} from './tool-rows';
import {
  type PlannedField,
  quotedField,
  writeAfresh,
  writeInPlace,
  writeToml,
} from './write-target';

export type { Converted, ConvertInput, ConvertOptions } from './converted';

/** @throws if one of the hosts cannot be converted, which callers check with `canConvert`. */
export function convert(input: ConvertInput): Converted {
  const { catalog, outline, place, target, context, options = {} } = input;
  if (subjectAt(place) !== 'agent') return convertSkill(input);
  const source = place.host;
  const [from, to] = [conversionOf(source), conversionOf(target)];
  const verdict = judge(outline, place, context);
  const { persona } = verdict;
  if (!persona) return withoutAgent(input, verdict);
  const { choices = {}, allowWider = false, models = {} } = options;
  const named = namesFor(
    { place, persona, target, dialect: dialectOf(placeForHost(place, target), undefined) },
    choices['name'],
  );
  const path = targetPath(place, target, named.file);
  const written = placeIn(target, path);
  const dialect = dialectOf(written ?? placeForHost(place, target), undefined);
  const isWide = (part: Part): boolean => {
    const choice = choices[choiceIdOf(part)];
    return choice === 'wider' || (allowWider && choice === undefined);
  };
  const plan: PlanInput = { catalog, verdict, persona, source, target, from, to, dialect, isWide };
  const held = (from.statedTools ?? from.toolsOf)(verdict);
  const before = withDenials(held);
  const tools = planTools(plan, before, choices['patterns'] === asWritten);
  const parts = [
    planIdentity(plan, named),
    planInvocation(plan),
    planModel(plan, { table: models, choice: choices['model'] }),
    tools,
    planColor(plan),
    planOthers(plan, new Set(from.toolFields)),
    planPrompt(plan),
  ];
  const fields = parts.flatMap((part) => part.fields);
  const rows = parts.flatMap((part) => part.rows);
  if (!written)
    return impossible(
      input,
      path,
      rows,
      t('{target} does not read this path.', { target: target.name }),
    );
  const best = bestText(input, { verdict, persona, place: written, fields });
  // A name may be refused for what it means in the target, such as that of a built-in agent.
  if (best?.verdict.reason === 'name' && !best.verdict.persona && choices['name'] === undefined)
    return convert({
      ...input,
      options: { ...options, choices: { ...choices, name: `${named.called}-agent` } },
    });
  const isRenamed = choices['mentions'] === 'replace';
  const made = best && isRenamed ? renamedTools(input, verdict, best, written) : best;
  if (!made)
    return impossible(
      input,
      path,
      rows,
      t('{target} cannot express the agent.', { target: target.name }),
    );
  const differences = made.verdict.persona
    ? compareTools(
        { tools: before, catalog: verdict.dialect.tools, harmless: from.harmless },
        {
          tools: to.toolsOf(made.verdict),
          catalog: made.verdict.dialect.tools,
          harmless: to.harmless,
        },
      )
    : [];
  const unnamed = unnamedDifferences(differences, rows, plan);
  const modes = made.verdict.persona ? modeRows(plan, to.toolsOf(made.verdict)) : [];
  const isLimited = [...unnamed, ...modes.filter(({ change }) => change === 'narrower')].length > 0;
  const checked = checkRows(made.verdict, persona, plan, isRenamed);
  const account = sortRows(
    withoutUnused(
      withChanges(
        [
          // Where the reader of the target finds a difference, the tools are not the same.
          ...stricterRows(held, before, plan, [...tools.rows, ...unnamed]),
          ...rows.filter(
            ({ part, change }) =>
              !isLimited || part.of !== 'tools' || part.name !== 'tools' || change !== 'same',
          ),
          ...unnamed,
          ...modes,
          ...deniedRows(before, made.verdict, plan, [...tools.rows, ...unnamed]),
          ...checked,
          ...nearestRows(verdict, made.verdict, plan, offsetOf(usedField(verdict, 'tools'))),
          ...alwaysRows(made.verdict, plan),
          ...mentionRows(outline, plan, isRenamed),
        ],
        before,
        made.verdict,
        plan,
      ),
      source.name,
    ),
  );
  return {
    ...{ source, target, path, account, verdict: made.verdict, text: made.text },
    isRefused:
      checked.some(({ change }) => change === 'lost') ||
      account.some(
        ({ change, part, choice }) =>
          change === 'wider' && !isWide(part) && choice?.chosen !== 'wider',
      ),
  };
}

/** Whether agents can be converted between the two hosts. */
export const canConvert = (source: Host, target: Host): boolean =>
  source !== target && source.conversion !== undefined && target.conversion !== undefined;

/** Whether what is at the place can be converted to the host; a command of a host can also become a skill of the same. */
export const canConvertAt = (place: Place, target: Host, subject?: SkillSubject): boolean =>
  subjectAt(place) === 'agent'
    ? canConvert(place.host, target)
    : subjectAt(place) !== 'settings' &&
      subjectAt(place) !== 'manifest' &&
      hasSkills(target) &&
      (place.host !== target || (subject !== undefined && subject !== subjectAt(place)));

/** The hosts to which agents of a host can be converted. */
export const targetsOf = ({ hosts }: HostCatalog, source: Host): readonly Host[] =>
  hosts.filter((one) => canConvert(source, one));

function conversionOf(host: Host): HostConversion {
  if (!host.conversion) throw new Error(`${host.id} cannot be converted`);
  return host.conversion();
}

function planTools(input: PlanInput, before: SharedTools, isIntended: boolean): Plan {
  const { verdict, source, target, from, to, isWide, dialect } = input;
  const listed = usedField(verdict, 'tools') ?? usedField(verdict, 'permission');
  const field = listed ?? usedField(verdict, 'denied-tools');
  const offset = offsetOf(field);
  const wanted = isIntended ? withIntended(before) : before;
  const made = to.writeTools(wanted, (part) => isWide(toolPart(part)), dialect.tools);
  const kept = new Set<string>();
  const fields = made.fields.map(({ key, value }): PlannedField => {
    const old = verdict.fields.find((one) => one.key === key || one === field);
    if (!old || kept.has(old.key)) return { key, value, from: null };
    kept.add(old.key);
    return { key, value, from: old.key };
  });
  const lostNames = verdict.tools.filter(
    ({ outcome, why }) => outcome === 'lost' && why !== 'replaced',
  );
  const rows: AccountRow[] = [
    ...(dialect.allowList
      ? intendedRows(before, source, target, { isChosen: isIntended, offset })
      : []),
    ...inexactRows(made, { source, target, before, isWide, offset }),
    ...ownRows(before, input, offset),
    ...lostNames.map(
      (tool): AccountRow => ({
        part: toolPart(tool.written),
        // A name that limits nothing there may be all that limits the agent.
        ...(tool.wider === undefined
          ? ({ change: 'same', unused: 'tool' } as const)
          : ({ change: 'lost' } as const)),
        ...{ offset: tool.span.start, why: whyLost(tool, source, target) },
      }),
    ),
    ...ineffectiveDenials(verdict).map(
      ({ written, span }): AccountRow => ({
        ...{ part: toolPart(written), change: 'same', offset: span.start, unused: 'denial' },
        why: t('"{name}" denies no tool in {source}, so it is not converted.', {
          ...{ source: source.name, name: written },
        }),
      }),
    ),
  ];
  // A mode may limit the agent without a list of tools.
  const isLimited = Object.values(before.purposes).some((grant) => leastOf(grant) !== 'allow');
  const limit =
    field ??
    (isLimited ? verdict.fields.find(({ key }) => from.toolFields.includes(key)) : undefined);
  if (!rows.some(({ change }) => change === 'wider' || change === 'narrower'))
    rows.push({
      part: toolPart('tools'),
      change: 'same',
      why: limit
        ? from.statedTools
          ? t('{target} applies this limit of the file. {source} does not.', {
              ...{ target: target.name, source: source.name },
            })
          : t('The agent may do the same.')
        : t('The agent has all tools that {target} gives to agents.', { target: target.name }),
      offset: offsetOf(limit),
    });
  return { fields, rows };
}

/** Why a listed name is not converted, and what it costs the agent in the source that the name is there. */
function whyLost({ written, wider }: ToolVerdict, source: Host, target: Host): Message {
  const host = source.name;
  if (wider === undefined)
    return t('{source} does not give the agent "{name}", so it is not converted.', {
      ...{ source: host, name: written },
    });
  return joined([
    t('{host} has no tool named "{tool}".', { host, tool: written }),
    t(wider, { host }),
    t('The list does not limit the agent in {target} either.', { target: target.name }),
  ]);
}

/** Names in a list of denied tools that deny nothing. */
const ineffectiveDenials = ({ fields, tools }: Verdict): readonly ToolVerdict[] =>
  tools.filter(
    ({ outcome, key }) =>
      outcome === 'no-effect' &&
      fields.some((one) => one.key === key && one.field?.role === 'denied-tools' && isUsed(one)),
  );

interface ToWrite {
  readonly verdict: Verdict;
  readonly persona: Persona;
  readonly place: Place;
  readonly fields: readonly PlannedField[];
}

interface Written {
  readonly text: string;
  readonly verdict: Verdict;
}

/** The text in the style of the source if the target reads it as intended, otherwise a new frontmatter. */
function bestText(
  { outline, target, context }: ConvertInput,
  { verdict, persona, place, fields }: ToWrite,
): Written | null {
  const { syntax } = target.kinds.agent;
  const read = (text: string | null): Written[] =>
    text === null
      ? []
      : [{ text, verdict: judge(outlineOfFile(place.path, text), place, context) }];
  const { start, end } = verdict.promptSpan ?? outline.body;
  const made: Written[] = [];
  const isToml = outline.form === 'toml';
  const prompt = isToml ? persona.prompt : outline.text.slice(start, end);
  const afresh = () => writeAfresh(outline, prompt, fields, syntax);
  const inMarkdown = isToml ? [afresh] : [() => writeInPlace(outline, fields, syntax), afresh];
  for (const write of syntax === 'toml' ? [() => writeToml(fields)] : inMarkdown) {
    for (const one of read(write())) {
      made.push(one);
      if (isAsIntended(one.verdict, persona, fields, syntax)) return one;
      const [quoted] = read(withQuotes(one.text, persona, fields, target));
      if (quoted && isAsIntended(quoted.verdict, persona, fields, syntax)) return quoted;
    }
  }
  return made.find((one) => one.verdict.persona !== null) ?? made[0] ?? null;
}

/** Hosts differ in the strings of several lines that they can read; all read double quotes alike. */
function withQuotes(
  text: string,
  { description }: Persona,
  fields: readonly PlannedField[],
  { kinds }: Host,
): string | null {
  const key = fields.find(({ key }) => key === 'description')?.key;
  return key === undefined || description === null
    ? null
    : quotedField(text, key, description, kinds.agent.syntax);
}

const isAsIntended = (
  { persona, fields }: Verdict,
  { prompt, description }: Persona,
  planned: readonly PlannedField[],
  syntax: Syntax,
): boolean =>
  persona !== null &&
  isSamePrompt(persona.prompt, prompt) &&
  (description === null ||
    persona.description === (syntax === 'line-scanner' ? oneLine(description) : description)) &&
  fields.length === planned.length &&
  fields.every(({ outcome }) => outcome === 'kept' || outcome === 'coerced');

/** The text with the tool names of the target in its prompt, if the target still reads it. */
function renamedTools(
  { context }: ConvertInput,
  { dialect }: Verdict,
  best: Written,
  place: Place,
): Written {
  const { promptSpan } = best.verdict;
  if (!promptSpan) return best;
  const mentions = toolMentions(best, promptSpan, dialect.tools, best.verdict.dialect.tools);
  const text = withToolNames(best.text, mentions);
  const verdict = judge(outlineOfFile(place.path, text), place, context);
  return verdict.persona === null ? best : { text, verdict };
}

function withoutAgent({ place, target }: ConvertInput, verdict: Verdict): Converted {
  const source = place.host;
  const path = targetPath(place, target, place.base);
  const why =
    verdict.outcome === 'unknown'
      ? t('It is not known whether {source} loads this file, so it is not converted.', {
          source: source.name,
        })
      : t('{source} does not load this file ({reason}).', {
          source: source.name,
          reason: verdict.reason ?? verdict.outcome,
        });
  return refusal({ source, target, path }, [
    { part: agentPart('file'), change: 'lost', why, offset: null },
  ]);
}

const impossible = (
  { place, target }: ConvertInput,
  path: string,
  rows: readonly AccountRow[],
  why: Message,
): Converted =>
  refusal({ source: place.host, target, path }, [
    { part: agentPart('file'), change: 'lost', why, offset: null },
    ...sortRows(withoutUnused(rows, place.host.name)),
  ]);

const refusal = (
  at: Pick<Converted, 'source' | 'target' | 'path'>,
  account: readonly AccountRow[],
): Converted => ({ ...at, text: null, isRefused: true, account, verdict: null });
