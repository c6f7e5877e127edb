// Compares the agents of a file before and after a change: what other files depend on, and what is shown to the user. Only
// what may differ is computed again.
import { isCounted } from '../rules/description-sums';
import type { KnownAgent } from '../rules/workspace-view';
import { mentionedBy, usesOf } from './agent-tables';

/** The part of an agent that counts toward the total length of all descriptions. */
export const costsOf = (agents: readonly KnownAgent[]): string =>
  agents
    .filter(isCounted)
    .map(({ place, id, description }) => `${place.host.id} ${id ?? ''} ${description ?? ''}\n`)
    .join('');

/** The names by which other files can refer to them, and whether a configuration can. */
export const idsOf = (agents: readonly KnownAgent[]): string =>
  agents
    .map(({ place, id, unfit }) => (id === null ? '' : `${place.host.id} ${id} ${unfit ?? ''}\n`))
    .join('');

/** Whether hosts, names and references are equal, so that no other file is affected. */
export const isSame = (before: readonly KnownAgent[], now: readonly KnownAgent[]): boolean =>
  before.length === now.length &&
  before.every((agent, index) => {
    const other = now[index];
    return (
      other !== undefined &&
      agent.place.host === other.place.host &&
      agent.id === other.id &&
      agent.shadows === other.shadows &&
      agent.outcome === other.outcome &&
      agent.runs === other.runs &&
      agent.staysOn === other.staysOn &&
      agent.description === other.description &&
      reachOf(agent) === reachOf(other) &&
      usesOf(agent).join('\n') === usesOf(other).join('\n')
    );
  });

/** The agents that it can call, and whether others can call it. */
const reachOf = ({
  references,
  privileges,
  tools,
  canCall,
  leads,
  unfit,
  isOffered,
}: KnownAgent): string =>
  [
    ...[privileges.join(' '), tools === null, canCall, leads, unfit, isOffered],
    ...references.flatMap(({ kind, name, how, effect }) =>
      kind === 'agent' ? [`${how} ${effect ?? ''} ${name}`] : [],
    ),
  ].join('\n');

/** Whether everything that is shown to the user is equal. */
export const isShownSame = (before: readonly KnownAgent[], now: readonly KnownAgent[]): boolean =>
  before.length === now.length &&
  before.every((agent, index) => shownOf(agent) === shownOf(now[index]));

function shownOf(agent: KnownAgent | undefined): string {
  if (!agent) return '';
  const { isConfigured, losesLimit, nameSpan } = agent;
  const { place, outcome, reason, runs, cause, id, shadows, name, description, model, color } =
    agent;
  return JSON.stringify([
    ...[place.host.id, outcome, reason, runs, cause, losesLimit],
    ...[id, shadows, name, description, model, color],
    reachOf(agent),
    ...mentionedBy(agent),
    // A file that defines a single agent is opened at its beginning.
    isConfigured ? nameSpan?.start : null,
  ]);
}
