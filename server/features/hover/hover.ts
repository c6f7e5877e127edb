// The hover at an offset: what the main hosts of the file do with the field, tool or value first, then the other hosts that
// read the file, a line each. Where the editor describes a field itself, only the effect in this file is added.

import { type Caret, caretAt } from '../../agent/caret';
import { isWithManifests } from '../../hosts/catalog/plugins-around';
import type { EditorSupport } from '../../hosts/model/editor-support';
import type { Evidence } from '../../hosts/model/evidence';
import type { Field } from '../../hosts/model/field';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Host } from '../../hosts/model/host';
import type { ToolVerdict } from '../../hosts/model/persona';
import { documentKindOf } from '../../hosts/model/place';
import { evidenceOfTool } from '../../hosts/model/tools';
import type { Choice, KeyType } from '../../hosts/model/type';
import { isLoaded, type Verdict } from '../../hosts/model/verdict';
import { definedAs } from '../../rules/names/missing-references';
import { before } from '../../text/before';
import { escapeMarkdown, markdownCode } from '../../text/escape-markdown';
import { inMarkdown } from '../../text/in-markdown';
import { composed, joined, type Message, type Sentence, t, verbatim } from '../../text/message';
import { type Span, touches } from '../../text/span';
import { english } from '../../text/translate';
import { type Path, textOf } from '../../yaml/value';
import type { Lane } from '../agents/lanes';
import { skillsNamed } from '../body/skill-uses';
import { keysOf, typesAt } from '../completion/keys';
import { diagnose } from '../diagnostics';
import { isShownByEditor, namedAt, usesAt } from '../navigation';
import { fieldLabel } from '../verdict-labels';
import { inProgramOrder, isPersonal } from '../view/program-order';
import type { View } from '../view/view';
import { bodyHover } from './body-hover';
import { deviationAt } from './deviations';
import { choicesOf, fieldSummary, sources } from './explain';
import { agentMarkdown, definedText } from './explain-agent';
import {
  type Answer,
  fieldAnswer,
  fileAnswer,
  modelAnswer,
  type Question,
  toolAnswer,
  toolsAnswer,
} from './hover-effects';
import { type Effect, effectLines } from './hover-lines';

export interface Hover {
  readonly span: Span;
  readonly markdown: Message;
}

export interface HoverOptions {
  /** The editor shows findings in the same hover: their reasons are not repeated. */
  readonly withFindings?: boolean;
}

/** Null where nothing is known, or where the editor shows it already. @param offset in UTF-16 units. */
export function hover(whole: View, offset: number, options: HoverOptions = {}): Hover | null {
  const view = whole.at(offset);
  if (view !== whole) return agentAt(whole, offset) ?? hoverIn(view, offset, options);
  return hoverIn(view, offset, options);
}

function hoverIn(view: View, offset: number, options: HoverOptions): Hover | null {
  const caret = caretAt(view.outline, offset);
  // In the prompt, and in a file that is not an agent, names of agents are explained, and what a host replaces.
  if ((caret.in !== 'key' && caret.in !== 'value') || view.lanes.length === 0)
    return (
      agentAt(view, offset) ??
      (view.lanes.length === 0
        ? definedAt(view, offset)
        : caret.in === 'body'
          ? (definedAt(view, offset) ?? bodyHover(view, offset))
          : null)
    );
  const [key] = caret.in === 'key' && caret.path.length === 0 ? [caret.text] : caret.path;
  const named = agentAt(view, offset) ?? definedAt(view, offset);
  // What is known of a model by its name alone does not hold where a configuration defines it.
  if (named?.isModel) return { span: named.span, markdown: named.markdown };
  const found = typeof key === 'string' ? subjectAt({ view, caret, offset, key, options }) : null;
  const texts = [named?.markdown, found?.markdown].filter((text) => text !== undefined);
  const span = named?.span ?? found?.span;
  return span ? { span, markdown: joined(texts, '\n\n') } : null;
}

/** The hover for another agent that is named here. */
function agentAt(view: View, offset: number): NamedHover | null {
  if (!view.companionNames() && view.lanes.every(({ place: { host } }) => isAlone(view, host)))
    return null;
  const named = namedAt(view, offset);
  if (!named || named.isOwn || isShownByEditor(view, named, 'explains')) return null;
  const [agent] = named.hosts.flatMap((host) => view.workspace.called(host, named.id));
  if (agent) return { span: named.span, markdown: agentMarkdown(agent) };
  const configured = view.configuredHosts();
  const host = named.hosts.find(
    (one) => configured.includes(one) && one.defaultAgent?.key === named.key,
  );
  const own = host?.defaultAgent?.own(named.id);
  return host && own ? { span: named.span, markdown: builtInMarkdown(host, named.id) } : null;
}

