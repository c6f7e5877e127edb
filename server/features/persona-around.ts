// Who and what an agent has to do with, for the preview: whom it may call, who names it, its skills and servers.

import type { Reference } from '../hosts/reference';
import { headReferencesOf } from '../hosts/references';
import type { Verdict } from '../hosts/verdict';
import type { AroundCard, Neighbour } from '../protocol';
import { broughtAs } from '../rules/brought';
import type { KnownAgent } from '../rules/neighbours';
import { render } from '../text/message';
import { knownAgent } from '../workspace/known-agents';
import type { LineOf } from './persona-tools';
import type { View } from './view';

/** The URI of a file, by its path. */
export type UriOf = (path: string) => string;

/** More names than anybody reads are counted and not told. */
const most = 40;

export function around(view: View, verdict: Verdict, lineOf: LineOf, uriOf: UriOf): AroundCard {
  const me = knownAgent(view.outline, verdict, view.context);
  const references = headReferencesOf(view.outline, verdict, view.context);
  const about = { view, verdict, me, lineOf, uriOf };
  const named = distinct(
    references.filter(({ kind, how }) => kind === 'agent' && how !== 'mentions'),
  );
  const calls = named.slice(0, most).map((one) => called(one, about));
  return {
    callsSays: callsSay(me, named, view),
    calls,
    calledBy: callersOf(about),
    skills: used('skill', references, about),
    servers: used('mcp-server', references, about),
  };
}

interface About {
  readonly view: View;
  readonly verdict: Verdict;
  readonly me: KnownAgent;
  readonly lineOf: LineOf;
  readonly uriOf: UriOf;
}

function callsSay(me: KnownAgent, named: readonly Reference[], { neighbours }: View): string {
  const { host } = me.place;
  if (!me.canCall && !named.some(({ how }) => how === 'hands-over'))
    return named.length > 0
      ? 'It names agents, and has no tool for calling any.'
      : 'It has no tool for calling others.';
  const { delegation } = host;
  if (named.length === 0 && !me.leads && delegation?.depth === 1)
    return render(delegation.effect, { host: host.name });
  if (named.some(({ how }) => how === 'calls')) return 'It may call these agents.';
  if (named.length > 0) return '';
  const others = neighbours.ids(host).filter((id) => id !== me.id).length;
  return others === 0
    ? 'It may call any agent; no other is known here.'
    : `It may call any agent that is offered: ${others} ${others === 1 ? 'other is' : 'others are'} known here.`;
}

const words: Readonly<Partial<Record<Reference['how'], string>>> = {
  calls: 'may be called',
  'hands-over': 'work is handed over to it',
  uses: 'watches it',
};

const effects: Readonly<Record<NonNullable<Reference['effect']>, string>> = {
  allow: 'allowed',
  ask: 'the person is asked',
  deny: 'denied',
};

function called({ name, how, effect, isPattern, span }: Reference, about: About): Neighbour {
  const { view, verdict, lineOf, uriOf } = about;
  const known = isPattern ? [] : view.neighbours.called(verdict.place.host, name);
  const [first] = known;
  const isMissing = !isPattern && !first && how !== 'rules';
  const says = [
    effect === undefined ? (words[how] ?? '') : effects[effect],
    isMissing ? 'not among the agents here' : '',
  ];
  return {
    name: name === '*' && isPattern ? 'all others' : name,
    says: says.filter((word) => word !== '').join(', '),
    tone: effect === 'deny' ? 'denied' : isMissing ? 'missing' : 'plain',
    line: lineOf(span.start),
    uri: first ? uriOf(first.path) : null,
  };
}

function callersOf({
  view: { neighbours, path },
  verdict,
  me,
  uriOf,
}: About): readonly Neighbour[] {
  if (me.id === null) return [];
  return neighbours
    .callers(verdict.place.host, me.id)
    .filter((caller) => caller.path !== path && caller.place.host === verdict.place.host)
    .slice(0, most)
    .map((caller): Neighbour => {
      const denies = caller.references.some(
        ({ kind, name, effect }) => kind === 'agent' && name === me.id && effect === 'deny',
      );
      return {
        name: caller.name ?? caller.path,
        says: denies ? 'denies it' : '',
        tone: denies ? 'denied' : 'plain',
        line: null,
        uri: uriOf(caller.path),
      };
    });
}

function used(
  kind: 'skill' | 'mcp-server',
  references: readonly Reference[],
  { view: { neighbours }, verdict, me, lineOf, uriOf }: About,
): readonly Neighbour[] {
  const { host } = verdict.place;
  const own = new Set(me.brings.filter((one) => one.kind === kind).map(({ name }) => name));
  return distinct(references.filter((one) => one.kind === kind && one.how === 'uses'))
    .slice(0, most)
    .map(({ name, span }): Neighbour => {
      const [brought] = broughtAs(neighbours, host, kind, name);
      const isKnown = brought !== undefined || own.has(name);
      // Where not everything is seen, it may well be there.
      const isMissing = !isKnown && neighbours.seesAll;
      return {
        name,
        says: isKnown ? '' : isMissing ? 'not found here' : 'not seen here',
        tone: isMissing ? 'missing' : 'plain',
        line: lineOf(span.start),
        uri: brought ? uriOf(brought.path) : null,
      };
    });
}

function distinct(references: readonly Reference[]): readonly Reference[] {
  const seen = new Map<string, Reference>();
  for (const one of references) {
    const key = `${one.name} ${one.how}`;
    // Of several rules on a name the last counts.
    if (one.how === 'rules' || !seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}
