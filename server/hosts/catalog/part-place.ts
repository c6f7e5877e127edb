// The place of a skill or a command in the plugin around it.
import type { FileText } from '../../text/file-text';
import { memoize } from '../../text/memoize';
import type { Host } from '../model/host';
import type { Location } from '../model/location';
import type { Place } from '../model/place';
import type { PluginFolder, PluginFormat } from '../model/plugin';
import { type ManifestDisk, manifestAround } from './manifest-around';
import { fullNameOf, pathOfCommand } from './part-name';

interface PartDisk extends ManifestDisk {
  readonly read?: (path: string) => FileText;
}

/** The same location as part of a plugin. */
const inPlugin = memoize((location: Location) =>
  memoize((format: PluginFormat): Location => {
    const dialect = location.kind === 'command' ? 'command' : 'skill';
    const own = format.partDialects?.[dialect];
    return {
      ...location,
      scope: 'plugin',
      ...(own !== undefined && { dialect: own }),
      ...(format.partsEvidence && { evidence: format.partsEvidence }),
    };
  }),
);

/**
 * Null for any other file, and where the host reads no manifest above it. A skill at the root of a plugin depends on all its other
 * files, and has no place.
 * @param placeIn the place of a file of a project
 */
export function partPlace(
  host: Host,
  path: string,
  around: PartDisk,
  placeIn: (host: Host, path: string) => Place | null,
): Place | null {
  const format = host.plugins;
  const { has, read } = around;
  if (!format || format === 'unmeasured' || !format.partsEvidence || !has || !read) return null;
  if (!path.endsWith('.md')) return null;
  const root = manifestAround(path, format.manifests, around);
  if (root === null) return null;
  const below = root === '' ? path : path.slice(root.length + 1);
  const textAt = (file: string): string | null => {
    const at = root === '' ? file : `${root}/${file}`;
    const text = has(at) ? read(at) : null;
    return typeof text === 'string' ? text : null;
  };
  const folder: PluginFolder = {
    name: root.slice(root.lastIndexOf('/') + 1),
    paths: [...skillsAbove(below).filter((file) => textAt(file) !== null), below],
    read: (file) => (file === below ? '' : textAt(file)),
  };
  const layout = format.layout(folder);
  const { name, fault, manifest } = layout;
  const isSkill = layout.skills.includes(below) && below !== 'SKILL.md';
  const command = isSkill ? undefined : layout.commands.find(({ file }) => file === below);
  const form = isSkill ? format.skillPlace : command && format.commandPlace;
  if (form === undefined || name === null || fault !== null) return null;
  const own = command ? command.name : (below.split('/').at(-2) ?? '');
  const place = placeIn(host, form.replace('{name}', command ? pathOfCommand(command) : own));
  // Where a command becomes a skill, its fields are those of a command all the same.
  if (!place || (!isSkill && place.location.kind !== 'command')) return null;
  const location = inPlugin(place.location)(format);
  const isForeign = manifest !== null && format.foreignManifests?.includes(manifest) === true;
  const part = { kind: isSkill ? 'skill' : 'command', file: below, own } as const;
  return {
    ...{ host, location, role: isForeign ? 'guest' : 'owner' },
    ...{ path, below: place.below, base: place.base, root },
    named: () => name,
    partName: (id) => fullNameOf(format, layout, part, id),
  };
}

/** The files `SKILL.md` of the folders above: a skill in the folder of another one may be one of its resources. */
const skillsAbove = (below: string): readonly string[] =>
  below
    .split('/')
    .slice(0, -2)
    .map((_, depth, parts) => [...parts.slice(0, depth + 1), 'SKILL.md'].join('/'));