const builtInMarkdown = ({ name }: Host, id: string): Message =>
  composed`**${escapeMarkdown(id)}** · ${t('{host} agent', { host: name })}\n\n${t('Built into {host}.', { host: name })}`;

const isAlone = ({ workspace }: View, host: Host): boolean => workspace.ids(host).length < 2;

interface NamedHover extends Hover {
  /** It is a model that a configuration defines. */
  readonly isModel?: boolean;
}

/** The hover for a skill, an MCP server, a model or its provider that is named here and defined in a file of its own. */
function definedAt(view: View, offset: number): NamedHover | null {
  const definitions = view.definitions();
  for (const { host, reference } of usesAt(view, offset)) {
    const { kind, name, span } = reference;
    const defined = definedAs(definitions, host, kind, name);
    const markdown = definedText(
      defined.length === 0 && kind === 'skill' ? skillsNamed(view.workspace, host, name) : defined,
    );
    if (markdown !== null) return { span, markdown, isModel: kind === 'model' };
  }
  return null;
}

type HoverCaret = Extract<Caret, { in: 'key' | 'value' }>;

interface Pointed {
  readonly view: View;
  readonly caret: HoverCaret;
  readonly offset: number;
  /** The field, by its key. */
  readonly key: string;
  readonly options: HoverOptions;
}

function subjectAt(at: Pointed): Hover | null {
  const { caret } = at;
  if (isUnjudged(at)) return null;
  if (caret.in === 'key' && caret.path.length === 0) return keyHover(at);
  return toolHover(at) ?? (caret.in === 'key' ? nestedKeyHover(at) : valueHover(at));
}

/** A key of a configuration of which other keys are judged. */
const isUnjudged = ({ view: { lanes }, key }: Pointed): boolean =>
  lanes.length > 0 &&
  lanes.every(
    (lane) =>
      documentKindOf(lane.place).subject === 'settings' &&
      !fieldOf(lane, key) &&
      lane.verdict().fields.some((one) => one.key === key && one.outcome === 'kept'),
  );

/** The editor's own support describes the field and its values. */
const isDescribed = ({ view: { builtin }, key }: Pointed): boolean => builtin.hovers.includes(key);

const fieldOf = ({ dialect: { fields } }: Lane, key: string): Field | undefined =>
  Object.hasOwn(fields, key) ? fields[key] : undefined;

function keyHover(at: Pointed): Hover | null {
  const { view, caret, key } = at;
  const known = view.lanes.filter((lane) => fieldOf(lane, key));
  const isWritten = view.outline.fields.some((entry) => entry.key === key);
  if (!isWritten && (known.length === 0 || isDescribed(at))) return null;
  const summaries = isDescribed(at)
    ? []
    : known.flatMap((lane) => {
        const field = fieldOf(lane, key);
        // Several hosts share one box: each is brief.
        const { form } = view.outline;
        const options = { form, isWritten, isBrief: known.length > 1 };
        return field ? [fieldSummary(key, field, lane.place.host.name, options)] : [];
      });
  const described = english(joined(summaries, '\n'));
  const isDescribedAbove = (host: string, sentence: Sentence): boolean =>
    described.includes(english(inMarkdown(sentence, { host })));
  const effects = (
    isWritten ? effectsOf(at, caret.token, unlessDeviating(at, keyAnswer(at))) : []
  ).map((effect) => {
    const { host, brief, sentence, more } = effect;
    const isRepeated = brief !== '' && sentence !== undefined && isDescribedAbove(host, sentence);
    return {
      ...effect,
      sentence: isRepeated ? undefined : sentence,
      more: more.filter((one) => !described.includes(english(one))),
    };
  });
  // A described field that is used as written needs no line of its own.
  const isPlain =
    summaries.length > 0 &&
    effects.every(
      ({ brief, more }) => english(brief) === english(fieldLabel('kept')) && more.length === 0,
    );
  const evidence = view.lanes.map(
    (lane) => fieldOf(lane, key)?.evidence ?? lane.dialect.unknownField.evidence,
  );
  return boxOf(caret.token, summaries, isPlain ? [] : effects, evidence);
}

/** What the field results in for a host: its tools, its model, or what happens to its value. */
function keyAnswer({ view, key }: Pointed): Ask {
  return (question, isMain) => {
    const field = question.verdict.fields.find((one) => one.key === key);
    if (!field) return null;
    const text = textOf(field.value);
    if (field.field?.role === 'model' && isUsed(field) && text !== undefined)
      return modelAnswer(question, text, view.context.editorModels, isMain);
    return toolsAnswer(question, field) ?? fieldAnswer(question, field);
  };
}

