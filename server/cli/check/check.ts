// `dossier check`: reports findings in files and folders.

import { defaultContext } from '../../hosts/model/context';
import type { Host } from '../../hosts/model/host';
import type { Settings } from '../../settings/settings';
import { configFlags, configUsage, configured } from '../config';
import { exit, type Io, UsageError, type World } from '../io';
import { contextOf, wordOf } from '../options';
import { type Options, parse } from '../parse';
import { hostsOf } from '../programs';
import { type CheckFormat, checkFormats } from '../report/report';
import { reporterOf } from '../report/reporters';
import { baselineFlags, baselineOf, baselineUsage } from './baseline';
import { changedFiles, changedFlags, changedUsage, joinedChanged } from './changed';
import { CheckMemory } from './check-memory';
import { type CheckOptions, CheckRun, type Recheck } from './check-run';
import { cacheFlags, cacheUsage, resultCacheOf } from './result-cache';
import { type ChangeSet, everything, watched, watchFlags, watchUsage } from './watch';

export const checkUsage = `dossier check [PATH...]   check agent files (default: the current folder)
                     If you name a few files, they are also checked against the other agents of their project.

Files
${changedUsage}
  --loose              also check files outside the programs' folders that look like agents
${cacheUsage}
${watchUsage}

Programs
  --program ID,...     check only for these programs, at full severity
  --guests ID,...      also check for these programs where they read the folder of another one
  --context KEY=VALUE  facts about the environment, can be repeated
                       keys: ${Object.keys(defaultContext).join(', ')}

Fixes
  --fix                apply all safe fixes
  --dry-run            with --fix: print a diff without writing files (on stderr for json, sarif and github)

Output
  --format FORMAT      human (default), concise (one line per finding), json, sarif, github
                       json and sarif always include every finding, also those that editors only show as faded code
  --notes              also print notes (information and hints), which are otherwise only counted
  --quiet              print errors only
  --statistics         print only the number of findings of each rule
  --suppressed         with --format sarif: also include suppressed findings (comments, baseline), marked as such
  --max-warnings N     fail if there are more than N warnings

Settings
${configUsage}
${baselineUsage}

Exit codes: 0 no errors, 1 errors found (or too many warnings), 2 could not run.
`;

/**
 * Returns the exit code, or null if the command keeps watching.
 * @throws UsageError
 */
export function check(argv: readonly string[], world: World, io: Io): number | null {
  const asked = parse(joinedChanged(argv, world), flags);
  if (asked.values['help']) {
    io.out(checkUsage);
    return exit.clean;
  }
  const checkOnce = (changes: ChangeSet, recheck?: Recheck): number => {
    const options = optionsFrom(asked, world, io);
    const config = configured(
      { io, values: asked.values, flags: flagSettings(asked, world) },
      world,
    );
    const baseline = baselineOf(asked.values, world);
    const { changed: base } = asked.values;
    const changed = base === undefined ? null : changedFiles(String(base), world, io);
    const { paths } = asked;
    const { values } = asked;
    const cache = resultCacheOf(values, [paths, dependingOn(values)], world, io);
    const reporter = reporterOf(world.catalog, options.format, options.statistics, io);
    const parts = {
      paths,
      options,
      config,
      baseline,
      changed,
      changes,
      cache,
      world,
      io,
      reporter,
    };
    return new CheckRun(parts).run(recheck);
  };
  if (asked.values['watch'] !== true) return checkOnce(everything);
  const {
    format = 'human',
    fix,
    'write-baseline': list,
    cache,
    'cache-location': at,
  } = asked.values;
  if (format !== 'human' || fix === true || list !== undefined)
    throw new UsageError(
      '--watch cannot be combined with --format, --fix or --write-baseline. Remove --watch or the other.',
    );
  if (cache === true || at !== undefined)
    throw new UsageError(
      '--watch checks only what has changed and cannot be combined with --cache. Remove --cache.',
    );
  const { paths } = asked;
  const memory = new CheckMemory();
  const checkAgain = (changes: ChangeSet, saved: ReadonlySet<string> | null): number =>
    checkOnce(changes, { memory, saved });
  return watched(checkAgain, { paths, world, io });
}

/**
 * Formats for people and pull requests show only findings that need an action. Other formats include everything so that
 * their readers can filter.
 */
function printing(
  format: CheckFormat,
  { notes, quiet }: Options['values'],
): CheckOptions['prints'] {
  if (format === 'json' || format === 'sarif') return () => true;
  if (quiet === true) return ({ severity }) => severity === 'error';
  if (notes === true) return ({ onlyFades }) => !onlyFades;
  return ({ severity }) => severity === 'error' || severity === 'warning';
}

const flags = {
  format: { type: 'string' },
  program: { type: 'string' },
  guests: { type: 'string' },
  loose: { type: 'boolean' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'max-warnings': { type: 'string' },
  quiet: { type: 'boolean' },
  notes: { type: 'boolean' },
  statistics: { type: 'boolean' },
  suppressed: { type: 'boolean' },
  context: { type: 'string', multiple: true },
  ...configFlags,
  ...baselineFlags,
  ...changedFlags,
  ...cacheFlags,
  ...watchFlags,
} as const;

/** The flags on which the results of a file depend. Those that become settings do so for each file. */
function dependingOn(values: Options['values']): Options['values'] {
  const {
    changed,
    baseline,
    cache,
    'write-baseline': list,
    'max-warnings': max,
    ...others
  } = values;
  const { 'cache-location': at, config, 'no-config': none, ...left } = others;
  return left;
}

/** Settings from the command line, which apply to all files. */
function flagSettings({ values }: Options, { catalog }: World): Partial<Settings> {
  const { program, guests } = values;
  return {
    ...(program !== undefined && { hosts: ids(hostsOf(catalog, program)) ?? [] }),
    ...(guests !== undefined && {
      guests: guests === 'all' ? 'all' : (ids(hostsOf(catalog, guests)) ?? 'all'),
    }),
  };
}

function optionsFrom({ values }: Options, { catalog }: World, { now }: Io): CheckOptions {
  const chosen = hostsOf(catalog, values['program']);
  const format = wordOf(values['format'], checkFormats, 'human', 'format');
  const suppressed = values['suppressed'] === true;
  if (values['notes'] === true && values['quiet'] === true)
    throw new UsageError('--notes and --quiet cannot be combined. Remove one of them.');
  if (suppressed && format !== 'sarif')
    throw new UsageError('--suppressed requires --format sarif. Add it.');
  const statistics = values['statistics'] === true;
  if (statistics && format !== 'human' && format !== 'concise')
    throw new UsageError('--statistics requires --format human or concise. Use one of them.');
  return {
    format,
    statistics,
    suppressed,
    only: chosen ?? undefined,
    context: contextOf(values['context']),
    loose: values['loose'] === true,
    fix: values['fix'] !== true ? 'no' : values['dry-run'] === true ? 'show' : 'write',
    quiet: values['quiet'] === true,
    prints: printing(format, values),
    limit: limitOf(values['max-warnings']),
    now: now ?? (() => performance.now()),
  };
}

const ids = (hosts: readonly Host[] | null): readonly string[] | null =>
  hosts?.map((host) => host.id) ?? null;

function limitOf(value: unknown): number | null {
  if (value === undefined) return null;
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 0)
    throw new UsageError(`--max-warnings must be a non-negative integer, not "${String(value)}"`);
  return limit;
}
