// Converts the answer of OpenCode or Kilo for a file to facts, both live and recorded answers.
import { type Facts, facts, names, quoted, yesNo } from '../../facts';

export interface Agent {
  readonly name: string;
  readonly mode: string;
  readonly native?: boolean;
  readonly hidden?: boolean;
  readonly description?: string;
  readonly model?: { readonly providerID: string; readonly modelID: string };
  readonly color?: string;
  readonly variant?: string;
  readonly temperature?: number;
  readonly topP?: number;
  readonly steps?: number;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly promptLength?: number;
  readonly ownRules: readonly string[];
}

export interface Answer {
  /** Paths of the fields for which the whole configuration is refused. */
  readonly stopsFor?: readonly string[];
  /** The configuration is read, and then no agent can be listed. */
  readonly broken?: boolean;
  readonly agent?: Agent | null;
}

export function answerFacts({ stopsFor, broken, agent }: Answer): Facts {
  if (stopsFor) return { agent: 'stops', refused: refusedFor(stopsFor) };
  if (broken) return { agent: 'broken' };
  if (!agent) return { agent: 'no' };
  return agentFacts(agent);
}

export const refusedFor = (paths: readonly string[]): string =>
  quoted([...new Set(paths)].sort().join(', '));

export function agentFacts(agent: Agent): Facts {
  const { model, options = {} } = agent;
  return facts({
    agent: 'yes',
    name: quoted(agent.name),
    mode: agent.mode,
    hidden: yesNo(agent.hidden ?? false),
    description: quoted(agent.description),
    model: quoted(model && `${model.providerID}/${model.modelID}`),
    color: quoted(agent.color),
    variant: quoted(agent.variant),
    temperature: String(agent.temperature ?? '(none)'),
    topP: String(agent.topP ?? '(none)'),
    steps: String(agent.steps ?? '(none)'),
    options: JSON.stringify(sorted(options)),
    prompt: String(agent.promptLength ?? 0),
    // A file that changes an agent of the program adds to rules of the program's own.
    permissions: agent.native ? undefined : rules(agent.ownRules),
  });
}

export const rules = (list: readonly string[]): string =>
  list.length === 0 ? '(none)' : list.map((rule) => quoted(rule)).join(' | ');

/** Keys in one order, so that the order in which a program copies them is no difference. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, sorted(one)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The program answers a call of an unknown tool with a tool of its own. */
export const offeredNames = (tools: readonly string[]): string =>
  names(tools.filter((name) => name !== 'invalid'));
