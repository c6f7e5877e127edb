// `dossier convert`: agents, skills and commands of one host for another, with the account of what each conversion loses.
import type { Converted, ConvertOptions } from '../convert/convert';
import { copyDifferences } from '../convert/copy-differences';
import { parentOf } from '../hosts/model/glob';
import type { Host } from '../hosts/model/host';
import { isSkillFolder, type Place, subjectAt } from '../hosts/model/place';
import { english } from '../text/translate';
import { configFlags, configUsage, configured } from './config';
import { convertFiles, hostsAs, oneHost, type Planned, withoutClashes } from './convert-files';
import { type ConvertedFile, humanAccount, jsonOf } from './convert-report';
import { exit, type Io, UsageError, type World } from './io';
import { wordOf } from './options';
import { type Options, parse } from './parse';
import { absolute, writableFolder } from './paths';
import { namesVersionOf } from './programs';
import { printable } from './report/cells';

export function convertUsage(): string {
  return `dossier convert PATH... --to ID   convert agents, skills and commands of one program for another

  --to ID              the program to convert to; for skills also several, separated by commas, which get one file in a
                       folder that all of them read, or one each
  --as KIND            what a skill or command becomes: skill or command (default: the same where the program has it)
  --from ID            the program to convert from (default: the one whose folder contains the file)
  --write              write the files to the folders of the program; without it they are only shown
  --overwrite          with --write: replace files that exist
  --check              write nothing; exit 1 where a copy is missing or does something else than its source
  --allow-wider        accept that an agent may do more than before
  --choose PART=VALUE  choose for one part, as listed in the account; can be repeated
${configUsage}
  --format FORMAT      human (default), json

The other files in the folder of a skill are copied with it. What could do more in the other program, or could be called
by the model or by users and could not before, is refused, and nothing is written for it. Lines in JSON are 0-based.
Exit 0: everything is converted. Exit 1: a file was refused, or with --check a copy differs. Exit 2: could not run, or
a file could not be read or written; the others are converted.
`;
}

