// Compares what is shown to the user of the agents of a file before and after a change.
import type { KnownAgent } from '../rules/workspace-view';
import { mentionedBy } from './agent-tables';

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
