// What the graph says for ears, and above its picture. Pure.
import type { Graph } from '../../server/protocol';
import { plural, t } from '../words';
import type { Shown, ShownLink, ShownNode } from './shown';

export const nameOf = (node: ShownNode): string =>
  node.kind === 'agent'
    ? node.agent.name
    : node.kind === 'folder'
      ? folderName(node.folder)
      : node.name;

/** The folder of a project may be the project itself. */
export const folderName = (folder: string): string => (folder === '' ? '.' : folder);

/** More ends than these are counted. */
const most = 8;

/** Of one box: what it is, what it may do, whom it calls and who calls it. */
export function spokenOf(
  node: ShownNode,
  links: readonly ShownLink[],
  named: (key: string) => string,
): string {
  const out = links.filter(({ from }) => from === node.key);
  const into = links.filter(({ to }) => to === node.key);
  return [
    ...what(node),
    ...list(out.map((link) => `${link.words} ${named(link.to)}`)),
    ...(into.length > 0
      ? [t('referenced by {0}', list(into.map(({ from }) => named(from))).join(', '))]
      : []),
  ].join('; ');
}

function what(node: ShownNode): readonly string[] {
  if (node.kind === 'folder')
    return [
      folderName(node.folder),
      plural(node.count, 'collapsed folder with {0} agent', 'collapsed folder with {0} agents'),
      ...hiddenWords(node),
    ];
  if (node.kind === 'other')
    return [node.name, ...(node.isMissing ? [t('not found in this workspace')] : [])];
  const { name, path, hosts, abilities } = node.agent;
  return [
    name,
    `${hosts.join(', ')}, ${path}`,
    abilities.length > 0
      ? t('tools: {0}', abilities.map(({ label }) => label).join(', '))
      : t('no tools'),
  ];
}

/** What a closed box does not show. */
export const hiddenWords = ({
  escalating,
  circling,
}: Extract<ShownNode, { kind: 'folder' }>): readonly string[] => [
  ...(escalating > 0
    ? [plural(escalating, '{0} escalation inside', '{0} escalations inside')]
    : []),
  ...(circling > 0
    ? [plural(circling, '{0} link in a cycle inside', '{0} links in cycles inside')]
    : []),
];

const list = (parts: readonly string[]): readonly string[] =>
  parts.length > most ? [...parts.slice(0, most), t('{0} more', parts.length - most)] : parts;

/** One line above the picture, told again when it changes. */
export function summaryOf({ count, links, isCut }: Graph, { found }: Shown): string {
  if (found !== null)
    return found === 0 ? t('No agent found') : plural(found, '{0} agent found', '{0} agents found');
  const calls = links.filter(({ isHandoff }) => !isHandoff).length;
  const escalating = links.filter(({ isEscalation }) => isEscalation).length;
  const circling = links.filter(({ isCycle }) => isCycle).length;
  return [
    plural(count, '{0} agent', '{0} agents'),
    ...(links.length === 0 ? [t('no references between agents')] : []),
    ...(calls > 0 ? [plural(calls, '{0} call', '{0} calls')] : []),
    ...(links.length > calls ? [plural(links.length - calls, '{0} handoff', '{0} handoffs')] : []),
    ...(escalating > 0 ? [plural(escalating, '{0} escalation', '{0} escalations')] : []),
    ...(circling > 0 ? [plural(circling, '{0} link in a cycle', '{0} links in cycles')] : []),
    ...(isCut ? [t('some links are not shown')] : []),
  ].join(' · ');
}
