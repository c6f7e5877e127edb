// How many of the tool names that an author wrote grant a tool. The lens, the inlay hint, the hover, the preview and the list
// of the command line show the same count, and it refers to the same names in every host.

import type { PermissionEvaluator } from '../../hosts/model/permission-evaluator';
import {
  type Persona,
  type ToolLimit,
  type ToolVerdict,
  toolLimitOf,
} from '../../hosts/model/persona';
import type { Tool } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import { type Message, type Text, t } from '../../text/message';

export type ToolState = 'granted' | 'not-granted' | 'unknown';

/** The written names in three groups. Each name is in one group. */
export interface ToolCount {
  readonly granted: readonly string[];
  /** Names that grant nothing. */
  readonly notGranted: readonly string[];
  /** Those of `notGranted` that another field denies. */
  readonly taken: readonly string[];
  /** Tools of servers or extensions whose presence cannot be known here. */
  readonly unknown: readonly string[];
  /** The number of names in all three groups. */
  readonly written: number;
  /** Tools that the agent has although no tool list names them, because another field adds them. */
  readonly added: readonly string[];
}

/** Null where there is no agent, or where it has every tool that is not denied. */
export function toolCount({ persona, tools: read, fields }: Verdict): ToolCount | null {
  if (!persona || persona.tools.all) return null;
  const tools = writtenTools(read);
  const deniedBy = new Set(
    fields.flatMap(({ key, field }) => (field?.role === 'denied-tools' ? [key] : [])),
  );
  const states = new Map<string, ToolState>();
  for (const tool of tools) {
    const state = deniedBy.has(tool.key) ? null : stateOf(tool, persona);
    if (state !== null && states.get(tool.written) !== 'granted') states.set(tool.written, state);
  }
  const namesIn = (state: ToolState): readonly string[] =>
    [...states].flatMap(([name, one]) => (one === state ? [name] : []));
  const notGranted = namesIn('not-granted');
  const taken = tools.filter((tool) => isTaken(tool, persona)).map(({ written }) => written);
  return {
    granted: namesIn('granted'),
    notGranted,
    taken: notGranted.filter((name) => taken.includes(name)),
    unknown: namesIn('unknown'),
    written: states.size,
    added: persona.tools.granted.filter((name) => !tools.some(({ names }) => names.includes(name))),
  };
}

/**
 * What is left where permission rules deny every tool that they do not name: the tools of the host, and names that may belong to
 * MCP servers. Null where there is no agent, or where the rules leave other tools.
 */
export function remainingTools({ persona, tools: read, dialect }: Verdict): ToolCount | null {
  const { evaluator, tools } = dialect;
  if (!persona?.tools.all || evaluator?.actionOn(persona, unnamed, '*') !== 'deny') return null;
  const granted = tools.tools
    .filter((tool) => isLeft(tool, persona, evaluator))
    .map(({ name }) => name);
  const unknown = read.flatMap((tool) =>
    stateOf(tool, persona) === 'unknown' ? [tool.written] : [],
  );
  const written = granted.length + unknown.length;
  return { granted, notGranted: [], taken: [], unknown, written, added: [] };
}

/** Whether the host gives agents the tool and the permission rules do not hide it. */
export const isLeft = (
  { name, unavailable, deprecated }: Tool,
  persona: Persona,
  evaluator: PermissionEvaluator,
): boolean =>
  unavailable === undefined && deprecated === undefined && !evaluator.hides(persona, name);

/** The permission of a tool that no host has and that only the pattern `*` matches. */
const unnamed = '\u0000';

/**
 * The entries as the author wrote them. A host that splits a list at every comma makes two lost names of `Agent(a, b)`, which are
 * one entry here.
 */
export function writtenTools(tools: readonly ToolVerdict[]): readonly ToolVerdict[] {
  const entries: ToolVerdict[] = [];
  for (const tool of tools) {
    const last = entries.at(-1);
    if (last && isUnfinished(last) && last.key === tool.key && tool.outcome === 'lost')
      entries[entries.length - 1] = {
        ...last,
        written: `${last.written}, ${tool.written}`,
        span: { start: last.span.start, end: tool.span.end },
      };
    else entries.push(tool);
  }
  return entries.some(isUnfinished) ? tools : entries;
}

/** Whether it ends within parentheses. */
const isUnfinished = ({ outcome, written }: ToolVerdict): boolean =>
  outcome === 'lost' && written.lastIndexOf('(') > written.lastIndexOf(')');

/** What a written name comes to; null for a name that is not meant to grant anything. */
export function stateOf(tool: ToolVerdict, persona: Persona): ToolState | null {
  switch (tool.outcome) {
    case 'granted':
      return isTaken(tool, persona) ? 'not-granted' : 'granted';
    case 'lost':
      return 'not-granted';
    case 'unverified':
      return 'unknown';
    case 'no-effect':
      // Naming a tool that every agent has anyway changes nothing, but the agent has it.
      return persona.tools.always.includes(tool.written.toLowerCase()) ? 'granted' : null;
    case 'denied':
      return null;
  }
}

/** A tool that another field denies: `tools: Read` together with `disallowedTools: Read`. */
export const isTaken = ({ outcome, names }: ToolVerdict, { tools }: Persona): boolean =>
  outcome === 'granted' &&
  names.length > 0 &&
  !tools.all &&
  !names.some((name) => tools.granted.includes(name) || tools.always.includes(name));

/** `no tools`, `3 tools`, `2 of 5 tools`, `2 of 5 tools, 1 unknown`. */
export function toolCountLabel({ granted, unknown, written, added }: ToolCount): Message {
  // Where the file lists no tools, those that other fields add are all that the agent has.
  const count = written === 0 ? added.length : written;
  if (count === 0) return t('no tools');
  if (unknown.length > 0)
    return t('{granted} of {count} tools, {unknown} unknown', {
      ...{ granted: granted.length, count },
      unknown: unknown.length,
    });
  if (written > 0 && granted.length < count)
    return count === 1
      ? t('{granted} of 1 tool', { granted: granted.length })
      : t('{granted} of {count} tools', { granted: granted.length, count });
  return count === 1 ? t('1 tool') : t('{count} tools', { count });
}

const limitLabels: Readonly<Record<ToolLimit, Message>> = {
  'read-only': t('read-only'),
  'read-only-stated': t('read-only, not guaranteed'),
  unknown: t('tools unknown'),
};

export const toolLimitLabel = (limit: ToolLimit): Message => limitLabels[limit];

/** The tools of an agent as a label: `2 of 5 tools`, `every tool`, `every tool except 4`, `read-only`, `tools unknown`. Empty where there is no agent. */
export function toolsLabel(verdict: Verdict): Text {
  const { persona } = verdict;
  if (!persona) return '';
  const count = toolCount(verdict) ?? remainingTools(verdict);
  if (count) return toolCountLabel(count);
  const limit = toolLimitOf(persona.tools);
  if (limit !== null) return toolLimitLabel(limit);
  const denied = persona.tools.denied.length;
  return denied === 0 ? t('every tool') : t('every tool except {count}', { count: denied });
}