/** @throws UsageError */
export function convert(argv: readonly string[], world: World, io: Io): number {
  const { paths, values } = parse(argv, {
    to: { type: 'string' },
    as: { type: 'string' },
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
  const targets = hostsAs(world, values['to']);
  if (targets.length === 0)
    throw new UsageError('convert requires --to ID. Add it, such as --to opencode.');
  if (values['write'] === true && values['check'] === true)
    throw new UsageError('--write cannot be combined with --check. Remove one of them.');
  const format = wordOf(values['format'], ['human', 'json'], 'human', 'format');
  const task = {
    targets,
    isVersionNamed: (target: Host) => namesVersionOf(target, values['to']),
    source: oneHost(world, values['from'], 'from'),
    options: optionsOf(values),
    config: configured({ io, values, flags: {} }, world),
    world,
  };
  let failed = false;
  const fail = (message: string): void => {
    failed = true;
    io.err(`dossier: ${printable(message)}\n`);
  };
  const planned = convertFiles(paths, task, (file, { message }) =>
    fail(`${file}: ${english(message)}`),
  );
  const compared =
    values['check'] === true ? planned.map((one) => ({ ...one, ...checked(one, world) })) : planned;
  const results = written(withoutClashes(compared, { world, fail }), { values, world }, fail);
  const isSingle = paths.length === 1 && !world.isFolder(paths[0] ?? '');
  if (format === 'json') io.out(`${jsonOf(results, isSingle)}\n`);
  else for (const result of results) io.out(humanAccount(result, isSingle, io.color));
  if (format === 'human' && !isSingle) io.out(summaryOf(results, targets));
  if (format === 'human' && results.some(({ outcome }) => outcome === 'shown'))
    io.err('dossier: nothing was written. Use --write to write what is shown.\n');
  if (failed) return exit.failed;
  return results.some(({ outcome }) => !isGood(outcome)) ? exit.findings : exit.clean;
}

const isGood = (outcome: ConvertedFile['outcome']): boolean =>
  outcome === 'shown' || outcome === 'written' || outcome === 'same';

function optionsOf(values: Options['values']): ConvertOptions {
  const choices = (Array.isArray(values['choose']) ? values['choose'] : []).map((one) => {
    const [part = '', value = ''] = String(one).split('=');
    if (part === '' || value === '')
      throw new UsageError('--choose requires a part and a value. Write --choose PART=VALUE.');
    return [part, value] as const;
  });
  const subject = values['as'];
  if (subject !== undefined && subject !== 'skill' && subject !== 'command')
    throw new UsageError('--as accepts skill or command.');
  return {
    allowWider: values['allow-wider'] === true,
    choices: Object.fromEntries(choices),
    ...(subject !== undefined && { subject }),
  };
}

interface WriteTask {
  readonly values: Options['values'];
  readonly world: World;
}

/** Writes what can be converted, if that was requested. */
function written(
  results: readonly Planned[],
  task: WriteTask,
  fail: (message: string) => void,
): readonly ConvertedFile[] {
  if (task.values['write'] !== true) return results;
  return results.map((result) =>
    result.outcome === 'shown' ? { ...result, outcome: write(result, task, fail) } : result,
  );
}

function checked(
  { converted, files, place }: Planned,
  world: World,
): Pick<ConvertedFile, 'outcome' | 'differences'> {
  const copy = world.read(converted.path);
  if (typeof copy !== 'string') return { outcome: 'missing', differences: [] };
  const folder = parentOf(converted.path);
  const missing = isFolderCopy(place, converted)
    ? files.filter((file) => !world.has(`${folder}${file}`))
    : [];
  const differences = [
    ...(copy === converted.text ? [] : copyDifferences({ converted, copy }).map(english)),
    ...missing.map((file) => `The copy has no "${file}".`),
  ];
  return { outcome: differences.length === 0 ? 'same' : 'differs', differences };
}

/** Whether a skill becomes a skill, which is a folder. */
const isFolderCopy = (place: Place, { verdict }: Converted): boolean =>
  isSkillFolder(place) && verdict !== null && subjectAt(verdict.place) === 'skill';

function write(
  { file, converted, place }: Planned,
  { values, world }: WriteTask,
  fail: (message: string) => void,
): ConvertedFile['outcome'] {
  const { path, text } = converted;
  const now = world.read(path);
  if (now === text) return 'same';
  const exists = world.has(path);
  if (exists && (values['overwrite'] !== true || absolute(path, world) === absolute(file, world)))
    return 'exists';
  try {
    const within = writableFolder(path, [place], world);
    const [from, to] = [absolute(file, world), path].map((one) => parentOf(one).slice(0, -1));
    // What else is in a folder that exists is not touched.
    if (exists) world.write(path, text ?? '', within);
    else if (isFolderCopy(place, converted) && from !== undefined && to !== undefined)
      world.copyFolder({ from, to, texts: new Map([['SKILL.md', text ?? '']]) }, within);
    else world.create(path, text ?? '', within);
  } catch (error) {
    fail(`cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`);
    return 'failed';
  }
  return 'written';
}

function summaryOf(results: readonly ConvertedFile[], targets: readonly Host[]): string {
  const count = (...outcomes: ConvertedFile['outcome'][]): number =>
    results.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const parts = [
    [count('shown'), 'can be converted'],
    [count('written'), 'written'],
    [count('same'), 'with an equal copy'],
    [count('differs'), 'with a copy that differs'],
    [count('missing'), 'without a copy'],
    [count('exists'), 'not written, because a file exists (see --overwrite)'],
    [count('clash'), 'not written, because another one would become the same file'],
    [count('failed'), 'that could not be written'],
    [count('refused'), 'refused'],
  ].flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`]));
  const names = targets.map(({ name }) => name).join(', ');
  return `${counted(results)} for ${names}: ${parts.join(', ')}.\n`;
}

/** `2 agents, 1 skill`. */
function counted(results: readonly ConvertedFile[]): string {
  const subjects = ['agent', 'skill', 'command'] as const;
  const parts = subjects.flatMap((subject) => {
    const count = results.filter((one) => one.subject === subject).length;
    return count === 0 ? [] : [`${count} ${subject}${count === 1 ? '' : 's'}`];
  });
  return parts.join(', ') || '0 agents';
}
