// Links from the manifest of a plugin to its files, from a marketplace to the manifests of its plugins, and from a plugin that settings
// switch on to its marketplace.
import type { Host } from '../hosts/model/host';
import { pathAround } from '../hosts/model/located-file';
import { documentKindOf, type Place } from '../hosts/model/place';
import type { PluginSwitches } from '../hosts/model/plugin-switches';
import type { Entry } from '../yaml/value';
import type { Link } from './renaming/move-edits';
import type { View } from './view/view';

/** To what exists. @param has whether a file exists */
export function manifestLinks(view: View, has: (path: string) => boolean): readonly Link[] {
  const found = new Map<number, Link>();
  for (const { place, agent } of view.shown()) {
    const kind = documentKindOf(place);
    const fields = agent?.fields ?? view.outline.fields;
    const named =
      kind.subject === 'manifest'
        ? kind.paths(fields)
        : kind.subject === 'settings' && kind.switches
          ? marketplacesOf(kind.switches, fields, place)
          : [];
    for (const { span, path } of named) {
      const file = fileAt(pathAround(place, path), place.host, has);
      if (file !== null && !found.has(span.start)) found.set(span.start, { span, path: file });
    }
  }
  return [...found.values()];
}

/** The file that lists each plugin, at its name. */
const marketplacesOf = (
  { on, marketplaces }: PluginSwitches,
  fields: readonly Entry[],
  place: Place,
): readonly Link[] => {
  const files = new Map(
    marketplaces(fields, place).flatMap(({ content }) =>
      content ? [[content.name, content.file] as const] : [],
    ),
  );
  return on(fields).flatMap(({ entry, marketplace }) => {
    const path = files.get(marketplace ?? '');
    return path === undefined ? [] : [{ span: entry.keySpan, path }];
  });
};

/** What an editor opens for a path: the file, or the manifest or skill of a folder. Null where there is none. */
function fileAt(path: string, { plugins }: Host, has: (path: string) => boolean): string | null {
  if (/\.\w+$/.test(path)) return has(path) ? path : null;
  const manifests = typeof plugins === 'object' ? plugins.manifests : [];
  return [...manifests, 'SKILL.md'].map((file) => `${path}/${file}`).find(has) ?? null;
}
