// From a name to the agent that bears it, and from an agent to every place that names it.
import type { Host } from '../hosts/host';
import type { Reference } from '../hosts/reference';
import { broughtAs } from '../rules/brought';
import type { KnownAgent } from '../rules/neighbours';
import { type Span, touches } from '../text/span';
import type { WorkspaceIndex } from '../workspace/index';
import { knownAgent } from '../workspace/known-agents';
import type { View } from './view';

export interface Target {
  readonly path: string;
  /** Null: the file as a whole. */
  readonly span: Span | null;
}

/** What stands at an offset: an agent's own name, or another's. */
export interface Named {
  readonly span: Span;
  readonly id: string;
  /** The hosts that read the name so. */
  readonly hosts: readonly Host[];
  /** The name of the file's own agent, where it stands in the file. */
  readonly isOwn: boolean;
}

/** The agents of the file as its hosts see it now. */
export const agentsIn = (view: View): readonly KnownAgent[] =>
  view.shown().map((verdict) => knownAgent(view.outline, verdict, view.context));

export function namedAt(view: View, offset: number): Named | null {
  const found: { span: Span; id: string; host: Host; isOwn: boolean }[] = [];
  for (const { place, id, nameSpan, references } of agentsIn(view)) {
    if (id !== null && nameSpan && touches(nameSpan, offset))
      found.push({ span: nameSpan, id, host: place.host, isOwn: true });
    for (const { kind, name, span, isPattern } of references)
      if (kind === 'agent' && !isPattern && touches(span, offset))
        found.push({ span, id: name, host: place.host, isOwn: false });
  }
  const [first] = found;
  if (!first) return null;
  const same = found.filter(({ id, isOwn }) => id === first.id && isOwn === first.isOwn);
  return { ...first, hosts: [...new Set(same.map(({ host }) => host))] };
}

/** Where the agent, the skill or the server is that is named at an offset. */
export function definition(view: View, offset: number, index: WorkspaceIndex): readonly Target[] {
  const named = namedAt(view, offset);
  if (named) return once(named.hosts.flatMap((host) => bearers(index, host, named.id)));
  return once(
    usesAt(view, offset).flatMap(({ host, reference: { kind, name } }) =>
      broughtAs(index, host, kind, name),
    ),
  );
}

/** A skill or a server that stands at an offset, for each host that reads it so. */
export const usesAt = (
  view: View,
  offset: number,
): readonly { readonly host: Host; readonly reference: Reference }[] =>
  agentsIn(view).flatMap(({ place, references: all }) =>
    all.flatMap((reference) =>
      (reference.kind === 'skill' || reference.kind === 'mcp-server') &&
      touches(reference.span, offset)
        ? [{ host: place.host, reference }]
        : [],
    ),
  );

/** Every place that names the agent at an offset, or the file's own agent where the offset names none. */
export function references(
  view: View,
  offset: number,
  index: WorkspaceIndex,
  { withDeclaration }: { readonly withDeclaration: boolean },
): readonly Target[] {
  const named = namedAt(view, offset);
  const asked: readonly (readonly [Host, string])[] = named
    ? named.hosts.map((host) => [host, named.id])
    : agentsIn(view).flatMap(({ place, id }) => (id === null ? [] : [[place.host, id] as const]));
  return once(
    asked.flatMap(([host, id]) => [
      ...(withDeclaration ? bearers(index, host, id) : []),
      ...mentions(index, host, id),
    ]),
  );
}

/** Places in this file of the agent that is named at an offset. */
export const highlights = (view: View, offset: number): readonly Span[] => {
  const named = namedAt(view, offset);
  if (!named) return [];
  const spans = agentsIn(view).flatMap(({ id, nameSpan, references: all }) => [
    ...(id === named.id && nameSpan ? [nameSpan] : []),
    ...all.filter(({ kind, name }) => kind === 'agent' && name === named.id).map((one) => one.span),
  ]);
  return [...new Map(spans.map((span) => [span.start, span])).values()];
};

const bearers = (index: WorkspaceIndex, host: Host, id: string): readonly Target[] =>
  index.called(host, id).map(({ path, nameSpan }) => ({ path, span: nameSpan }));

export const mentions = (index: WorkspaceIndex, host: Host, id: string): readonly Target[] => [
  ...index
    .callers(host, id)
    .filter(({ place }) => place.host === host)
    .flatMap(({ path, references: all }) =>
      all
        .filter(({ kind, name, isPattern }) => kind === 'agent' && name === id && !isPattern)
        .map(({ span }) => ({ path, span })),
    ),
  // Settings that deny it, a command that runs in it: where its letters stand as they are.
  ...(['names', 'denies'] as const).flatMap((does) =>
    index
      .beside(host, 'agent', does, id)
      .filter(({ span }) => span.end - span.start === id.length)
      .map(({ path, span }) => ({ path, span })),
  ),
];

/** Several hosts read one file. */
const once = (targets: readonly Target[]): readonly Target[] => [
  ...new Map(targets.map((one) => [`${one.path} ${one.span?.start ?? ''}`, one])).values(),
];

/** What an author types part of, in any order of its letters: `revag` finds `review-agent`. */
export const agentsLike = (query: string, index: WorkspaceIndex): readonly KnownAgent[] =>
  index.all().filter(({ id, place }) => id !== null && place.role === 'owner' && holds(id, query));

function holds(id: string, query: string): boolean {
  let at = 0;
  const word = id.toLowerCase();
  for (const letter of query.toLowerCase()) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
