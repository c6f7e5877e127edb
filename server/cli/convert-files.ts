// Agents of one host as agents of another, as data: what `dossier convert` prints and writes.
import { outlineOfFile } from '../agent/outline';
import { type ConvertOptions, canConvert, convert as convertAgent } from '../convert/convert';
import { bestSource } from '../convert/source-place';
import { targetPath } from '../convert/target-path';
import type { Host } from '../hosts/model/host';
import { type Place, subjectAt } from '../hosts/model/place';
import { hostToWrite, inGenerations } from '../settings/chosen';
import { linesOf } from '../text/lines';
import type { Configured } from './config';
import type { ConvertedFile } from './convert-report';
import { UsageError, unreadable, type World } from './io';
import { filesOf, placesFor, shortest, type Unread } from './paths';
import { hostsOf } from './programs';

/** What files are converted to, and how. */
export interface Task {
  readonly target: Host;
  /** Undefined: the owner of each file. */
  readonly source: Host | undefined;
  readonly options: ConvertOptions;
  readonly config: Configured;
  /** Whether the version of the target is named, which then holds whatever the settings are. */
  readonly isVersionNamed: boolean;
  readonly world: World;
}

interface Source {
  readonly file: string;
  readonly text: string;
  readonly place: Place;
}

/** The conversion of an agent, before it is written. */
export interface Planned extends ConvertedFile {
  readonly place: Place;
}

/**
 * The conversions of the agents at the paths, none of which is written.
 * @param unread called with what cannot be read in folders.
 * @throws UsageError if a named file cannot be read, or if there is no agent.
 */
export const convertFiles = (
  paths: readonly string[],
  task: Task,
  unread: Unread,
): readonly Planned[] => sourcesIn(paths, task, unread).map((source) => planned(source, task));

/** @throws UsageError where it is not one program whose agents can be converted. */
export function oneHost({ catalog }: World, value: unknown, flag: string): Host | undefined {
  const hosts = hostsOf(catalog, value);
  if (!hosts) return undefined;
  const [host, another] = hosts;
  if (!host || another)
    throw new UsageError(`--${flag} accepts one program. Run the command for each program.`);
  if (!host.conversion)
    throw new UsageError(`agents of ${host.name} cannot be converted. Use another program.`);
  return host;
}

/**
 * The agents at the paths. In folders, those that the target owns already are not converted.
 * @param unread called with what cannot be read in folders.
 * @throws UsageError if a named file cannot be read, or if there is no agent.
 */
function sourcesIn(paths: readonly string[], task: Task, unread: Unread): readonly Source[] {
  const { world, config } = task;
  const sources: Source[] = [];
  let wereRead = true;
  const skip: Unread = (file, why) => {
    wereRead = false;
    unread(file, why);
  };
  for (const path of paths) {
    const isFolder = world.isFolder(path);
    for (const { path: file, isAgent } of filesOf([path], false, world, config, skip)) {
      if (!isAgent) continue;
      const text = world.read(file);
      if (typeof text !== 'string') {
        if (!isFolder) throw unreadable(file, text);
        skip(file, text);
        continue;
      }
      const place = sourcePlace(file, text, task, isFolder);
      if (place) sources.push({ file, text, place });
    }
  }
  if (sources.length === 0 && wereRead)
    throw new UsageError(
      `no agents to convert in ${paths.join(', ')}. Run \`dossier list\` to find some.`,
    );
  return sources;
}

/** @throws UsageError for a named file that cannot be converted. */
function sourcePlace(
  file: string,
  text: string,
  { source, target, config, world }: Task,
  isFolder: boolean,
): Place | null {
  const places = source
    ? placesFor(file, text, world, [source])
    : inGenerations(world.catalog, placesFor(file, text, world, null), config.settingsOf(file));
  const ofAgents = places.filter((place) => subjectAt(place) === 'agent');
  if (places.length > 0 && ofAgents.length === 0) {
    if (isFolder) return null;
    throw new UsageError(`${file} is a skill. Only agents can be converted.`);
  }
  const chosen = ofAgents.filter(({ host }) => source === undefined || host === source);
  const own = isFolder
    ? chosen.filter(({ role, isGuess }) => role === 'owner' && !isGuess)
    : chosen;
  const convertible = own.filter(({ host }) => canConvert(host, target));
  const owners = convertible.filter(({ role }) => role === 'owner');
  const place = bestSource(
    outlineOfFile(file, text),
    owners.length > 0 ? owners : convertible.slice(0, 1),
  );
  const isTargets = own.some(({ host }) => host === target);
  // An agent of the target that other hosts read too is only converted on request.
  if (place && !(isTargets && source === undefined)) return place;
  if (isFolder) return null;
  if (isTargets)
    throw new UsageError(
      `${file} is an agent of ${target.name} already. Use --from ID to convert it from another program.`,
    );
  throw new UsageError(
    `no program reads an agent at ${file} that can be converted. Use --from ID, or move it into the folder of a program.`,
  );
}

function planned({ file, text, place }: Source, task: Task): Planned {
  const { isVersionNamed, world } = task;
  const { catalog } = world;
  const outline = outlineOfFile(file, text);
  const settings = task.config.settingsOf(file);
  const options = { ...task.options, models: settings.convertModels };
  const path = targetPath(place, task.target, place.base);
  const target = isVersionNamed
    ? task.target
    : hostToWrite(catalog, task.target, placesFor(path, '', world, null), settings);
  const converted = convertAgent({ catalog, outline, place, target, options });
  const lines = linesOf(text);
  const base = {
    file,
    place,
    converted,
    targetName: catalog.versionedName(target),
    lineOf: (offset: number) => lines.positionAt(offset).line,
    differences: [],
  };
  if (converted.isRefused || converted.text === null) return { ...base, outcome: 'refused' };
  return { ...base, outcome: 'shown' };
}

/** Of agents that would get the same file, none is written. */
export function withoutClashes(
  results: readonly Planned[],
  { world, fail }: { readonly world: World; readonly fail: (message: string) => void },
): readonly Planned[] {
  const files = new Map<string, string[]>();
  for (const { file, converted } of results) {
    if (converted.isRefused) continue;
    const known = files.get(converted.path);
    if (known) known.push(file);
    else files.set(converted.path, [file]);
  }
  for (const [path, [first, ...others]] of files)
    for (const other of others)
      fail(
        `${other} and ${first} would both become ${shortest(path, world)}. Rename one of the agents.`,
      );
  return results.map((result) =>
    !result.converted.isRefused && (files.get(result.converted.path)?.length ?? 0) > 1
      ? { ...result, outcome: 'clash' }
      : result,
  );
}
