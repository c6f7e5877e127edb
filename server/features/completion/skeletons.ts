// A whole new agent, for a file with nothing in it.
import type { Host } from '../../hosts/host';
import { mainHosts } from '../../hosts/places';
import { plainSnippet } from '../../text/snippet';
import type { Span } from '../../text/span';
import { isShown, type View } from '../view';
import { type Completion, ranks } from './item';

/** For the hosts of the place; for every host where the place is nobody's. */
export function skeletonItems(view: View, span: Span): Completion[] {
  const here = view.places
    .filter((place) => isShown(place, view.settings))
    .map((place) => place.host);
  const offered: readonly Host[] = here.length > 0 ? here : mainHosts;
  return offered.map((host) => ({
    label: `--- ${host.name} agent`,
    kind: 'skeleton',
    detail: 'frontmatter and prompt',
    documentation: () =>
      `A new agent for ${host.name}.\n\n\`\`\`markdown\n${plainSnippet(host.skeleton)}\n\`\`\``,
    insert: named(host.skeleton, view.path),
    isSnippet: true,
    span,
    rank: ranks.likely,
    deprecated: false,
    isUnfinished: true,
  }));
}

/** The word by which a skeleton is found in a file that holds nothing else. */
const prefix = 'agent';

/** The same for a file with nothing but the beginning of their prefix. */
export function skeletonsByPrefix(view: View, offset: number): Completion[] {
  const { text } = view.outline;
  const word = text.trim();
  if (word === '' || word.length > prefix.length || !prefix.startsWith(word.toLowerCase()))
    return [];
  const start = text.indexOf(word);
  if (offset !== start + word.length) return [];
  return skeletonItems(view, { start, end: offset }).map((item) => ({ ...item, prefix }));
}

/** The file's own name stands where a name is asked for. */
export function named(skeleton: string, path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.agent|\.chatmode)?\.md$/, '');
  return base === ''
    ? skeleton
    : skeleton.replace(/\$\{(\d+):name\}/g, (_, stop: string) => `\${${stop}:${escaped(base)}}`);
}

const escaped = (text: string): string => text.replaceAll(/[\\$}]/g, '\\$&');
