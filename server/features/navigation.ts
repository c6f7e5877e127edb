// From a name to the agent with that name, and from an agent to every place that references it.

import { placesOf } from '../hosts/catalog/places';
import type { Mention } from '../hosts/judge/mentions/mentions';
import { exactNameSpan, referencesOf } from '../hosts/judge/mentions/reference-builders';
import type { Reference } from '../hosts/model/companion';
import type { Host } from '../hosts/model/host';
import { rootOf } from '../hosts/model/located-file';
import type { Place } from '../hosts/model/place';
import { definedAs } from '../rules/names/missing-references';
import type { KnownAgent, KnownName, WorkspaceView } from '../rules/workspace-view';
import { type Span, touches } from '../text/span';
import type { WorkspaceIndex } from '../workspace/index';
import { knownAgent } from '../workspace/known-agents';
import { ownSkillNames, skillCallsIn, skillReferences, skillsNamed } from './body/skill-uses';
import type { View } from './view/view';

export interface Target {
  readonly path: string;
  /** Null: the file as a whole. */
  readonly span: Span | null;
}

/** The agent name at an offset: the agent's own name, or a reference to another. */
export interface Named {
  readonly span: Span;
  readonly id: string;
  /** The hosts that read it as this name. */
  readonly hosts: readonly Host[];
  /** The name of an agent that this file defines, where it is written in the file. */
  readonly isOwn: boolean;
  /** In a file that is not an agent: the key whose value it is. */
  readonly key?: string;
}

/** The agents of the file as its hosts see it now. */
export const agentsIn = (view: View): readonly KnownAgent[] =>
  view.shown().map((verdict) => knownAgent(view.outline, verdict, view.context));