/** The same, except where the program differs from the standard that the document follows. */
const unlessDeviating =
  ({ view, caret }: Pointed, ask: Ask): Ask =>
  (question, isMain) => {
    const sentence = deviationAt(question.verdict, view.outline.text, [...caret.path, caret.text]);
    return sentence ? { brief: '', sentence, more: [] } : ask(question, isMain);
  };

function toolHover(at: Pointed): Hover | null {
  const { view, caret, offset, key } = at;
  const toolIn = ({ tools }: Verdict): ToolVerdict | undefined =>
    tools.find((one) => one.key === key && touches(one.span, offset));
  const found = view.lanes.flatMap((lane) => toolIn(lane.verdict()) ?? []);
  const [first] = found;
  if (!first) return null;
  const effects = effectsOf(at, first.span, (question, isMain) => {
    const tool = toolIn(question.verdict);
    if (!tool) return elsewhere(question, key);
    const { verdict } = question;
    return isMain && !isDescribed(at)
      ? toolAnswer(question, tool, meaningOf(at, verdict, tool), replacementsFor(verdict, tool))
      : toolAnswer(question, tool, undefined, []);
  });
  const written = first.written;
  const evidence = view.lanes.map(({ dialect }) => evidenceOfTool(dialect.tools, written));
  return boxOf(caret.in === 'key' ? caret.token : first.span, [], effects, evidence);
}

/** What a tool does; for a key of a map of rules, what the key covers. */
function meaningOf(at: Pointed, { dialect }: Verdict, tool: ToolVerdict): string | undefined {
  const { caret, key } = at;
  const field = dialect.fields[key];
  const below =
    field && caret.in === 'key' ? keyBelow(field, caret.path.slice(1), caret.text) : undefined;
  if (below) return below.summary;
  const name = before(tool.written, '(');
  const { tools } = dialect.tools;
  return (tools.find((one) => one.name === name) ?? tools.find((one) => one.name === tool.names[0]))
    ?.means;
}

/** Sentences on the tools to use in place of one that is not granted, each with what it does. */
function replacementsFor(
  { dialect }: Verdict,
  { why, written, instead = [] }: ToolVerdict,
): Message[] {
  if (why === 'replaced') return [];
  return instead.slice(0, 2).flatMap((name) => {
    const tool = dialect.tools.tools.find((one) => one.name === name);
    return tool && name !== written
      ? [
          t('Use {name} instead: {description}', {
            name: markdownCode(name),
            description: tool.means,
          }),
        ]
      : [];
  });
}

/** The hover for a key inside a field, such as an event or a permission. */
function nestedKeyHover(at: Pointed): Hover | null {
  const { view, caret, key } = at;
  if (caret.in !== 'key' || isDescribed(at)) return null;
  const below = [...caret.path.slice(1), caret.text];
  const known = view.lanes.flatMap((lane) => {
    const field = fieldOf(lane, key);
    const one = field && keyBelow(field, caret.path.slice(1), caret.text);
    return one
      ? [`**${escapeMarkdown(caret.text)}** (${lane.place.host.name}): ${one.summary}`]
      : [];
  });
  const summaries = known.length === 0 ? [] : [verbatim(known.join('  \n'))];
  const effects = view.lanes.some(({ place }) =>
    isWithManifests(place.location, documentKindOf(place)),
  )
    ? effectsOf(at, caret.token, unlessDeviating(at, problemAnswer(key, below)))
    : [];
  if (effects.length > 0)
    return boxOf(caret.token, summaries, effects, view.lanes.map(evidenceOfValue(key)));
  return known.length === 0 ? null : { span: caret.token, markdown: joined(summaries) };
}

/** What a wrong value at this path or below results in. Nothing else is known of a part of a field. */
const problemAnswer =
  (key: string, below: Path): Ask =>
  (question) => {
    const field = question.verdict.fields.find((one) => one.key === key);
    const isHere = field?.problems.some(({ path }) =>
      below.every((step, index) => step === path[index]),
    );
    return field && isHere ? fieldAnswer(question, field) : null;
  };

const evidenceOfValue =
  (key: string) =>
  (lane: Lane): Evidence => {
    const field = fieldOf(lane, key);
    return field?.valueEvidence ?? field?.evidence ?? lane.dialect.unknownField.evidence;
  };

const keyBelow = (field: Field, path: Path, key: string): KeyType | undefined =>
  typesAt(field.type, path)
    .flatMap(keysOf)
    .find(([name]) => name === key)?.[1];

