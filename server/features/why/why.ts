// Why an agent is missing: what keeps each program from using the file, from where it lies to what is written in it and
// what stands beside it.
import { astray, passedOverBy } from '../../hosts/astray';
import { hasAgent } from '../../hosts/fate';
import type { Host } from '../../hosts/host';
import { readersAmong } from '../../hosts/place';
import { mainHosts } from '../../hosts/places';
import type { Verdict } from '../../hosts/verdict';
import { nearest } from '../../rules/nearest';
import type { Neighbours } from '../../rules/neighbours';
import { namesakesOf } from '../../rules/same-name';
import { render } from '../../text/message';
import { covers, type Span } from '../../text/span';
import { knownAgent } from '../../workspace/known-agents';
import type { View } from '../view';
import { blockersOf } from '../write-once/blockers';
import { blockedBy } from '../write-once/write-once';
import { toBlame } from './shrink';

export interface Why {
  /** Null: no program's own word. */
  readonly host: Host | null;
  /** `lost`: there is no agent. `hidden`: there is one, and something keeps it from being used. `there`: nothing does. */
  readonly kind: 'lost' | 'hidden' | 'there';
  readonly message: string;
  /** Null: the file as a whole. */
  readonly span: Span | null;
  /** The characters that are to blame, as they stand; null where they cannot be told. */
  readonly blame: string | null;
}

/** Of one file; the programs that it was written for first. Never empty. */
export function whyMissing(view: View): readonly Why[] {
  const readers = readersAmong(view.places);
  const near = astray(view.path, readers);
  const passedOver = near.length > 0 || readers.length > 0 ? [] : passedOverBy(view.path);
  const away = [...near, ...passedOver].map(
    ({ host, why }): Why => told(host, 'lost', render(why, { host: host.name })),
  );
  const kept = view.disabled.map(
    ({ host, effect }): Why => told(host, 'lost', render(effect, { host: host.name })),
  );
  const read = view.places.flatMap((place, index) => {
    const verdict = place.isGuess ? undefined : view.verdicts()[index];
    return verdict ? whyIn(view, verdict) : [];
  });
  if (read.length + kept.length + away.length > 0) return [...read, ...kept, ...away];
  const folders = mainHosts.map(({ name, ownFile }) => `${name} in ${folderOf(ownFile)}`);
  return [
    told(null, 'lost', 'No program looks for agents where this file lies.'),
    told(null, 'lost', `They look here: ${folders.join(', ')}.`),
  ];
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

const told = (
  host: Host | null,
  kind: Why['kind'],
  message: string,
  span: Span | null = null,
): Why => ({ host, kind, message, span, blame: null });

function whyIn(view: View, verdict: Verdict): readonly Why[] {
  const { place, persona, runs, runsNot, fate, reason } = verdict;
  const { host } = place;
  if (reason === 'disabled')
    return [told(host, 'lost', `${host.name} leaves it out: its own file switches it off.`)];
  if (!hasAgent(fate) || !persona) return whyLost(view, verdict);
  const found = whyHidden(view, verdict);
  if (runs === false && runsNot !== undefined)
    found.unshift(told(host, 'hidden', render(runsNot, { host: host.name })));
  return found.length > 0
    ? found
    : [told(host, 'there', `${host.name} has it, as "${persona.id}".`)];
}

function whyLost(view: View, verdict: Verdict): readonly Why[] {
  const { text, head } = view.outline;
  return blockersOf(verdict).map((blocker): Why => {
    const { message, span } = blockedBy(view, blocker);
    const spans = [span, blocker.span, blocker.field?.span].flatMap((one) => one ?? []);
    const line = span && lineOf(text, span);
    const within = [...spans, ...(line ? [line] : []), head];
    const found = toBlame(text, { place: verdict.place, context: view.context }, blocker, within);
    // A key that needs a value goes with it: the value is what is to blame.
    const blame = found && span && covers(found, span) && span.start < span.end ? span : found;
    return {
      host: verdict.place.host,
      kind: 'lost',
      message,
      span: blame ?? span,
      blame: blame && text.slice(blame.start, blame.end),
    };
  });
}

const lineOf = (text: string, { start }: Span): Span => {
  const end = text.indexOf('\n', start);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: end < 0 ? text.length : end };
};

/** There is an agent, and another takes its place, settings keep it away, or it hides itself. */
function whyHidden({ outline, context, neighbours, around }: View, verdict: Verdict): Why[] {
  const { place, persona, fields, depends } = verdict;
  const { host } = place;
  const found: Why[] = [];
  const namesake = namesakesOf(knownAgent(outline, verdict, context), neighbours);
  if (namesake) found.push(told(host, 'hidden', namesake.message));
  for (const { rule, host: of, message, span } of around.findings())
    if (rule === 'denied-agent' && of === host.id && message.startsWith(`"${persona?.id}"`))
      found.push(told(host, 'hidden', message, span));
  const says = (role: string, message: string): void => {
    const field = fields.find((one) => one.field?.role === role);
    found.push(told(host, 'hidden', message, field?.keySpan ?? null));
  };
  if (persona?.hidden)
    says('hidden', `${host.name} has it, and does not list it: it says so itself.`);
  else if (persona?.userInvocable === false)
    says('user-invocable', `${host.name} offers it to other agents, and not to a person.`);
  else if (persona?.modelInvocable === false)
    says('model-invocable', `${host.name} offers it to a person, and not to other agents.`);
  if (depends.includes('trust'))
    found.push(
      told(host, 'hidden', `${host.name} uses all of it only in a folder that is trusted.`),
    );
  return found;
}

/** Of a name that no file gives an agent: what is nearest to it, and where programs look. */
export function whyNoName(name: string, neighbours: Neighbours): readonly Why[] {
  const near = mainHosts.flatMap((host) => {
    const meant = nearest(name, neighbours.ids(host));
    return meant === undefined ? [] : [{ host, meant }];
  });
  const folders = mainHosts.map(({ name: host, ownFile }) => `${host} in ${folderOf(ownFile)}`);
  return [
    told(null, 'lost', `No agent here is called "${name}".`),
    ...near.map(({ host, meant }) => told(host, 'lost', `${host.name} has one called "${meant}".`)),
    told(null, 'lost', `Programs look here: ${folders.join(', ')}.`),
  ];
}
