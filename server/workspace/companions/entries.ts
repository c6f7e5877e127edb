// Agents in configuration files, each with a place of its own: which hosts read them, and as what.

import { configurationRoot, type EntryPath, entriesBelow } from '../../agent/entry-outline';
import { detectedVersion } from '../../hosts/catalog/detect-version';
import { detectedGeneration } from '../../hosts/catalog/generations';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { type PlaceContext, placeInVersion } from '../../hosts/catalog/places';
import { settingsAround } from '../../hosts/catalog/settings-around';
import type { EntrySource } from '../../hosts/model/companion';
import type { Place } from '../../hosts/model/place';
import { verbatim } from '../../text/message';
import type { Span } from '../../text/span';
import { type CompanionPlace, companionsAt, mayBeCompanion } from './files';

/** Whether a configuration file is the host's own, or that of another host. */
export const roleAt = ({ ownFiles }: EntrySource, path: string): Place['role'] =>
  ownFiles && !ownFiles.test(path) ? 'guest' : 'owner';

/** The place of an agent in a configuration file. @param key the key at the top of the file; null where unknown. */
export function entryPlace(
  { path, root, host, file: { glob, scope, evidence, entries } }: CompanionPlace,
  key: string | null,
  name: string,
): Place {
  const judged = key !== null && entries?.keys.includes(key) ? entries : undefined;
  const role = judged ? roleAt(judged, path) : 'owner';
  return {
    host,
    location: {
      ...{ glob, scope, evidence, role },
      id: 'path',
      // Agents can be defined under several keys, each with its own format.
      ...(judged
        ? { kind: judged.kind, dialect: judged.dialect }
        : key !== null && { dialect: key }),
      summary: 'In the configuration file, along with other settings.',
    },
    role,
    path,
    below: root === '' ? path : path.slice(root.length + 1),
    base: path.slice(path.lastIndexOf('/') + 1),
    root,
    ...(key !== null && { entry: { key, name } }),
  };
}

/** A configuration file whose agents are judged, in the version of the host that the project uses. */
export interface EntryHolder {
  readonly companion: CompanionPlace;
  readonly inUse: (place: Place) => Place;
}

/** The hosts that judge the agents in a configuration file; none for any other file. Never throws. */
export function entryHoldersAt(
  catalog: HostCatalog,
  path: string,
  around: PlaceContext,
): readonly EntryHolder[] {
  if (!mayHoldEntries(path) || !mayBeCompanion(catalog, path)) return [];
  return companionsAt(path, catalog.mainHosts, around).flatMap((companion): EntryHolder[] => {
    const [key] = companion.file.entries?.keys ?? [];
    if (key === undefined) return [];
    const { has, read } = around;
    if (!has || !read) return [{ companion, inUse: (place) => place }];
    const sample = entryPlace(companion, key, '');
    const found = detectedGeneration(catalog, sample, { has, read });
    // How another generation reads these agents is not declared.
    if (found && found.host !== sample.host) return [];
    const used = detectedVersion(sample, { has, read });
    // The files are read once for all agents in this one.
    const rules = settingsAround(sample, companion.root, { has, read });
    const inUse = (place: Place): Place => ({
      ...(used ? placeInVersion(place, used.version, verbatim(used.by)) : place),
      ...rules,
    });
    return [{ companion, inUse }];
  });
}

/** Whether a host reads agents in a file next to other settings. The file may be a document besides. */
export const mayDefineAgents = (
  catalog: HostCatalog,
  path: string,
  around: PlaceContext,
): boolean =>
  mayHoldEntries(path) &&
  mayBeCompanion(catalog, path) &&
  companionsAt(path, catalog.mainHosts, around).some(({ file }) => file.entries);

const mayHoldEntries = (path: string): boolean => /\.(?:jsonc?|toml)$/.test(path);

interface FoundEntry {
  readonly entry: EntryPath;
  /** From its name to the end of its fields. */
  readonly span: Span;
  readonly places: readonly Place[];
}

/**
 * The agents in a configuration file in source order, each with its places, owners first. An invalid file has none, unless the text
 * is read as incomplete.
 */
export function entriesIn(
  text: string,
  holders: readonly EntryHolder[],
  { isTyped = false } = {},
): readonly FoundEntry[] {
  const [holder] = holders;
  if (!holder) return [];
  const keys = [...new Set(holders.flatMap(({ companion }) => companion.file.entries?.keys ?? []))];
  const root = configurationRoot(text, holder.companion.path, { isTyped });
  const found = keys.flatMap((key) => entriesBelow(root, key).map((entry) => ({ key, entry })));
  return found
    .sort((a, b) => a.entry.span.start - b.entry.span.start)
    .map(({ key, entry }) => {
      const path = { key, name: entry.key };
      const places = holders.flatMap(({ companion, inUse }) => {
        const { entries } = companion.file;
        const isAgent = entries?.keys.includes(key) && (entries.isAgent?.(entry.value) ?? true);
        return isAgent ? [inUse(entryPlace(companion, key, path.name))] : [];
      });
      return { entry: path, span: entry.span, places: places.sort(ownersFirst) };
    })
    .filter(({ places }) => places.length > 0);
}

const ownersFirst = (a: Place, b: Place): number =>
  Number(a.role === 'guest') - Number(b.role === 'guest');