/** The agent name at an offset, in an agent's file or in one that names or configures agents. */
export function namedAt(view: View, offset: number): Named | null {
  const found = namesIn(view).filter(
    (one) => touches(one.span, offset) && (!one.mention || isAgentName(view.workspace, one)),
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
  /** Present for a word that is a reference only where the host has an agent with that name. */
  readonly mention?: Pick<Mention, 'isOwnForm'>;
}

function namesIn(view: View): readonly NameIn[] {
  const { names, agents } = view.companionNames() ?? { names: [], agents: [] };
  const { text } = view.outline;
  return [
    ...[...agentsIn(view), ...agents].flatMap(namesOfAgent),
    ...names.flatMap((one) => {
      const { kind, does, host, root, name: id, key } = one;
      // Agents that are configured here are in `agents`.
      const isOwn = does === 'defines' || agents.some((agent) => agent.nameSpan === one.span);
      if (kind !== 'agent' || isOwn || does === 'delegates') return [];
      const span = exactNameSpan(text, one);
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

/** A word after `@` is a reference where an agent has that name and no file does. */
function isAgentName(
  { called, hasFile }: Pick<WorkspaceView, 'called' | 'hasFile'>,
  { host, id, root, mention }: Pick<NameIn, 'host' | 'id' | 'root' | 'mention'>,
): boolean {
  if (called(host, id).length === 0) return false;
  return mention?.isOwnForm === true || !hasFile?.(root === '' ? id : `${root}/${id}`);
}

/** How many references to an agent in this file its host acts on. */
export const namesOf = (view: View, hosts: readonly Host[], id: string): number =>
  namesIn(view).filter(
    (one) =>
      hosts.includes(one.host) &&
      one.id === id &&
      !one.isOwn &&
      (!one.mention || one.mention.isOwnForm === true),
  ).length;

/** The definitions of the agent, skill, MCP server or model that is named at an offset. */
export function definition(view: View, offset: number, index: WorkspaceIndex): readonly Target[] {
  const named = namedAt(view, offset);
  if (named) {
    const isLinked = isShownByEditor(view, named, 'leads');
    return isLinked ? [] : once(named.hosts.flatMap((host) => declarations(index, host, named.id)));
  }
  const found = usesAt(view, offset).map(({ host, reference: { kind, name } }) => ({
    kind,
    names: kind === 'skill' ? skillsNamed(index, host, name) : definedAs(index, host, kind, name),
  }));
  const hasModel = found.some(({ kind, names }) => kind === 'model' && names.length > 0);
  return once(found.flatMap(({ kind, names }) => (hasModel && kind === 'provider' ? [] : names)));
}

/** The editor itself navigates from this name to the agent, or shows a hover for it. */
export function isShownByEditor(
  { catalog, builtin: { namesAgents }, workspace }: View,
  { key, id, hosts }: Named,
  what: 'leads' | 'explains',
): boolean {
  if (!namesAgents || key === undefined || !namesAgents[what].includes(key)) return false;
  const isOfEditor = ({ host }: Place): boolean => host.id === namesAgents.host;
  return hosts
    .flatMap((host) => workspace.called(host, id))
    .some(({ place, leads, path }) =>
      // For an agent that the editor reads only as a guest, the place decides.
      isOfEditor(place) ? leads : placesOf(catalog, path).some(isOfEditor),
    );
}

/** A reference to something that a file next to the agents may define. */
type Use = Pick<Reference, 'kind' | 'name' | 'span'>;

/**
 * The references at an offset to a skill, an MCP server, a model or its provider, one for each host that reads it as such. A model
 * precedes its provider.
 */
export function usesAt(
  view: View,
  offset: number,
): readonly { readonly host: Host; readonly reference: Use }[] {
  const inAgents = agentsIn(view).flatMap(({ place: { host }, references: all }) =>
    all.map((reference) => ({ host, reference })),
  );
  const names = view.companionNames()?.names ?? [];
  const inFile = view
    .configuredHosts()
    .flatMap((host) =>
      names.flatMap((reference) =>
        reference.host === host && reference.kind === 'model' && reference.does === 'names'
          ? [{ host, reference }]
          : [],
      ),
    );
  const inSettings = names.flatMap((reference) =>
    reference.kind === 'skill' && reference.does === 'names'
      ? [{ host: reference.host, reference }]
      : [],
  );
  const entry = view.at(offset);
  const inEntry =
    entry === view
      ? []
      : entry.shown().flatMap((verdict) =>
          referencesOf(entry.outline, verdict, entry.context).map((reference) => ({
            ...{ host: verdict.place.host, reference },
          })),
        );
  return [...inAgents, ...inFile, ...inSettings, ...inEntry, ...skillCallsIn(view)]
    .filter(({ reference: { kind, span } }) => isDefinedApart(kind) && touches(span, offset))
    .sort((a, b) => Number(b.reference.kind === 'model') - Number(a.reference.kind === 'model'));
}

const isDefinedApart = (kind: Reference['kind']): boolean =>
  kind === 'skill' || kind === 'mcp-server' || kind === 'model' || kind === 'provider';

/** Every reference to the agent at an offset; to the file's own agent where the offset is on no name. */
export function references(
  view: View,
  offset: number,
  index: WorkspaceIndex,
  { withDeclaration }: { readonly withDeclaration: boolean },
): readonly Target[] {
  const named = namedAt(view, offset);
  const skills = named ? [] : skillsAt(view, offset);
  if (skills.length > 0)
    return once([
      ...(withDeclaration
        ? skills.flatMap(({ host, name }) => skillsNamed(index, host, name))
        : []),
      ...skillReferences(index, skills),
    ]);
  const asked: readonly (readonly [Host, string])[] = named
    ? named.hosts.map((host) => [host, named.id])
    : agentsIn(view).flatMap(({ place, id }) => (id === null ? [] : [[place.host, id] as const]));
  return once(
    asked.flatMap(([host, id]) => [
      ...(withDeclaration ? declarations(index, host, id) : []),
      ...mentions(index, host, id),
    ]),
  );
}

/** The skill or command that is named at an offset; that of the file where the offset is on no name. */
function skillsAt(view: View, offset: number): ReturnType<typeof ownSkillNames> {
  const used = usesAt(view, offset).flatMap(({ host, reference: { kind, name } }) =>
    kind === 'skill' ? [{ host, name }] : [],
  );
  return used.length > 0 ? used : ownSkillNames(view);
}

/** All places in this file that name the agent at an offset. */
export const highlights = (view: View, offset: number): readonly Span[] => {
  const named = namedAt(view, offset);
  if (!named) return [];
  const spans = namesIn(view).flatMap((one) =>
    one.id === named.id && (!one.mention || isAgentName(view.workspace, one)) ? [one.span] : [],
  );
  return [...new Map(spans.map((span) => [span.start, span])).values()];
};

const declarations = (index: WorkspaceIndex, host: Host, id: string): readonly Target[] =>
  index.called(host, id).map(({ path, nameSpan }) => ({ path, span: nameSpan }));

/** All references of one host to an agent, in any file. */
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
      .filter((mention) => isAgentName(index, { host, id, root: rootOf(place), mention }))
      .map(({ span }) => ({ path, span })),
  ),
  // Settings that deny it, commands that run in it, prompts that mention it: only where the name is written without escapes.
  ...(['names', 'denies', 'mentions'] as const).flatMap((does) =>
    index
      .companions(host, 'agent', does, id)
      .filter(({ span }) => span.end - span.start === id.length)
      .filter((one) => does !== 'mentions' || isAgentNameIn(index, host, one))
      .map(({ path, span }) => ({ path, span })),
  ),
];

const isAgentNameIn = (index: WorkspaceIndex, host: Host, one: KnownName): boolean =>
  isAgentName(index, { host, id: one.name, root: one.root, mention: one });

/** Several hosts may read the same file, so targets are deduplicated. */
const once = (targets: readonly Target[]): readonly Target[] => [
  ...new Map(targets.map((one) => [`${one.path} ${one.span?.start ?? ''}`, one])).values(),
];

/** Agents whose name contains the characters of the query in that order: `revag` finds `review-agent`. */
export const agentsMatching = (query: string, index: WorkspaceIndex): readonly KnownAgent[] =>
  index
    .all()
    .filter(({ id, place }) => id !== null && place.role === 'owner' && matchesQuery(id, query));

function matchesQuery(id: string, query: string): boolean {
  let at = 0;
  const word = id.toLowerCase();
  for (const char of query.toLowerCase()) {
    at = word.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
