// Grants or revokes one tool in a file that holds a copy of an agent, for the programs whose copy it is. Each has its own names for
// tools, so the tool is translated by what it is for. A copy that would grant anything else stays unchanged.

import { withImplied } from '../../hosts/model/conversion';
import { agentDialects } from '../../hosts/model/dialect';
import type { Host } from '../../hosts/model/host';
import {
  capabilityFor,
  purposeAction,
  type ToolPurpose,
  toolPurposes,
} from '../../hosts/model/tool-purposes';
import { capabilityOf, purposesIn, type Tool } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import type { ToolChange } from '../../protocol/protocol';
import { listed } from '../../rules/words';
import { difference, type Edit } from '../../text/edit';
import { type Message, t } from '../../text/message';
import { distinct } from '../../text/translate';
import { verdictIn } from '../view/verdicts';
import type { View } from '../view/view';
import { heldTools, singleToolsOf, toolsNamed, toolsWithPermissionOf } from './held-tools';
import { changedTools, hadNot, shortened } from './set-tools';

/** A tool of one program, and what it is for. */
export interface AskedTool extends ToolChange {
  readonly host: Host;
  /** Empty for a tool that does the work of no tool of another program. */
  readonly purposes: readonly ToolPurpose[];
}

export interface ToolInFile {
  /** Empty where there is nothing to change, or a problem. */
  readonly edits: readonly Edit[];
  /** What else the edits change, and what still allows the same, as sentences. */
  readonly notes: readonly Message[];
  /** Why there are no edits, as a sentence. */
  readonly problem: Message | null;
}

/** @returns null where the program has no agent */
export function askedTool(view: View, host: string, change: ToolChange): AskedTool | null {
  const verdict = verdictIn(view, host);
  if (!verdict?.persona) return null;
  // One permission may be for several tools, which are then granted and revoked together.
  const names = singleToolsOf(verdict, change.tool).flatMap((name) =>
    toolsWithPermissionOf(verdict, name),
  );
  const found = new Set(names.flatMap((name) => purposesOf(verdict, name)));
  return {
    ...change,
    host: verdict.place.host,
    purposes: toolPurposes.filter((one) => found.has(one)),
  };
}

/** @param hosts the programs whose copy the file is, by their ids */
export function setToolInFile(view: View, hosts: readonly string[], asked: AskedTool): ToolInFile {
  let now = view;
  const notes: Message[] = [];
  for (const host of hosts) {
    const verdict = verdictIn(now, host);
    if (!verdict) continue;
    const made = changedFor(now, verdict, asked);
    if ('problem' in made) return { edits: [], notes: [], problem: made.problem };
    now = made.view;
    notes.push(...made.questions);
  }
  const { problem, notes: gains } = gainsBeyond(view, now, hosts, asked);
  if (problem !== null) return { edits: [], notes: [], problem };
  return {
    edits: difference(view.outline.text, now.outline.text),
    notes: distinct([...notes, ...gains, ...losses(view, now, asked), ...remaining(now, asked)]),
    problem: null,
  };
}

/** The view after the change for one program, or why there is none. */
function changedFor(
  view: View,
  verdict: Verdict,
  asked: AskedTool,
): { readonly view: View; readonly questions: readonly Message[] } | Refusal {
  const { host } = verdict.place;
  const notLoaded = { problem: t('{target} does not load the copy.', { target: host.name }) };
  if (!verdict.persona) return notLoaded;
  const names = namesIn(verdict, asked);
  if ('problem' in names) return names;
  const changes = names.map((tool) => ({ tool, granted: asked.granted }));
  const made = changedTools(view, host.id, changes);
  if (!made) return notLoaded;
  const { problem, ...now } = made;
  return problem === null ? now : { problem };
}

/** Why there is no change. */
interface Refusal {
  readonly problem: Message;
}

/** The names with which the program grants or revokes the tool, or why there are none. */
function namesIn(verdict: Verdict, asked: AskedTool): readonly string[] | Refusal {
  const { place, dialect } = verdict;
  if (place.host === asked.host) return [asked.tool];
  const { tools: catalog } = dialect;
  if (asked.purposes.length === 0)
    return {
      problem: t('{host} has no tool for "{tool}".', { host: place.host.name, tool: asked.tool }),
    };
  const named = purposesIn(catalog);
  const lacking = asked.purposes.filter((one) => (named?.[one]?.length ?? 0) === 0);
  const isLacking = asked.granted ? lacking.length > 0 : lacking.length === asked.purposes.length;
  if (isLacking)
    return {
      problem: t('{host} has no name for a tool to {actions}.', {
        host: place.host.name,
        actions: actionsOf(lacking),
      }),
    };
  if (asked.granted) return [...new Set(asked.purposes.flatMap((one) => named?.[one]?.[0] ?? []))];
  // A tool that is mainly for something else stays, and is reported.
  return [...heldTools(verdict)].filter((name) => {
    const [main] = purposesOf(verdict, name);
    return main !== undefined && asked.purposes.includes(main);
  });
}

