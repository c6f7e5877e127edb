// What a host does with a field, a tool, a model or a value of a file, for the hover. Where the editor shows a finding of
// that host at the same place, the reason is left to the finding.

import { causeOf } from '../../hosts/judge/file-outcome';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { ModelVerdict } from '../../hosts/model/models';
import type { FileOutcome, LossReason } from '../../hosts/model/outcome';
import type { ToolVerdict } from '../../hosts/model/persona';
import type { Verdict } from '../../hosts/model/verdict';
import { markdownCode } from '../../text/escape-markdown';
import { inMarkdown } from '../../text/in-markdown';
import { type Message, type Sentence, type Text, t } from '../../text/message';
import {
  isTaken,
  remainingTools,
  type ToolCount,
  toolCount,
  toolCountLabel,
} from '../persona/tool-count';
import { fieldLabel } from '../verdict-labels';
import { type Effect, nameList } from './hover-lines';

/** An effect without its host. */
export interface Answer extends Pick<Effect, 'brief' | 'sentence' | 'more'> {
  /** It adds nothing to the finding that is shown at the same place. */
  readonly isReported?: boolean;
}

export interface Question {
  readonly verdict: Verdict;
  /** A finding of this host at the place is shown next to the hover. */
  readonly hasFinding: boolean;
  /** The editor itself reports which tools and models of this host are missing. */
  readonly isCheckedByEditor: boolean;
}

const answer = (brief: Text, ...more: readonly (Text | undefined)[]): Answer => ({
  brief,
  more: more.filter((one) => one !== undefined),
});

/** The reason as a sentence in place of the label; the label alone where there is none. */
const answerWith = (
  sentence: Sentence | undefined,
  brief: Text,
  ...more: readonly (Text | undefined)[]
): Answer => ({ ...answer(brief, ...more), sentence });

/** The reason that a host declares; undefined where a finding gives it already. */
const reasonFor = ({ hasFinding }: Question, effect: Sentence | undefined): Sentence | undefined =>
  hasFinding ? undefined : effect;

export const fieldAnswer = (question: Question, field: FieldVerdict): Answer => ({
  ...fieldEffect(question, field),
  isReported: question.hasFinding,
});

function fieldEffect(question: Question, field: FieldVerdict): Answer {
  const { hasFinding, verdict } = question;
  const { outcome, otherwise, field: known } = field;
  if (!known) {
    if (hasFinding) return answer(fieldLabel(outcome));
    return answer(
      outcome === 'passed-on'
        ? t('sent to the model provider (unknown field)')
        : t('{outcome} (unknown field)', { outcome: fieldLabel(outcome) }),
    );
  }
  if (otherwise) {
    const brief = otherwise.file === undefined ? fieldLabel(outcome) : fileLabels[otherwise.file];
    return answerWith(reasonFor(question, otherwise.effect), brief);
  }
  if (known.noEffect !== undefined) {
    const reason = reasonFor(question, known.noEffect);
    const host = verdict.place.host.name;
    return answer(t('no effect'), reason && inMarkdown(reason, { host }));
  }
  return answer(fieldLabel(outcome), ...deprecation(question, field));
}

/** That the field is deprecated, and what the host does with it; empty where it is not, or a finding reports it. */
function deprecation(question: Question, { field }: FieldVerdict): readonly Message[] {
  const effect = reasonFor(question, field?.deprecated?.effect);
  const host = question.verdict.place.host.name;
  return effect === undefined ? [] : [t('This field is deprecated.'), inMarkdown(effect, { host })];
}

const fileLabels: Readonly<Record<FileOutcome, Message>> = {
  loads: t('used as written'),
  'loads-changed': t('used with changes'),
  ignored: t('not loaded'),
  refused: t('file rejected'),
  'stops-host': t('does not start'),
  'not-read': t('file not read'),
  unknown: t('unknown'),
};

/** Where the host has no agent of this file: what happens to the file, and which part causes it. */
export function fileAnswer(verdict: Verdict): Answer {
  const cause = causeOf(verdict);
  const outcome = fileLabels[verdict.outcome];
  return answer(cause ? t('{outcome} ({cause})', { outcome, cause: inMarkdown(cause) }) : outcome);
}

/** The tools that a field comes to, for its key. Null where the field decides on no tools. */
export function toolsAnswer(question: Question, field: FieldVerdict): Answer | null {
  const { verdict, hasFinding, isCheckedByEditor } = question;
  const { persona, tools } = verdict;
  const role = field.field?.role;
  if (!persona || !role || field.field?.noEffect !== undefined) return null;
  const own = tools.filter(({ key }) => key === field.key);
  if (role === 'denied-tools') {
    const denied = namesOf(own.filter(({ outcome }) => outcome === 'denied'));
    return answer(
      denied.length === 0 ? t('denies no tool') : t('denies {names}', { names: nameList(denied) }),
    );
  }
  if (role !== 'tools' && role !== 'permission') return null;
  const { all, denied } = persona.tools;
  if (all) {
    if (role === 'permission' && denied.length === 0) return null;
    const left = remainingTools(verdict);
    const brief = left
      ? remainingLabel(left)
      : denied.length === 0
        ? t('every tool')
        : t('every tool except {names}', { names: nameList(denied) });
    return answer(brief, ...deprecation(question, field));
  }
  const count = toolCount(verdict);
  if (!count) return null;
  const { granted, notGranted, unknown, taken, written } = count;
  const lost = notGranted.filter((name) => !taken.includes(name));
  const names = nameList(granted, 5);
  const brief =
    granted.length === 0
      ? toolCountLabel(count)
      : grantedLabel(granted.length, written, names, isCheckedByEditor);
  return answer(
    brief,
    hasFinding || lost.length === 0
      ? undefined
      : t('Not granted: {names}.', { names: nameList(lost, 4) }),
    taken.length === 0 ? undefined : t('Denied: {names}.', { names: nameList(taken, 4) }),
    unknown.length === 0
      ? undefined
      : t('Granted if available: {names}.', { names: nameList(unknown, 3) }),
  );
}

