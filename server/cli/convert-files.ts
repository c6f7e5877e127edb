// Agents, skills and commands of one host for another, as data: what `dossier convert` prints and writes.
import { outlineOfFile } from '../agent/outline';
import { type Converted, type ConvertOptions, canConvertAt, convert } from '../convert/convert';
import { sharedSkill } from '../convert/skills/shared-skill';
import { hasSkills } from '../convert/skills/skill-target';
import { bestSource } from '../convert/source-place';
import { targetPath } from '../convert/target-path';
import { parentOf } from '../hosts/model/glob';
import type { Host } from '../hosts/model/host';
import { isSkillFolder, namedSubjectAt, type Place, subjectAt } from '../hosts/model/place';
import { hostToWrite, inGenerations } from '../settings/chosen';
import { linesOf } from '../text/lines';
import type { Configured } from './config';
import type { ConvertedFile } from './convert-report';
import { UsageError, unreadable, type World } from './io';
import { absolute, filesOf, placesFor, shortest, type Unread } from './paths';
import { hostsOf } from './programs';

/** What files are converted to, and how. */
export interface Task {
  /** At least one; several for skills and commands only. */
  readonly targets: readonly Host[];
  /** Undefined: the owner of each file. */
  readonly source: Host | undefined;
  readonly options: ConvertOptions;
  readonly config: Configured;
  /** Whether the version of a target is named, which then holds whatever the settings are. */
  readonly isVersionNamed: (target: Host) => boolean;
  readonly world: World;
}

export interface Source {
  readonly file: string;
  readonly text: string;
  readonly place: Place;
}

/** The conversion of a file, before it is written. */
export interface Planned extends ConvertedFile {
  readonly place: Place;
  /** The other files in the folder of a skill, relative to it. */
  readonly files: readonly string[];
}

/**
 * The conversions of what is at the paths, none of which is written.
 * @param unread called with what cannot be read in folders.
 * @throws UsageError if a named file cannot be read, or if there is no agent.
 */
export const convertFiles = (
  paths: readonly string[],
  task: Task,
  unread: Unread,
): readonly Planned[] => sourcesIn(paths, task, unread).flatMap((source) => planned(source, task));

/** @throws UsageError where one of them cannot be converted. */
export function hostsAs({ catalog }: World, value: unknown): readonly Host[] {
  const hosts = hostsOf(catalog, value) ?? [];
  for (const host of hosts)
    if (!host.conversion && !hasSkills(host))
      throw new UsageError(`agents of ${host.name} cannot be converted. Use another program.`);
  return hosts;
}

/** @throws UsageError where it is not one program that can be converted. */
export function oneHost(world: World, value: unknown, flag: string): Host | undefined {
  const [host, another] = hostsAs(world, value);
  if (another)
    throw new UsageError(`--${flag} accepts one program. Run the command for each program.`);
  return host;
}

/**
 * What is at the paths. In folders, those that the target owns already are not converted.
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
      `nothing to convert in ${paths.join(', ')}. Run \`dossier list\` to find something.`,
    );
  return sources;
}

/** @throws UsageError for a named file that cannot be converted. */
function sourcePlace(
  file: string,
  text: string,
  { source, targets, options: { subject }, config, world }: Task,
  isFolder: boolean,
): Place | null {
  const places = source
    ? placesFor(file, text, world, [source])
    : inGenerations(world.catalog, placesFor(file, text, world, null), config.settingsOf(file));
  const chosen = places.filter(({ host }) => source === undefined || host === source);
  const own = isFolder
    ? chosen.filter(({ role, isGuess }) => role === 'owner' && !isGuess)
    : chosen;
  const convertible = own.filter((one) =>
    targets.some((target) => canConvertAt(one, target, subject)),
  );
  const owners = convertible.filter(({ role }) => role === 'owner');
  const place = bestSource(
    outlineOfFile(file, text),
    owners.length > 0 ? owners : convertible.slice(0, 1),
  );
  const [target, another] = targets;
  // A guest reads a skill in the folder of another program with that program's fields. A command can become a skill of its program.
  const isTargets = own.some(
    (one) =>
      another === undefined &&
      one.host === target &&
      (one.role === 'owner' || subjectAt(one) === 'agent') &&
      !canConvertAt(one, target, subject),
  );
  // An agent of the target that other hosts read too is only converted on request.
  if (place && !(isTargets && source === undefined)) return place;
  if (isFolder) return null;
  if (isTargets && target)
    throw new UsageError(
      `${file} is ${wordFor(own)} of ${target.name} already. Use --from ID to convert it from another program.`,
    );
  throw new UsageError(
    `no program reads a file at ${file} that can be converted. Use --from ID, or move it into the folder of a program.`,
  );
}

