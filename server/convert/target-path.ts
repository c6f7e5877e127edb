// Where the converted file belongs in the other host, and what the agent is called there.
import { foldersOf } from '../hosts/model/glob';
import type { Host } from '../hosts/model/host';
import { rootOf } from '../hosts/model/located-file';
import type { Persona } from '../hosts/model/persona';
import type { Place } from '../hosts/model/place';

/** The name of the file, which is the name of the agent in hosts that name agents by their path. */
export function fileNameFor({ location, base }: Place, { id, name }: Persona): string {
  const called = location.id === 'name-field' ? name : location.id === 'path' ? id : base;
  const plain = called
    .trim()
    .replaceAll(/[\s/\\:]+/g, '-')
    .replaceAll(/[<>"|?*\p{Cc}]/gu, '')
    .replace(/^[-.]+/, '');
  return plain === '' ? base : plain;
}

/** The path in the host's folder of the same project, or of the user where the source is an agent of the user. */
export function targetPath(place: Place, target: Host, fileName: string): string {
  const { ownFile, locations } = target;
  const root = rootOf(place);
  const isUsers = place.location.scope === 'user';
  const own = locations.find((one) => one.scope === 'user' && one.role === 'owner');
  const [folder] = isUsers && own ? foldersOf(own.glob) : [];
  const file =
    folder === undefined ? ownFile : `${folder}/${ownFile.slice(ownFile.lastIndexOf('/') + 1)}`;
  const below = file.replace('{name}', () => fileName);
  return root === '' ? below : `${root}/${below}`;
}
