// Grants or revokes tools of an agent in one host. Every attempt is judged like any other text, in every host that reads the
// file: only what does what was asked is offered, and what else it grants is asked first.
import type { Verdict } from '../../hosts/model/verdict';
import type { ToolChange } from '../../protocol/protocol';
import { quotedList } from '../../rules/words';
import { difference, type Edit } from '../../text/edit';
import { joined, type Message, t } from '../../text/message';
import { distinct } from '../../text/translate';
import { isAtMostAsPermissive } from '../fixes/regression';
import { verdictIn } from '../view/verdicts';
import type { View } from '../view/view';
import { heldTools, singleToolsOf, toolsWithPermissionOf } from './held-tools';
import { listAttempts } from './list-edits';
import { permissionAttempts } from './permission-edits';

export interface ToolEdits {
  /** Empty where there is nothing to change, or a problem. */
  readonly edits: readonly Edit[];
  /** What else the edits change, as sentences; null where they change nothing else. */
  readonly question: Message | null;
  /** Why there are no edits, as a sentence. */
  readonly problem: Message | null;
}

/** @param host the id of the host. Null where it has no agent. */
export function setTools(
  view: View,
  host: string,
  changes: readonly ToolChange[],
): ToolEdits | null {
  const made = changedTools(view, host, changes);
  if (!made) return null;
  const { view: now, questions, problem } = made;
  if (problem !== null) return { edits: [], question: null, problem };
  const gains = gainsIn(view, now, host, changes);
  const all = distinct([...questions, ...gains]);
  return {
    edits: difference(view.outline.text, now.outline.text),
    question: all.length === 0 ? null : joined(all),
    problem: null,
  };
}

interface ChangedTools {
  readonly view: View;
  /** What else the edits change in the host, as sentences. */
  readonly questions: readonly Message[];
  /** Why the view is unchanged, as a sentence. */
  readonly problem: Message | null;
}

/** The view in which the host grants or does not grant these tools; what other programs do with it is not examined. */
export function changedTools(
  view: View,
  host: string,
  changes: readonly ToolChange[],
): ChangedTools | null {
  if (!verdictIn(view, host)?.persona) return null;
  const questions: Message[] = [];
  let now = view;
  // Tools that are granted come first, so that a list is never empty in between.
  for (const change of [...changes].sort((a, b) => Number(b.granted) - Number(a.granted))) {
    const verdict = verdictIn(now, host);
    if (!verdict || isAsAsked(verdict, change)) continue;
    const made = changedBy(now, verdict, change);
    if (!made) return { view, questions: [], problem: problemWith(verdict, change) };
    if (made.question !== undefined) questions.push(made.question);
    now = made.view;
  }
  return { view: now, questions, problem: null };
}

function changedBy(
  view: View,
  verdict: Verdict,
  change: ToolChange,
): { readonly view: View; readonly question?: Message } | null {
  const { evaluator } = verdict.dialect;
  const isRuled = verdict.persona?.tools.all === true && evaluator !== undefined;
  const attempts = isRuled
    ? permissionAttempts(view, verdict, evaluator, change)
    : listAttempts(view, verdict, change);
  for (const attempt of attempts) {
    const made = attempt();
    const now = made && verdictIn(made.view, verdict.place.host.id);
    if (made && now && isAsAsked(now, change) && stillRuns(verdict, now)) return made;
  }
  return null;
}

/** Whether the agent has the tool, or does not have it, as the change asks for. */
function isAsAsked(verdict: Verdict, { tool, granted }: ToolChange): boolean {
  const held = heldTools(verdict);
  const names = singleToolsOf(verdict, tool);
  return granted ? names.every((name) => held.has(name)) : !names.some((name) => held.has(name));
}

const stillRuns = (before: Verdict, now: Verdict): boolean =>
  now.persona !== null && !(before.runs !== false && now.runs === false);

const problemWith = ({ place, persona }: Verdict, { tool, granted }: ToolChange): Message => {
  const args = { tool, host: place.host.name };
  if (granted) return t('"{tool}" cannot be granted in {host} by an edit of this file.', args);
  return persona?.tools.granted.length === 1
    ? t('"{tool}" is the only tool. {host} does not start an agent without tools.', args)
    : t('"{tool}" cannot be revoked in {host} by an edit of this file.', args);
};

/** What the agent may do in a host after the edits, could not do before, and was not requested. */
function gainsIn(
  before: View,
  now: View,
  host: string,
  changes: readonly ToolChange[],
): readonly Message[] {
  return before.verdicts().flatMap((verdict) => {
    const { id, name } = verdict.place.host;
    const later = verdictIn(now, id);
    if (!later) return [];
    const isNew = hadNot(verdict);
    const asked = new Set(id === host ? changes.flatMap((one) => askedFor(later, one)) : []);
    const gained = [...heldTools(later)].filter((tool) => isNew(tool) && !asked.has(tool));
    if (gained.length > 0) {
      const args = { host: name, tools: shortened(gained) };
      return id === host
        ? t('{host} then also grants {tools}.', args)
        : t('{host} reads this file too and then grants {tools}.', args);
    }
    if (id === host || !verdict.persona || !later.persona) return [];
    const isWider = !isAtMostAsPermissive(verdict.persona, later.persona) && changes.some(isGrant);
    return isWider
      ? t('{host} reads this file too and then allows the agent more.', { host: name })
      : [];
  });
}

/** Whether an agent did not have a tool. One with every tool has those of servers and extensions too, which no catalog lists. */
export function hadNot(verdict: Verdict): (tool: string) => boolean {
  const held = heldTools(verdict);
  const { all, denied } = verdict.persona?.tools ?? { all: false, denied: [] };
  return (tool) =>
    !held.has(tool) && (!all || verdict.dialect.evaluator !== undefined || denied.includes(tool));
}

const isGrant = ({ granted }: ToolChange): boolean => granted;

const askedFor = (verdict: Verdict, { tool, granted }: ToolChange): readonly string[] =>
  granted
    ? singleToolsOf(verdict, tool).flatMap((name) => toolsWithPermissionOf(verdict, name))
    : [];

const maxNames = 4;

/** A list of tools for a sentence, of which long ones are cut. */
export function shortened(names: readonly string[]): Message {
  if (names.length <= maxNames) return quotedList(names);
  return t('{tools} and {count} more', {
    tools: names
      .slice(0, maxNames - 1)
      .map((name) => `"${name}"`)
      .join(', '),
    count: names.length - maxNames + 1,
  });
}