const actionsOf = (purposes: readonly ToolPurpose[]): Message =>
  listed(purposes.map(purposeAction));

/** What programs that read the file would grant besides what was asked for. */
function gainsBeyond(
  before: View,
  now: View,
  hosts: readonly string[],
  asked: AskedTool,
): { readonly problem: Message | null; readonly notes: readonly Message[] } {
  const notes: Message[] = [];
  for (const verdict of before.verdicts()) {
    const { id, name: host } = verdict.place.host;
    const later = verdictIn(now, id);
    if (!later) continue;
    const isNew = hadNot(verdict);
    const isAsked = isWithin(later, asked);
    const more = [...heldTools(later)].filter((name) => isNew(name) && !isAsked(name));
    if (more.length === 0) continue;
    if (hosts.includes(id)) return { problem: tooMuch(later, more, asked), notes: [] };
    const args = { host, tools: shortened(more) };
    notes.push(t('{host} reads this file too and then grants {tools}.', args));
  }
  return { problem: null, notes };
}

function tooMuch(verdict: Verdict, more: readonly string[], asked: AskedTool): Message {
  const { name: host } = verdict.place.host;
  const found = new Set(more.flatMap((name) => purposesOf(verdict, name)));
  const known = withImplied(asked.purposes);
  const actions = toolPurposes.filter((one) => found.has(one) && !known.has(one));
  return actions.length > 0
    ? t('{host} would then also let the agent {actions}.', { host, actions: actionsOf(actions) })
    : t('{host} would then also grant {tools}.', { host, tools: shortened(more) });
}

/** Whether a tool of the program does no more than what was asked for. */
function isWithin(
  verdict: Verdict,
  { host, tool, purposes, granted }: AskedTool,
): (name: string) => boolean {
  if (!granted) return () => false;
  const own = verdict.place.host === host ? toolsNamed(verdict.dialect.tools, tool) : [];
  const asked = withImplied(purposes);
  const capabilities = purposes.map(capabilityFor);
  return (name) => {
    // A name that this program does not know grants nothing that is known of it.
    if (own.includes(name) || name === tool) return true;
    const known = purposesOf(verdict, name);
    if (known.length > 0) return known.every((one) => asked.has(one));
    const found = toolNamed(verdict, name);
    return found !== undefined && capabilities.includes(capabilityOf(found));
  };
}

/** What the agent loses besides the tool. */
function losses(before: View, now: View, asked: AskedTool): readonly Message[] {
  if (asked.granted) return [];
  return before.verdicts().flatMap((verdict) => {
    const { host } = verdict.place;
    const later = verdictIn(now, host.id);
    if (!verdict.persona || !later) return [];
    const has = heldTools(later);
    const isAsked = isWithin(verdict, { ...asked, granted: true });
    const lost = [...heldTools(verdict)].filter((name) => !has.has(name) && !isAsked(name));
    return lost.length === 0
      ? []
      : t('{host} then also denies {tools}.', { host: host.name, tools: shortened(lost) });
  });
}

/** Programs that read the file and still let the agent do what was revoked. */
function remaining(now: View, asked: AskedTool): readonly Message[] {
  if (asked.granted) return [];
  return now.verdicts().flatMap((verdict) => {
    const { place } = verdict;
    const held = [...heldTools(verdict)];
    const left = asked.purposes.filter((purpose) =>
      held.some((name) => purposesOf(verdict, name).includes(purpose)),
    );
    return left.length === 0
      ? []
      : t('{host} still lets the agent {actions}.', {
          host: place.host.name,
          actions: actionsOf(left),
        });
  });
}

const purposesOf = (verdict: Verdict, name: string): readonly ToolPurpose[] =>
  toolNamed(verdict, name)?.purposes ?? [];

/** Where a program accepts the names of another one, they stand for tools of its own, which another dialect of it describes. */
function toolNamed({ dialect, place }: Verdict, name: string): Tool | undefined {
  for (const { tools } of [dialect, ...agentDialects(place.host.dialects)]) {
    const found = tools.tools.find((one) => one.name === name);
    if (found) return found;
  }
  return undefined;
}
