// What an agent can be called: what is wrong with a name in a file's name, and whether it is taken.
import type { Host } from '../../hosts/host';
import { shortPath } from '../../hosts/place';
import { placeIn } from '../../hosts/places';
import { isReadBeside } from '../../hosts/same-name';
import type { Neighbours } from '../../rules/neighbours';

/** What no file can be called, on any system; what the host refuses, the host tells. */
export function nameFlaw(name: string): string | undefined {
  if (name.trim() === '') return 'an agent needs a name: it is also the name of its file';
  if (name !== name.trim()) return 'leave out the blanks before and after the name';
  if (/[/\\]/.test(name)) return `"${name}" is a path; a name has no "/" in it`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  if (/[<>:"|?*\u0000-\u001f\u007f]/.test(name))
    return `no file can be called "${name}" on every system: leave out < > : " | ? *`;
  return /^\.|\.$/.test(name) ? 'a name neither begins nor ends with a dot' : undefined;
}

/** Who else is called so where the host reads the new file. Undefined where nobody is. */
export function takenBy(
  host: Host,
  name: string,
  path: string,
  neighbours: Neighbours,
): string | undefined {
  const place = placeIn(host, path);
  const other = neighbours
    .called(host, name)
    .find((one) => !place || isReadBeside(one.place, place));
  if (other)
    return `${host.name} has an agent called "${name}" already: ${shortPath(other.place)}.`;
  const own = host.sameName?.own(name) ?? null;
  if (own === null) return undefined;
  return own === 'stays'
    ? `${host.name} has an agent "${name}" of its own, and keeps to that one.`
    : `${host.name} has an agent "${name}" of its own: this file would change it.`;
}