/** `2 tools (read, grep)`, with those that may be available. */
const remainingLabel = (count: ToolCount): Message =>
  count.granted.length === 0 || count.unknown.length > 0
    ? toolCountLabel(count)
    : grantedLabel(count.granted.length, count.written, nameList(count.granted, 5), false);

/** `5 of 8 tools (...)`. @param isUncertain the tools are granted only where they are available. */
function grantedLabel(granted: number, count: number, names: Text, isUncertain: boolean): Message {
  if (granted < count)
    return isUncertain
      ? t('{granted} of {count} tools if available ({names})', { granted, count, names })
      : t('{granted} of {count} tools ({names})', { granted, count, names });
  if (count === 1)
    return isUncertain
      ? t('1 tool if available ({names})', { names })
      : t('1 tool ({names})', { names });
  return isUncertain
    ? t('{count} tools if available ({names})', { count, names })
    : t('{count} tools ({names})', { count, names });
}

const namesOf = (tools: readonly ToolVerdict[]): readonly string[] => [
  ...new Set(tools.flatMap(({ names, written }) => (names.length > 0 ? names : [written]))),
];

/**
 * @param means what the tool does, where nothing else describes it.
 * @param replacements sentences on the tools that do its work, where it is not granted.
 */
export function toolAnswer(
  question: Question,
  tool: ToolVerdict,
  means: string | undefined,
  replacements: readonly Message[],
): Answer {
  const { verdict, hasFinding, isCheckedByEditor } = question;
  const { outcome, why, effect, wider } = tool;
  const { persona } = verdict;
  const host = verdict.place.host.name;
  const reason = reasonFor(question, wider ?? effect);
  if (persona && isTaken(tool, persona)) return answer(t('denied by another field'), means);
  switch (outcome) {
    case 'granted': {
      const brief = grantedAs(tool, hasFinding, isCheckedByEditor);
      // A form that grants more than it names is explained by its sentence; other remarks follow the label.
      return wider !== undefined
        ? answerWith(reason, brief, means)
        : answer(brief, reason && inMarkdown(reason, { host }), means);
    }
    case 'denied':
      return answer(t('denied'), reason && inMarkdown(reason, { host }), means);
    case 'unverified':
      return answerWith(reason, t('granted if available'));
    case 'no-effect':
      return answerWith(reason, t('no effect'));
    case 'lost':
      return hasFinding || isCheckedByEditor
        ? { ...answer(t('not granted')), isReported: hasFinding }
        : answerWith(reason, lostLabel(why ?? 'unknown'), ...replacements);
  }
}

function grantedAs(
  { names, written, renamed }: ToolVerdict,
  hasFinding: boolean,
  isUncertain: boolean,
): Message {
  if (names.length === 0 || (names.length === 1 && names[0] === written)) {
    if (renamed && !hasFinding) return t('granted, the new name');
    return isUncertain ? t('granted if available') : t('granted');
  }
  return renamed && !hasFinding
    ? t('granted as {names}, the new name', { names: nameList(names) })
    : t('granted as {names}', { names: nameList(names) });
}

/** Why a tool is not granted, as a label. */
export const lostLabel = (why: LossReason): Message => lostLabels[why];

const lostLabels: Readonly<Record<LossReason, Message>> = {
  unknown: t('not granted, no such tool'),
  removed: t('not granted, removed'),
  replaced: t('not granted, replaced by another tool in the list'),
  unavailable: t('not granted, not available here'),
  'wrong-case': t('not granted, names are case-sensitive'),
  'wrong-form': t('not granted, not a valid form'),
  'not-text': t('not granted, not a string'),
};

/** @param offered names of models that the running editor has. */
export function modelAnswer(
  question: Question,
  written: string,
  offered: readonly string[],
  withMeaning: boolean,
): Answer {
  const { verdict, hasFinding, isCheckedByEditor } = question;
  const { models } = verdict.dialect;
  const { effect, effective, outcome, since } = models.resolve(written, offered);
  const known = models.models.find((model) => model.id === written);
  const means = withMeaning ? known?.means : undefined;
  if (outcome === 'unchecked' && isCheckedByEditor) return answer(t('used if available'));
  if (!hasFinding || isPlain.has(outcome)) return answerWith(effect, '', means);
  if (effective === null) return answer(t('no model of this name'));
  if (since !== undefined)
    return answer(markdownCode(effective), t('Retired on {date}.', { date: since }));
  return answer(
    effective === 'inherit' ? t('the model of the session') : markdownCode(effective),
    means,
  );
}

/** These are what the author asked for: no finding gives a reason. */
const isPlain: ReadonlySet<ModelVerdict['outcome']> = new Set(['known', 'alias', 'inherits']);
