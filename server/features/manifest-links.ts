// Links from the manifest of a plugin to its files, and from a marketplace to the manifests of its plugins.
import type { Host } from '../hosts/model/host';
import { pathAround } from '../hosts/model/located-file';
import { documentKindOf } from '../hosts/model/place';
import type { Link } from './renaming/move-edits';
import type { View } from './view/view';

/** To what exists. @param has whether a file exists */
export function manifestLinks(view: View, has: (path: string) => boolean): readonly Link[] {
  const found = new Map<number, Link>();
  for (const { place, agent } of view.shown()) {
    const kind = documentKindOf(place);
    if (kind.subject !== 'manifest') continue;
    for (const { span, path } of kind.paths(agent?.fields ?? view.outline.fields)) {
      const file = fileAt(pathAround(place, path), place.host, has);
      if (file !== null && !found.has(span.start)) found.set(span.start, { span, path: file });
    }
  }
  return [...found.values()];
}

/** What an editor opens for a path: the file, or the manifest or skill of a folder. Null where there is none. */
function fileAt(path: string, { plugins }: Host, has: (path: string) => boolean): string | null {
  if (/\.\w+$/.test(path)) return has(path) ? path : null;
  const manifests = typeof plugins === 'object' ? plugins.manifests : [];
  return [...manifests, 'SKILL.md'].map((file) => `${path}/${file}`).find(has) ?? null;
}