function valueHover(at: Pointed): Hover | null {
  const { view, caret, key } = at;
  const { text, token } = caret;
  if (text === '') return null;
  const fields = view.lanes.flatMap((lane) => fieldOf(lane, key) ?? []);
  const isModel = fields.some(({ role }) => role === 'model');
  const path = caret.path.slice(1);
  const isAnswered =
    isModel ||
    fields.some((field) => choiceIn(field, path, text)) ||
    (path.length === 0 && view.lanes.some((lane) => isChanged(lane.verdict(), key)));
  if (!isAnswered) return null;
  const effects = effectsOf(at, token, (question, isMain) => {
    const field = question.verdict.fields.find((one) => one.key === key);
    const known = question.verdict.dialect.fields[key];
    if (!field || !known || !isUsed(field)) return elsewhere(question, key);
    if (known.role === 'model') {
      const { editorModels } = view.context;
      return modelAnswer(question, text, editorModels, isMain);
    }
    const choice = choiceIn(known, path, text);
    return choice && choice.means !== ''
      ? { brief: choice.means.replace(/\.$/, ''), more: [] }
      : fieldAnswer(question, field);
  });
  const evidence = view.lanes.map(({ dialect }) => {
    const field = dialect.fields[key];
    if (field?.role === 'model')
      return (
        dialect.models.models.find(({ id }) => id === text)?.evidence ?? dialect.models.evidence
      );
    const choice = field && choiceIn(field, path, text);
    return (
      choice?.evidence ?? field?.valueEvidence ?? field?.evidence ?? dialect.unknownField.evidence
    );
  });
  return boxOf(token, [], effects, evidence);
}

/** The host declares what it does with such a value. */
const isChanged = ({ fields }: Verdict, key: string): boolean =>
  fields.some((field) => field.key === key && field.field && field.otherwise);

const isUsed = ({ outcome }: FieldVerdict): boolean => outcome === 'kept' || outcome === 'coerced';

/** The choice with this value, in the case that the host declares or in another. */
function choiceIn(field: Field, path: Path, text: string): Choice | undefined {
  const choices = typesAt(field.type, path).flatMap(choicesOf);
  return (
    choices.find((one) => one.value === text) ??
    choices.find((one) => one.value.toLowerCase() === text.toLowerCase())
  );
}

/** For a host that finds no such part: what happens to the field, or to the file. */
function elsewhere(question: Question, key: string): Answer | null {
  const field = question.verdict.fields.find((one) => one.key === key);
  return field ? fieldAnswer(question, field) : null;
}

type Ask = (question: Question, isMain: boolean) => Answer | null;

/** An effect for each main host, then for each other host that reads the file. */
function effectsOf({ view, options }: Pointed, span: Span, ask: Ask): readonly (Effect & Answer)[] {
  const mains = mainVerdicts(view);
  const others = view.verdicts().filter((verdict) => !mains.includes(verdict));
  return [...mains, ...others].flatMap((verdict): (Effect & Answer)[] => {
    const isMain = mains.includes(verdict);
    const { host } = verdict.place;
    const question: Question = {
      verdict,
      hasFinding: isMain && options.withFindings === true && hasFinding(view, host.id, span),
      isCheckedByEditor: isChecked(view.builtin, host.id),
    };
    const isLost = !isMain && !isLoaded(verdict);
    const given = isLost ? fileAnswer(verdict) : ask(question, isMain);
    return given ? [{ host: host.name, isMain, ...given }] : [];
  });
}

/** Those that are reported on, and the program that comes first. */
function mainVerdicts(view: View): readonly Verdict[] {
  const { programs } = view;
  const first = view.first();
  const shown = view.shown();
  const all = !first || shown.includes(first) ? shown : [first, ...shown];
  if (isPersonal(programs)) return inProgramOrder(all, ({ place }) => place, programs);
  // The host that is the editor comes first.
  const { reports } = view.builtin;
  return [...all].sort((a, b) => Number(isIn(reports, b)) - Number(isIn(reports, a)));
}

const isIn = (reports: EditorSupport['reports'], { place }: Verdict): boolean =>
  reports[place.host.id] !== undefined;

/** Includes findings that the editor itself shows in place of ours. */
const hasFinding = (view: View, host: string, span: Span): boolean =>
  [...view.findings(), ...diagnose(view)].some(
    (finding) =>
      finding.host === host && finding.span !== null && touches(finding.span, span.start),
  );

const isChecked = ({ reports }: EditorSupport, host: string): boolean =>
  reports[host]?.includes('unknown-tool') ?? false;

/** Null where nothing is known, or nothing more than the findings that are shown. */
function boxOf(
  span: Span,
  summaries: readonly Message[],
  effects: readonly (Effect & Answer)[],
  evidence: readonly Evidence[],
): Hover | null {
  const isReported = effects.every((effect) => effect.isReported === true);
  const parts = [...summaries, ...(isReported ? [] : [effectLines(effects)])];
  return parts.length === 0
    ? null
    : { span, markdown: joined([...parts, sources(evidence)], '\n\n') };
}
