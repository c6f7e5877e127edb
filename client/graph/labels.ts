// Texts of the graph: labels for screen readers, and the summary.
import type { Graph, GraphAgent } from '../../server/protocol/protocol';
import { plural, t } from '../l10n';
import type { VisibleGraph, VisibleLink, VisibleNode } from './visible-graph';

export const nameOf = (node: VisibleNode): string =>
  node.kind === 'agent'
    ? node.agent.name
    : node.kind === 'folder'
      ? folderName(node.folder)
      : node.name;

/** A longer name is split, so that its end stays visible where its beginning is cut. */
const maxUnsplit = 14;
const maxEnd = 12;

/**
 * The beginning and the end of the name of a box. Only the beginning is cut, with an ellipsis: long names often begin alike. The
 * end starts at a separator if there is one.
 */
export function nameParts(name: string): readonly [string, string] {
  const characters = [...name];
  if (characters.length <= maxUnsplit) return [name, ''];
  const tail = characters.slice(-maxEnd);
  const separator = tail.findIndex((one) => /[\s/:_.-]/.test(one));
  const end = separator === -1 || separator > maxEnd - 4 ? tail : tail.slice(separator);
  return [characters.slice(0, -end.length).join(''), end.join('')];
}

/** The folder may be the root of the project. */
export const folderName = (folder: string): string => (folder === '' ? '.' : folder);

/** With more names than this, the rest is only counted. */
const maxNames = 8;

/**
 * Label of a box for screen readers: first the text that the box shows, by which users of voice control address it, then its
 * programs, its callees and its callers, each with the name before the relation.
 */
export function ariaLabelOf(
  node: VisibleNode,
  links: readonly VisibleLink[],
  nameOfKey: (key: string) => string,
): string {
  const outgoing = links.filter(({ from }) => from === node.key);
  const incoming = links.filter(({ to }) => to === node.key);
  return [
    ...nodeTexts(node),
    ...limited(outgoing.map((link) => `${nameOfKey(link.to)}: ${link.label}`)),
    ...limited(incoming.map((link) => t('{0}: incoming {1}', nameOfKey(link.from), link.label))),
  ].join('; ');
}

function nodeTexts(node: VisibleNode): readonly string[] {
  if (node.kind === 'folder')
    return [
      folderName(node.folder),
      plural(node.count, '{0} agent', '{0} agents'),
      ...hiddenLinkTexts(node),
    ];
  if (node.kind === 'other')
    return [
      node.name,
      ...(node.path === null ? [] : [node.path]),
      ...(node.isMissing ? [t('not found in this workspace')] : []),
    ];
  const { name, ids, path, hosts, capabilities } = node.agent;
  const tools = privilegedFirst(capabilities).map(({ label }) => label);
  return [
    name,
    tools.length > 0 ? tools.join(', ') : t('no tools'),
    ...(ids.length > 0 ? [t('also called {0}', ids.join(', '))] : []),
    `${hosts.join(', ')}, ${path}`,
  ];
}

/** Privileged tools come first, so that they are not truncated. */
export const privilegedFirst = (
  capabilities: GraphAgent['capabilities'],
): GraphAgent['capabilities'] =>
  [...capabilities].sort((a, b) => Number(b.isPrivilege) - Number(a.isPrivilege));

/** Texts about the links that a collapsed folder hides. */
export const hiddenLinkTexts = ({
  escalations,
  cycleLinks,
}: Extract<VisibleNode, { kind: 'folder' }>): readonly string[] => [
  ...(escalations > 0
    ? [plural(escalations, '{0} escalation inside', '{0} escalations inside')]
    : []),
  ...(cycleLinks > 0
    ? [plural(cycleLinks, '{0} link in a cycle inside', '{0} links in cycles inside')]
    : []),
];

const limited = (parts: readonly string[]): readonly string[] =>
  parts.length > maxNames
    ? [...parts.slice(0, maxNames), t('{0} more', parts.length - maxNames)]
    : parts;

/** The summary above the graph. Screen readers announce it when it changes. */
export function summaryOf(graph: Graph, { found }: VisibleGraph): string {
  if (found === null) return countsOf(graph);
  return found === 0 ? t('No agent found') : plural(found, '{0} agent found', '{0} agents found');
}

