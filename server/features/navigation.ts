// From a name to the agent that bears it, and from an agent to every place that names it.
import type { Host } from '../hosts/host';
import type { Mention } from '../hosts/mention';
import { type Place, rootOf } from '../hosts/place';
import { placesOf } from '../hosts/places';
import { lettersAt } from '../hosts/refer';
import type { Reference } from '../hosts/reference';
import { broughtAs } from '../rules/brought';
import type { KnownAgent, KnownName, Neighbours } from '../rules/neighbours';
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
  /** The name of an agent that this file defines, where it is written in the file. */
  readonly isOwn: boolean;
  /** The key of the value that it is, in a file that is no agent. */
  readonly key?: string;
}

/** The agents of the file as its hosts see it now. */
export const agentsIn = (view: View): readonly KnownAgent[] =>
  view.shown().map((verdict) => knownAgent(view.outline, verdict, view.context));

/** What is written at an offset: the name of an agent, in an agent's file or in one that names or configures agents. */
export function namedAt(view: View, offset: number): Named | null {
  const found = namesIn(view).filter(
    (one) => touches(one.span, offset) && (!one.mention || isMeant(view.neighbours, one)),
  );
  const [first] = found;
  if (!first) return null;
  const same = found.filter(({ id, isOwn }) => id === first.id && isOwn === first.isOwn);
  const { span, id, isOwn, key } = first;
  const hosts = [...new Set(same.map(({ host }) => host))];
  return { span, id, hosts, isOwn, ...(key !== undefined && { key }) };
}

/** The name of an agent in one file, as one host reads it. */
interface NameIn extends Omit<Named, 'hosts'> {
  readonly host: Host;
  readonly root: string;
  /** Only where the host has an agent of that name it names one. */
  readonly mention?: Pick<Mention, 'isOwnForm'>;
}

function namesIn(view: View): readonly NameIn[] {
  const { names, agents } = view.beside() ?? { names: [], agents: [] };
  const { text } = view.outline;
  return [
    ...[...agentsIn(view), ...agents].flatMap(namesOfAgent),
    ...names.flatMap((one) => {
      const { kind, does, host, root, name: id, key } = one;
      // What is configured here is among the agents.
      const isOwn = does === 'brings' || agents.some((agent) => agent.nameSpan === one.span);
      if (kind !== 'agent' || isOwn) return [];
      const span = lettersAt(text, one);
      const mention = does === 'mentions' ? { mention: one } : {};
      return span
        ? [{ span, id, host, root, isOwn, ...mention, ...(key !== undefined && { key }) }]
        : [];
    }),
  ];
}

function namesOfAgent({ place, id, nameSpan, references, mentions }: KnownAgent): NameIn[] {
  const { host } = place;
  const root = rootOf(place);
  return [
    ...(id !== null && nameSpan ? [{ span: nameSpan, id, host, root, isOwn: true }] : []),
    ...references.flatMap(({ kind, name, span, isPattern }) =>
      kind === 'agent' && !isPattern ? [{ span, id: name, host, root, isOwn: false }] : [],
    ),
    ...mentions.map((mention) => {
      const { name: id, span } = mention;
      return { span, id, host, root, isOwn: false, mention };
    }),
  ];
}

/** A word after `@` names an agent where there is one, and where no file has that name. */
function isMeant(
  { called, hasFile }: Pick<Neighbours, 'called' | 'hasFile'>,
  { host, id, root, mention }: Pick<NameIn, 'host' | 'id' | 'root' | 'mention'>,
): boolean {
  if (called(host, id).length === 0) return false;
  return mention?.isOwnForm === true || !hasFile?.(root === '' ? id : `${root}/${id}`);
}

/** How often a file names an agent so that its host acts on it. */
export const namesOf = (view: View, hosts: readonly Host[], id: string): number =>
  namesIn(view).filter(
    (one) =>
      hosts.includes(one.host) &&
      one.id === id &&
      !one.isOwn &&
      (!one.mention || one.mention.isOwnForm === true),
  ).length;

/** Where the agent, the skill or the server is that is named at an offset. */
export function definition(view: View, offset: number, index: WorkspaceIndex): readonly Target[] {
  const named = namedAt(view, offset);
  if (named) {
    const isLed = isShownByEditor(view, named, 'leads');
    return isLed ? [] : once(named.hosts.flatMap((host) => bearers(index, host, named.id)));
  }
  return once(
    usesAt(view, offset).flatMap(({ host, reference: { kind, name } }) =>
      broughtAs(index, host, kind, name),
    ),
  );
}

/** The editor itself goes from this name to the agent, or explains it. */
export function isShownByEditor(
  { builtin: { namesAgents }, neighbours }: View,
  { key, id, hosts }: Named,
  what: 'leads' | 'explains',
): boolean {
  if (!namesAgents || key === undefined || !namesAgents[what].includes(key)) return false;
  const isOfEditor = ({ host }: Place): boolean => host.id === namesAgents.host;
  return hosts
    .flatMap((host) => neighbours.called(host, id))
    .some(({ place, leads, path }) =>
      // Of an agent that it reads as a guest it is not asked what it makes of it.
      isOfEditor(place) ? leads : placesOf(path).some(isOfEditor),
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
  const spans = namesIn(view).flatMap((one) =>
    one.id === named.id && (!one.mention || isMeant(view.neighbours, one)) ? [one.span] : [],
  );
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
  ...index.mentioning(host, id).flatMap(({ path, place, mentions: all }) =>
    all
      .filter((mention) => mention.name === id)
      .filter((mention) => isMeant(index, { host, id, root: rootOf(place), mention }))
      .map(({ span }) => ({ path, span })),
  ),
  // Settings that deny it, a command that runs in it, a prompt that mentions it: where its letters are written plainly.
  ...(['names', 'denies', 'mentions'] as const).flatMap((does) =>
    index
      .beside(host, 'agent', does, id)
      .filter(({ span }) => span.end - span.start === id.length)
      .filter((one) => does !== 'mentions' || isMeantIn(index, host, one))
      .map(({ path, span }) => ({ path, span })),
  ),
];

const isMeantIn = (index: WorkspaceIndex, host: Host, one: KnownName): boolean =>
  isMeant(index, { host, id: one.name, root: one.root, mention: one });

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
