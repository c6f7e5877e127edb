// `dossier convert`: agents of one host as agents of another, with the account of what each conversion loses.
import { outlineOfFile } from '../agent/outline';
import {
  type Converted,
  type ConvertOptions,
  canConvert,
  convert as convertAgent,
} from '../convert/convert';
import { copyDifferences } from '../convert/copy-differences';
import { bestSource } from '../convert/source-place';
import { targetPath } from '../convert/target-path';
import type { Host } from '../hosts/model/host';
import { type Place, subjectAt } from '../hosts/model/place';
import { hostToWrite, inGenerations } from '../settings/chosen';
import { linesOf } from '../text/lines';
import { english } from '../text/translate';
import { type Configured, configFlags, configUsage, configured } from './config';
import { type ConvertedFile, humanAccount, jsonOf } from './convert-report';
import { exit, type Io, UsageError, unreadable, type World } from './io';
import { hostsOf, namesVersionOf, type Options, parse, wordOf } from './options';
import { absolute, filesOf, placesFor, shortest, type Unread, writableFolder } from './paths';
import { printable } from './report/cells';

export function convertUsage(): string {
  return `dossier convert PATH... --to ID   convert agents of one program into agents of another

  --to ID              the program to convert to
  --from ID            the program to convert from (default: the one whose folder contains the file)
  --write              write the files to the folders of the program; without it they are only shown
  --overwrite          with --write: replace files that exist
  --check              write nothing; exit 1 where a copy is missing or does something else than its source
  --allow-wider        accept that an agent may do more than before
  --choose PART=VALUE  choose for one part, as listed in the account; can be repeated
${configUsage}
  --format FORMAT      human (default), json

An agent that could do more in the other program is refused, and nothing is written for it. Lines in JSON are 0-based.
Exit 0: all agents are converted. Exit 1: one was refused, or with --check a copy differs. Exit 2: could not run, or
a file could not be read or written; the others are converted.
`;
}

/** @throws UsageError */
export function convert(argv: readonly string[], world: World, io: Io): number {
  const { paths, values } = parse(argv, {
    to: { type: 'string' },
    from: { type: 'string' },
    write: { type: 'boolean' },
    overwrite: { type: 'boolean' },
    check: { type: 'boolean' },
    'allow-wider': { type: 'boolean' },
    choose: { type: 'string', multiple: true },
    format: { type: 'string' },
    ...configFlags,
  });
  if (values['help']) {
    io.out(convertUsage());
    return exit.clean;
  }
  if (paths.length === 0)
    throw new UsageError(
      'convert requires a file or a folder. Run `dossier convert PATH --to ID`.',
    );
  const target = oneHost(world, values['to'], 'to');
  if (!target) throw new UsageError('convert requires --to ID. Add it, such as --to opencode.');
  if (values['write'] === true && values['check'] === true)
    throw new UsageError('--write cannot be combined with --check. Remove one of them.');
  const format = wordOf(values['format'], ['human', 'json'], 'human', 'format');
  const task: Task = {
    target,
    source: oneHost(world, values['from'], 'from'),
    options: optionsOf(values),
    config: configured({ io, values, flags: {} }, world),
    values,
    world,
  };
  let failed = false;
  const fail = (message: string): void => {
    failed = true;
    io.err(`dossier: ${printable(message)}\n`);
  };
  const sources = sourcesIn(paths, task, (file, { message }) => fail(`${file}: ${message}`));
  const results = written(
    withoutClashes(
      sources.map((source) => planned(source, task)),
      { world, fail },
    ),
    task,
    fail,
  );
  const isSingle = paths.length === 1 && !world.isFolder(paths[0] ?? '');
  if (format === 'json') io.out(`${jsonOf(results, isSingle)}\n`);
  else for (const result of results) io.out(humanAccount(result, isSingle, io.color));
  if (format === 'human' && !isSingle) io.out(summaryOf(results, target));
  if (format === 'human' && results.some(({ outcome }) => outcome === 'shown'))
    io.err('dossier: nothing was written. Use --write to write what is shown.\n');
  if (failed) return exit.failed;
  return results.some(({ outcome }) => !isGood(outcome)) ? exit.findings : exit.clean;
}

const isGood = (outcome: ConvertedFile['outcome']): boolean =>
  outcome === 'shown' || outcome === 'written' || outcome === 'same';

