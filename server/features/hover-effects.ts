// What becomes of a field, a tool, a model or a word of a file in one host, in a few words for the hover. Where the editor
// shows a finding of that host at the same place, its reasons are left to the finding.

import { blameOf } from '../hosts/blame';
import type { FieldFate, FileFate, LostWhy } from '../hosts/fate';
import type { ModelVerdict } from '../hosts/models';
import type { ToolVerdict } from '../hosts/persona';
import type { FieldVerdict, Verdict } from '../hosts/verdict';
import { type Message, render } from '../text/message';
import { nameList } from './hover-lines';
import { isTaken, toolCount } from './tool-count';

/** An effect without its host. */
export interface Answer {
  readonly brief: string;
  readonly more: readonly string[];
  /** No more than the finding says that is shown at the same place. */
  readonly isReported?: boolean;
}

export interface Question {
  readonly verdict: Verdict;
  /** A finding of this host at the place is shown next to the hover. */
  readonly hasFinding: boolean;
  /** The editor itself reports which tools and models of this host are missing. */
  readonly isCheckedByEditor: boolean;
}

const answer = (brief: string, ...more: readonly (string | undefined)[]): Answer => ({
  brief,
  more: more.filter((one) => one !== undefined),
});

/** The effect as a sentence, unless a finding gives the reason already. */
const because = (
  { verdict, hasFinding }: Question,
  effect: Message | undefined,
): string | undefined =>
  hasFinding || effect === undefined
    ? undefined
    : render(effect, { host: verdict.place.host.name });

export const fieldAnswer = (question: Question, field: FieldVerdict): Answer => ({
  ...fieldEffect(question, field),
  isReported: question.hasFinding,
});

function fieldEffect(question: Question, field: FieldVerdict): Answer {
  const { hasFinding } = question;
  const { fate, otherwise, field: known } = field;
  const why = (effect: Message | undefined): string | undefined => because(question, effect);
  if (!known) {
    const brief = fate === 'passed-on' ? 'sent to the model provider' : fieldBriefs[fate];
    return answer(hasFinding ? brief : `${brief} (unknown field)`);
  }
  if (otherwise?.file !== undefined)
    return answer(fileBriefs[otherwise.file], why(otherwise.effect));
  if (otherwise) return answer(fieldBriefs[fate], why(otherwise.effect));
  if (known.noEffect !== undefined) return answer('no effect', why(known.noEffect));
  return answer(fieldBriefs[fate], deprecation(question, field));
}

function deprecation(question: Question, { field }: FieldVerdict): string | undefined {
  const effect = because(question, field?.deprecated?.effect);
  return effect === undefined ? undefined : `Deprecated. ${effect}`;
}

const fieldBriefs: Readonly<Record<FieldFate, string>> = {
  kept: 'used as written',
  coerced: 'used with changes',
  dropped: 'ignored',
  ignored: 'ignored',
  'passed-on': 'sent to the model provider',
  refused: 'refused',
  unknown: 'unknown',
};

const fileBriefs: Readonly<Record<FileFate, string>> = {
  loads: 'used as written',
  'loads-changed': 'used with changes',
  ignored: 'agent not loaded',
  refused: 'file refused',
  'stops-host': 'does not start',
  'not-read': 'file not read',
  unknown: 'unknown',
};

/** Where the host has no agent of this file: what happens to the file, and which part causes it. */
export function fileAnswer(verdict: Verdict): Answer {
  const cause = blameOf(verdict);
  const brief = fileBriefs[verdict.fate];
  return answer(cause === '' ? brief : `${brief} (${cause})`);
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
    return answer(denied.length === 0 ? 'denies no tool' : `denies ${nameList(denied)}`);
  }
  if (role !== 'tools' && role !== 'permission') return null;
  const { all, denied } = persona.tools;
  if (all) {
    if (role === 'permission' && denied.length === 0) return null;
    const brief = denied.length === 0 ? 'every tool' : `every tool except ${nameList(denied)}`;
    return answer(brief, deprecation(question, field));
  }
  const count = toolCount(verdict);
  if (!count) return null;
  const { granted, lost, unsure, taken, asked } = count;
  const of = granted.length === asked ? `${asked}` : `${granted.length} of ${asked}`;
  const many = `${of} ${asked === 1 ? 'tool' : 'tools'}${isCheckedByEditor ? ' if available' : ''}`;
  const brief = granted.length === 0 ? 'no tools' : `${many} (${nameList(granted, 5)})`;
  return answer(
    brief,
    hasFinding || lost.length === 0 ? undefined : `Not granted: ${nameList(lost, 4)}.`,
    taken.length === 0 ? undefined : `Denied: ${nameList(taken, 4)}.`,
    unsure.length === 0 ? undefined : `Granted if available: ${nameList(unsure, 3)}.`,
  );
}

const namesOf = (tools: readonly ToolVerdict[]): readonly string[] => [
  ...new Set(tools.flatMap(({ names, written }) => (names.length > 0 ? names : [written]))),
];

/**
 * @param means what the tool does, where nothing else says so.
 * @param heirs sentences on the tools that do its work, where it is not granted.
 */
export function toolAnswer(
  question: Question,
  tool: ToolVerdict,
  means: string | undefined,
  heirs: readonly string[],
): Answer {
  const { verdict, hasFinding, isCheckedByEditor } = question;
  const { outcome, names, written, why, effect, wider, renamed } = tool;
  const { persona } = verdict;
  const reason = because(question, wider ?? effect);
  if (persona && isTaken(tool, persona)) return answer('denied by another field', means);
  switch (outcome) {
    case 'granted': {
      const isItself = names.length === 0 || (names.length === 1 && names[0] === written);
      const brief = isItself ? 'granted' : `granted as ${nameList(names)}`;
      const note = renamed && !hasFinding ? `${brief}, the new name` : brief;
      return answer(isCheckedByEditor && isItself ? `${note} if available` : note, reason, means);
    }
    case 'denied':
      return answer('denied', reason, means);
    case 'unverified':
      return answer('granted if available', reason);
    case 'no-effect':
      return answer('no effect', reason);
    case 'lost':
      return hasFinding || isCheckedByEditor
        ? { ...answer('not granted'), isReported: hasFinding }
        : answer(`not granted, ${lostWords[why ?? 'unknown']}`, reason, ...heirs);
  }
}

const lostWords: Readonly<Record<LostWhy, string>> = {
  unknown: 'no such tool',
  removed: 'removed',
  replaced: 'replaced by another tool in the list',
  unavailable: 'not available to this agent',
  'wrong-case': 'names are case-sensitive',
  'wrong-form': 'not a valid form',
  'not-text': 'not a string',
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
  const { effect, effective, outcome } = models.resolve(written, offered);
  const known = models.models.find((model) => model.id === written);
  const means = withMeaning ? known?.means : undefined;
  if (outcome === 'unchecked' && isCheckedByEditor) return answer('used if available');
  if (!hasFinding || isPlain.has(outcome))
    return answer(render(effect, { host: verdict.place.host.name }), means);
  if (effective === null) return answer('no model of this name');
  return answer(effective === 'inherit' ? 'the model of the session' : `\`${effective}\``, means);
}

/** These are what the author asked for: no finding gives a reason. */
const isPlain: ReadonlySet<ModelVerdict['outcome']> = new Set(['known', 'alias', 'inherits']);