function countsOf({ count, links, isTruncated: isCut }: Graph): string {
  const handoffs = links.filter(({ isHandoff }) => isHandoff).length;
  const mentions = links.filter(({ isMention }) => isMention).length;
  const skills = links.filter(({ isLoad }) => isLoad).length;
  const calls = links.length - handoffs - mentions - skills;
  const escalating = links.filter(({ isEscalation }) => isEscalation).length;
  const cyclic = links.filter(({ isCycle }) => isCycle).length;
  return [
    plural(count, '{0} agent', '{0} agents'),
    ...(links.length === 0 ? [t('no references between agents')] : []),
    ...(calls > 0 ? [plural(calls, '{0} call', '{0} calls')] : []),
    ...(handoffs > 0 ? [plural(handoffs, '{0} handoff', '{0} handoffs')] : []),
    ...(mentions > 0 ? [plural(mentions, '{0} mention', '{0} mentions')] : []),
    ...(skills > 0 ? [plural(skills, '{0} loaded skill', '{0} loaded skills')] : []),
    ...(escalating > 0 ? [plural(escalating, '{0} escalation', '{0} escalations')] : []),
    ...(cyclic > 0 ? [plural(cyclic, '{0} link in a cycle', '{0} links in cycles')] : []),
    ...(isCut ? [t('some links are not shown')] : []),
  ].join(' · ');
}

/** The graph as text for the clipboard: each agent below its folder, and below it what it refers to. */
export function graphTextOf(graph: Graph): string {
  const nameOfKey = new Map([
    ...graph.folders.flatMap(({ agents }) => agents.map(({ key, name }) => [key, name] as const)),
    ...graph.others.map(({ key, name, isMissing }) => {
      const label = isMissing ? `${name} (${t('not found in this workspace')})` : name;
      return [key, label] as const;
    }),
  ]);
  const linksOf = (key: string): readonly string[] =>
    graph.links
      .filter(({ from }) => from === key)
      .map(({ to, label }) => `  - ${nameOfKey.get(to) ?? to}: ${label}`);
  const blocks = [
    ...graph.folders.map(({ name, agents }) => [
      folderName(name),
      ...agents.flatMap((agent) => [`- ${agent.name}`, ...linksOf(agent.key)]),
    ]),
    ...graph.others.flatMap(({ key, name, path }) => {
      const links = linksOf(key);
      return links.length === 0 ? [] : [[path ?? name, ...links]];
    }),
  ];
  return `${[[countsOf(graph)], ...blocks].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

// The style of each line, and the entries of the legend: only for what the graph shows.

export interface LegendEntry {
  /** The class of the symbol. */
  readonly kind: string;
  readonly symbol: string;
  readonly label: string;
}

/** The class of a line. */
export function lineStyleOf(link: VisibleLink) {
  const { isHandoff, isMention, isStart, isLoad, isApprovalRequired } = link;
  if (isLoad) return 'load';
  if (isHandoff) return 'handoff';
  if (isMention) return 'mention';
  if (isStart) return 'start';
  return isApprovalRequired ? 'asks' : 'calls';
}

/** In a fixed order; empty for a graph without links. */
export function legendOf(links: readonly VisibleLink[]): readonly LegendEntry[] {
  const styles = new Set(links.map(lineStyleOf));
  const has = (kind: 'isEscalation' | 'isCycle'): boolean => links.some((link) => link[kind]);
  return [
    { kind: 'calls', symbol: '', label: t('call'), isShown: styles.has('calls') },
    { kind: 'asks', symbol: '', label: t('call after approval'), isShown: styles.has('asks') },
    { kind: 'handoff', symbol: '', label: t('handoff'), isShown: styles.has('handoff') },
    {
      ...{ kind: 'mention', symbol: '', isShown: styles.has('mention') },
      label: t('mention in the prompt'),
    },
    {
      ...{ kind: 'start', symbol: '', isShown: styles.has('start') },
      label: t('start by a prompt file or command'),
    },
    { kind: 'load', symbol: '', label: t('loaded skill'), isShown: styles.has('load') },
    {
      ...{ kind: 'escalation', symbol: '!', isShown: has('isEscalation') },
      label: t('escalation: callee has more permissions'),
    },
    { kind: 'cycle', symbol: '↻', label: t('in a cycle'), isShown: has('isCycle') },
  ].flatMap(({ isShown, ...entry }) => (isShown ? [entry] : []));
}