interface Task {
  readonly target: Host;
  /** Undefined: the owner of each file. */
  readonly source: Host | undefined;
  readonly options: ConvertOptions;
  readonly config: Configured;
  readonly values: Options['values'];
  readonly world: World;
}

interface Source {
  readonly file: string;
  readonly text: string;
  readonly place: Place;
}

function oneHost({ catalog }: World, value: unknown, flag: string): Host | undefined {
  const hosts = hostsOf(catalog, value);
  if (!hosts) return undefined;
  const [host, another] = hosts;
  if (!host || another)
    throw new UsageError(`--${flag} accepts one program. Run the command for each program.`);
  if (!host.conversion)
    throw new UsageError(`agents of ${host.name} cannot be converted. Use another program.`);
  return host;
}

function optionsOf(values: Options['values']): ConvertOptions {
  const choices = (Array.isArray(values['choose']) ? values['choose'] : []).map((one) => {
    const [part = '', value = ''] = String(one).split('=');
    if (part === '' || value === '')
      throw new UsageError('--choose requires a part and a value. Write --choose PART=VALUE.');
    return [part, value] as const;
  });
  return {
    allowWider: values['allow-wider'] === true,
    choices: Object.fromEntries(choices),
  };
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

interface Planned extends ConvertedFile {
  readonly place: Place;
}

/** The conversion of an agent, before it is written. */
function planned({ file, text, place }: Source, task: Task): Planned {
  const { values, world } = task;
  const { catalog } = world;
  const outline = outlineOfFile(file, text);
  const settings = task.config.settingsOf(file);
  const options = { ...task.options, models: settings.convertModels };
  const path = targetPath(place, task.target, place.base);
  const target = namesVersionOf(task.target, values['to'])
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
  if (values['check'] === true) return { ...base, ...checked(converted, task) };
  if (converted.isRefused || converted.text === null) return { ...base, outcome: 'refused' };
  return { ...base, outcome: 'shown' };
}

/** Writes what can be converted, if that was requested. */
function written(
  results: readonly Planned[],
  task: Task,
  fail: (message: string) => void,
): readonly ConvertedFile[] {
  if (task.values['write'] !== true) return results;
  return results.map((result) =>
    result.outcome === 'shown' ? { ...result, outcome: write(result, task, fail) } : result,
  );
}

function checked(
  converted: Converted,
  { world }: Task,
): Pick<ConvertedFile, 'outcome' | 'differences'> {
  const copy = world.read(converted.path);
  if (typeof copy !== 'string') return { outcome: 'missing', differences: [] };
  if (copy === converted.text) return { outcome: 'same', differences: [] };
  const differences = copyDifferences({ converted, copy }).map(english);
  return { outcome: differences.length === 0 ? 'same' : 'differs', differences };
}

function write(
  { file, converted: { path, text }, place }: Planned,
  { values, world }: Task,
  fail: (message: string) => void,
): ConvertedFile['outcome'] {
  const now = world.read(path);
  if (now === text) return 'same';
  const exists = world.has(path);
  if (exists && (values['overwrite'] !== true || absolute(path, world) === absolute(file, world)))
    return 'exists';
  try {
    const within = writableFolder(path, [place], world);
    if (exists) world.write(path, text ?? '', within);
    else world.create(path, text ?? '', within);
  } catch (error) {
    fail(`cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`);
    return 'failed';
  }
  return 'written';
}

/** Of agents that would get the same file, none is written. */
function withoutClashes(
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

function summaryOf(results: readonly ConvertedFile[], target: Host): string {
  const count = (...outcomes: ConvertedFile['outcome'][]): number =>
    results.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const parts = [
    [count('shown'), 'can be converted'],
    [count('written'), 'written'],
    [count('same'), 'with an equal copy'],
    [count('differs'), 'with a copy that differs'],
    [count('missing'), 'without a copy'],
    [count('exists'), 'not written, because a file exists (see --overwrite)'],
    [count('clash'), 'not written, because another agent would become the same file'],
    [count('failed'), 'that could not be written'],
    [count('refused'), 'refused'],
  ].flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`]));
  return `${results.length} ${results.length === 1 ? 'agent' : 'agents'} for ${target.name}: ${parts.join(', ')}.\n`;
}
