// A whole new agent, for an empty file.

import { outlineOf } from '../../agent/outline';
import type { Host } from '../../hosts/model/host';
import { baseName } from '../../hosts/model/located-file';
import { t } from '../../text/l10n';
import { plainSnippet } from '../../text/snippet';
import type { Span } from '../../text/span';
import { isShown, type View } from '../view';
import { type Completion, ranks } from './item';

/** Skeletons for the hosts that read the file; for all hosts where none does. */
export function skeletonItems(view: View, span: Span): Completion[] {
  const here = view.places
    .filter((place) => isShown(place, view.settings))
    .map((place) => place.host);
  const readable = here.filter(({ kinds }) => view.writer.accepts(headOf(kinds.agent.skeleton)));
  const offered: readonly Host[] = here.length > 0 ? readable : view.catalog.mainHosts;
  return offered.map((host) => ({
    label: `--- ${t('{host} agent', { host: host.name })}`,
    kind: 'skeleton',
    detail: t('frontmatter and prompt'),
    documentation: () =>
      `${t('A new agent for {host}.', { host: host.name })}\n\n\`\`\`markdown\n${plainSnippet(host.kinds.agent.skeleton)}\n\`\`\``,
    insert: named(host.kinds.agent.skeleton, view.path),
    isSnippet: true,
    span,
    rank: ranks.likely,
    deprecated: false,
    isUnfinished: true,
  }));
}

/** The lines between the fences. */
function headOf(skeleton: string): string {
  const { text, head } = outlineOf(plainSnippet(skeleton));
  return text.slice(head.start, head.end);
}

/** Typing this word in an empty file offers the skeletons. */
const prefix = 'agent';

/** Skeletons for a file that contains only the beginning of their prefix. */
export function skeletonsForPrefix(view: View, offset: number): Completion[] {
  const { text } = view.outline;
  const word = text.trim();
  if (word === '' || word.length > prefix.length || !prefix.startsWith(word.toLowerCase()))
    return [];
  const start = text.indexOf(word);
  if (offset !== start + word.length) return [];
  return skeletonItems(view, { start, end: offset }).map((item) => ({ ...item, prefix }));
}

/** Puts the file name where the skeleton has a placeholder for the name. */
export function named(skeleton: string, path: string): string {
  const base = baseName(path);
  return base === ''
    ? skeleton
    : skeleton.replace(/\$\{(\d+):name\}/g, (_, stop: string) => `\${${stop}:${escaped(base)}}`);
}

const escaped = (text: string): string => text.replaceAll(/[\\$}]/g, '\\$&');
