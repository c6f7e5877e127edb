// Links to the files that an agent names and that exist.
import { referencesOf } from '../hosts/judge/references';
import type { Span } from '../text/span';
import type { View } from './view';

export interface Link {
  readonly span: Span;
  readonly path: string;
}

/** @param has whether a file exists. */
export function links(view: View, has: (path: string) => boolean): readonly Link[] {
  const found = new Map<number, Link>();
  for (const verdict of view.shown())
    for (const { kind, name, span } of referencesOf(view.outline, verdict, view.context)) {
      if (kind !== 'file' || found.has(span.start)) continue;
      const path = fileOf(name, verdict.place.path, has);
      if (path !== null) found.set(span.start, { span, path });
    }
  return [...found.values()];
}

/**
 * A path that names a computer, such as `//server/share`: looking it up sends the login of the user to that computer, so a file in a
 * repository must not cause it.
 */
const isNetworkPath = (path: string): boolean => /^[\\/]{2}/.test(path);

/** The target of a link: relative to the folder of the file, else to any folder above. Null where no such file exists. */
export function fileOf(name: string, from: string, has: (path: string) => boolean): string | null {
  const clean = name.replace(/^file:\/\//, '').replace(/[#?].*$/, '');
  if (clean === '' || /^[a-z][a-z0-9+.-]*:/i.test(clean) || isNetworkPath(clean)) return null;
  if (clean.startsWith('/')) return has(clean) ? clean : null;
  const folders = from.split('/').slice(0, -1);
  for (let depth = folders.length; depth > 0; depth--) {
    const path = joined(folders.slice(0, depth), clean);
    if (path !== null && has(path)) return path;
  }
  return null;
}

function joined(folders: readonly string[], name: string): string | null {
  const parts = [...folders];
  for (const part of name.split('/')) {
    if (part === '..') {
      if (parts.length <= 1) return null;
      parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
