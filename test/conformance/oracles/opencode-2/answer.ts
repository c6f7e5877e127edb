// Converts the answer of OpenCode 2 for a file to facts.
import { type Facts, facts, quoted, yesNo } from '../../facts';
import { rules } from '../opencode-family/answer';

export interface Rule {
  readonly action: string;
  readonly resource: string;
  readonly effect: string;
}

export interface Agent {
  readonly id: string;
  readonly model?: { readonly providerID: string; readonly id: string; readonly variant?: string };
  readonly request?: { readonly headers?: object; readonly body?: object };
  readonly system?: string;
  readonly description?: string;
  readonly mode?: string;
  readonly hidden?: boolean;
  readonly color?: string;
  readonly steps?: number;
  readonly permissions?: readonly Rule[];
}

/** @param base the rules that the agent has without any of its own file. */
export function answerFacts(agent: Agent, base: readonly Rule[]): Facts {
  const words = ({ action, resource, effect }: Rule): string => `${action} ${resource} ${effect}`;
  const before = base.map(words);
  const all = (agent.permissions ?? []).map(words);
  const own = before.every((rule, at) => rule === all[at]) ? all.slice(before.length) : all;
  return agentFacts(agent, own);
}

export const agentFacts = (agent: Agent, ownRules: readonly string[]): Facts =>
  facts({
    agent: 'yes',
    name: quoted(agent.id),
    mode: agent.mode,
    hidden: yesNo(agent.hidden ?? false),
    description: quoted(agent.description),
    model: quoted(agent.model && `${agent.model.providerID}/${agent.model.id}`),
    variant: quoted(agent.model?.variant),
    color: quoted(agent.color),
    steps: String(agent.steps ?? '(none)'),
    headers: JSON.stringify(sorted(agent.request?.headers ?? {})),
    body: JSON.stringify(sorted(agent.request?.body ?? {})),
    prompt: String(agent.system?.length ?? 0),
    permissions: rules(ownRules),
  });

/** Keys in one order, so that the order in which a program copies them is no difference. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, sorted(one)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
