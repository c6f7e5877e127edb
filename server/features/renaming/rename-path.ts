// The new path of a file whose agent is named after its path.
import type { KnownAgent } from '../../rules/workspace-view';
import type { View } from '../view/view';

/**
 * The path in the same folder where that folder is part of both names, else where the new name leads. Null where the host reads
 * no path as this name.
 */
export function pathForName(
  { path, place, id }: KnownAgent,
  name: string,
  viewAt: (path: string, text?: string) => View | null,
): string | null {
  const text = viewAt(path)?.outline.text;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const extension = file.slice(place.base.length);
  const folder = id?.endsWith(place.base) ? id.slice(0, id.length - place.base.length) : '';
  const parent = path.slice(0, path.length - file.length);
  const candidates = [
    ...(name.startsWith(folder) ? [{ below: parent, rest: name.slice(folder.length) }] : []),
    { below: path.slice(0, path.length - place.below.length), rest: name },
  ];
  const hasName = (to: string): boolean =>
    viewAt(to, text)
      ?.shown()
      .some((verdict) => verdict.place.host === place.host && verdict.persona?.id === name) ??
    false;
  return (
    candidates
      .filter(({ rest }) => !impossible.test(rest))
      .map(({ below, rest }) => `${below}${rest}${extension}`)
      .find(hasName) ?? null
  );
}

/** Not a path on every system, or one that leads elsewhere. */
const impossible = /^$|[\\:*?"<>|]|^\.|\/\.|\/\/|^\/|\/$/;