const wordFor = ([place]: readonly Place[]): string => {
  const subject = place ? subjectAt(place) : 'agent';
  return subject === 'agent' ? 'an agent' : `a ${subject}`;
};

/** One conversion for each target, or one for all of them. */
function planned(source: Source, task: Task): readonly Planned[] {
  const { file, text, place } = source;
  const { targets, options, world } = task;
  const able = targets.filter((target) => canConvertAt(place, target, options.subject));
  if (able.length < 2) return able.map((target) => plannedFor(source, task, target));
  if (subjectAt(place) === 'agent')
    throw new UsageError(
      `--to accepts one program for agents, such as ${file}. Run the command for each program.`,
    );
  const { catalog } = world;
  const outline = outlineOfFile(file, text);
  const files = filesNextTo(source, world);
  const shared =
    options.subject === 'command'
      ? null
      : sharedSkill({ catalog, outline, place, options, files }, able);
  return shared
    ? [finished(source, task, shared.converted, [shared.converted.target, ...shared.others])]
    : able.map((target) => plannedFor(source, task, target));
}

function plannedFor(source: Source, task: Task, wanted: Host): Planned {
  const { file, text, place } = source;
  const { isVersionNamed, world } = task;
  const { catalog } = world;
  const outline = outlineOfFile(file, text);
  const settings = task.config.settingsOf(file);
  const options = { ...task.options, models: settings.convertModels };
  const path = targetPath(place, wanted, place.base);
  const target =
    subjectAt(place) !== 'agent' || isVersionNamed(wanted)
      ? wanted
      : hostToWrite(catalog, wanted, placesFor(path, '', world, null), settings);
  const files = filesNextTo(source, world);
  return finished(source, task, convert({ catalog, outline, place, target, options, files }), [
    target,
  ]);
}

function filesNextTo({ file, place }: Source, world: World): readonly string[] {
  if (!isSkillFolder(place)) return [];
  const folder = parentOf(absolute(file, world));
  return [...world.walk(folder.slice(0, -1), (path) => path !== `${folder}SKILL.md`)].map((path) =>
    path.slice(folder.length),
  );
}

/** @param targets the hosts that read the result. */
function finished(
  source: Source,
  { world }: Task,
  converted: Converted,
  targets: readonly Host[],
): Planned {
  const { file, text, place } = source;
  const { catalog } = world;
  const lines = linesOf(text);
  const base = {
    ...{ file, place, converted },
    files: filesNextTo(source, world),
    subject: namedSubjectAt(place) ?? 'agent',
    targets: targets.map(({ id }) => id),
    targetName: targets.map((target) => catalog.versionedName(target)).join(', '),
    lineOf: (offset: number) => lines.positionAt(offset).line,
    differences: [],
  };
  if (converted.isRefused || converted.text === null) return { ...base, outcome: 'refused' };
  return { ...base, outcome: 'shown' };
}

/** Of files that would become the same one, none is written. */
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
      fail(`${other} and ${first} would both become ${shortest(path, world)}. Rename one of them.`);
  return results.map((result) =>
    !result.converted.isRefused && (files.get(result.converted.path)?.length ?? 0) > 1
      ? { ...result, outcome: 'clash' }
      : result,
  );
}
