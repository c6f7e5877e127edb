// `dossier check`: reports findings in files and folders.

import type { Host } from '../hosts/model/host';
import { runWorkspaceRules } from '../rules/run-workspace-rules';
import type { Settings } from '../settings/settings';
import type { UnreadFile } from '../text/file-text';
import { memoize } from '../text/memoize';
import { companionNamesAt } from '../workspace/companions/look';
import { WorkspaceIndex } from '../workspace/index';
import { knownAgent } from '../workspace/known-agents';
import { survey } from '../workspace/survey';
import { around } from './around';
import { baselineFlags, baselineOf, baselineUsage } from './baseline';
import { printable } from './cells';
import { changedFiles, changedFlags, changedUsage, joinedChanged } from './changed';
import { type CheckedFile, checkFile, checkWorkspace, type FileOptions } from './check-file';
import { CheckMemory, type KnownFile } from './check-memory';
import { configFlags, configUsage, configured } from './config';
import { exit, type Io, UsageError, type World } from './io';
import { lookAlikes } from './look-alikes';
import { contextOf, hostsOf, type Options, parse, wordOf } from './options';
import { absolute, filesOf, placeContext, shortest } from './paths';
import { type CheckFormat, checkFormats, type Located, type Totals, type Trouble } from './report';
import { reporterOf } from './reporters';
import { verdictsIn } from './verdicts-in';
import { type ChangeSet, everything, watched, watchFlags, watchUsage } from './watch';

export const checkUsage = `dossier check [PATH...]   check agent files (default: the current folder)
                     a few named files are also checked against the other agents in their project

  --format FORMAT      human (default), json, sarif, github
  --host ID,...        check only for these hosts, at full severity
  --guests ID,...      also check for guests: other hosts that read the same files
  --loose              also check files outside the hosts' folders that look like agents
  --fix                apply all safe fixes
  --dry-run            with --fix: print a diff without writing files (on stderr for json, sarif and github)
  --max-warnings N     fail if there are more than N warnings
  --notes              also print information and hints, which are otherwise only counted
  --quiet              print errors only
                       (json and sarif always include every finding, also those
                       by which an editor only fades code)
  --suppressed         with --format sarif: also include suppressed findings (comments, baseline), marked as such
  --context KEY=VALUE  facts about the environment: platform, mcp, ...
${configUsage}
${baselineUsage}
${changedUsage}
${watchUsage}

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
  if (asked.values['watch'] !== true) return checkOnce(asked, everything, world, io);
  const { format = 'human', fix, 'write-baseline': list } = asked.values;
  if (format !== 'human' || fix === true || list !== undefined)
    throw new UsageError('--watch cannot be combined with --format, --fix or --write-baseline');
  const { paths } = asked;
  const memory = new CheckMemory();
  const checkAgain = (changes: ChangeSet, saved: ReadonlySet<string> | null): number =>
    checkOnce(asked, changes, world, io, { memory, saved });
  return watched(checkAgain, { paths, world, io });
}

interface Recheck {
  readonly memory: CheckMemory;
  /** The absolute paths of the files that were saved since the last run; null if anything may have changed. */
  readonly saved: ReadonlySet<string> | null;
}

function checkOnce(
  asked: Options,
  changes: ChangeSet,
  world: World,
  io: Io,
  { memory, saved }: Recheck = { memory: new CheckMemory(), saved: null },
): number {
  const options = optionsFrom(asked, world);
  const config = configured({ values: asked.values, flags: flagSettings(asked, world) }, world);
  const baseline = baselineOf(asked.values, world);
  const { changed: base } = asked.values;
  const changed = base === undefined ? null : changedFiles(String(base), world, io);
  const reporter = reporterOf(world.catalog, options.format, io);
  const troubles: Trouble[] = [];
  const seen = {
    files: 0,
    errors: 0,
    warnings: 0,
    notes: 0,
    hidden: 0,
    fixable: 0,
    hasFixableHidden: false,
    failed: 0,
    fixed: 0,
    unfixed: 0,
    troubles,
  };
  const named = new Set(asked.paths.map((path) => absolute(path, world)));
  const last = memory.lastBefore(saved, world);
  const index = last?.index ?? new WorkspaceIndex(world.catalog, world.has);
  /** The checked files, without duplicates. */
  const looked: KnownFile[] = [];
  // The summary offers `--fix`. A finding that is not printed matters to it only until one that can be fixed is known.
  const fixOf: FileOptions['fixOf'] = (finding) =>
    options.format === 'human' && !options.prints(finding) && isAnyFixable(seen)
      ? 'nothing'
      : shownFix[options.format];
  const optionsWith = memoize(
    (settings: Settings): FileOptions => ({ ...options, fixOf, settings }),
  );
  const report = (checked: CheckedFile, isAround: boolean): void => {
    for (const { severity, fix, onlyFades } of checked.findings) {
      if (onlyFades) continue;
      if (severity === 'error') seen.errors++;
      else if (severity === 'warning') seen.warnings++;
      else seen.notes++;
      const isPrinted = options.prints({ severity });
      if (fix === 'safe' && isPrinted) seen.fixable++;
      if (fix === 'safe' && !isPrinted) seen.hasFixableHidden = true;
      if (!options.quiet && !isPrinted) seen.hidden++;
    }
    const shown = printedOf(checked, options.prints);
    if (changes.isNew(shown, isAround) && !(isAround && shown.findings.length === 0))
      reporter.file(shown);
  };
  const isChanged = (file: string): boolean => !changed || changed.has(absolute(file, world));
  const reportUnread = (file: string, { message }: UnreadFile): void => {
    seen.failed++;
    io.err(`dossier: ${printable(file)}: ${message}\n`);
    troubles.push({ file, message });
  };
  const companionAt = (path: string) =>
    companionNamesAt(
      world.catalog,
      path,
      {
        has: world.has,
        read: (file) => {
          const text = world.read(file);
          // The names in it are unknown, but the agents can be checked.
          if (typeof text !== 'string' && text.problem !== 'absent')
            io.err(`dossier: warning: ${printable(shortest(file, world))}: ${text.message}\n`);
          return text;
        },
      },
      placeContext(world),
    );
  const reportFile = (known: KnownFile): void => {
    const { path, file, checked: whole } = known;
    seen.files++;
    looked.push(known);
    const checked = passedOver(whole, baseline.left(whole));
    seen.fixed += checked.fixed;
    if (checked.unfixed !== undefined) {
      seen.unfixed++;
      troubles.push({ file, message: `not fixed: ${checked.unfixed}` });
    }
    printSummary(checked, options.format, io);
    // A folder may contain files of other hosts, so this message is printed only for files named on the command line.
    if (checked.notJudged !== undefined && named.has(path))
      io.err(`dossier: ${printable(file)}: ${checked.notJudged}\n`);
    report(checked, false);
  };
  /** The files in which the workspace rules may find something else than in the last run; null for all files. */
  const affected = last && new Set<string>();
  for (const known of last?.files ?? []) {
    const { path, file, settings } = known;
    if (!saved?.has(path)) {
      reportFile(known);
      continue;
    }
    const text = world.read(file);
    if (typeof text !== 'string') {
      reportUnread(file, text);
      continue;
    }
    const checked = checkFile(file, text, optionsWith(settings), world);
    for (const other of index.put(path, checked.agents)) affected?.add(other);
    reportFile({ ...known, checked });
  }
  const found = last ? [] : filesOf(asked.paths, options.loose, world, config);
  const files = survey(found, {
    read: world.read,
    isReadAhead: isChanged,
    index,
    wholePath: (file) => absolute(file, world),
    companionAt,
  });
  for (const { path: file, text: read, isAgent } of files) {
    if (!isAgent) continue;
    const path = absolute(file, world);
    const isReported = isChanged(file);
    const settings = config.settingsOf(file);
    if (!isReported) {
      // Unchanged files are not reported, but a changed agent may have the same name as one of theirs.
      index.learn(path, agentsAt(file, options, world));
      continue;
    }
    const text = read();
    if (typeof text !== 'string') {
      reportUnread(file, text);
      continue;
    }
    const checked = checkFile(file, text, optionsWith(settings), world);
    index.learn(path, checked.agents);
    reportFile({ path, file, settings, checked });
  }
  const eachOnce = withoutDuplicates();
  const surroundings = last ? null : around(named, config.excludes, world);
  for (const path of surroundings?.agents ?? []) index.learn(path, agentsAt(path, options, world));
  for (const path of surroundings?.companionFiles ?? [])
    index.putCompanion(path, companionAt(path));
  if (surroundings) index.seeWorkspace();
  for (const { path, file, settings } of looked) {
    if (!affected || affected.has(path)) {
      const again = checkedAround({ path, file, workspace: index }, optionsWith(settings), world);
      if (again) memory.around.set(path, again);
      else memory.around.delete(path);
    }
    const checked = memory.around.get(path);
    if (!checked) continue;
    const whole = eachOnce(path, checked);
    report(passedOver(whole, baseline.left(whole)), true);
  }
  // A file that is named on the command line depends on files that are not checked and therefore not kept.
  const isWhole = seen.failed === 0 && !surroundings && !changed;
  memory.keep(isWhole ? { index, files: looked } : null);
  if (changes.any()) {
    reporter.end(seen);
    baseline.end(io, { wereRead: seen.failed === 0 });
  }
  if (seen.files === 0 && seen.failed === 0 && changes.any())
    io.err(
      changed
        ? `dossier: no agent file has changed since ${changed.since}\n`
        : lookAlikes({
            paths: asked.paths,
            world,
            picked: config,
            optionsOf: (file) => optionsWith(config.settingsOf(file)),
          }),
    );
  if (seen.failed > 0) return exit.failed;
  const tooMany = options.limit !== null && seen.warnings > options.limit;
  if (seen.errors > 0 || tooMany) return exit.findings;
  return seen.unfixed > 0 ? exit.failed : exit.clean;
}

/** The findings of the workspace rules; null if there are none or the file cannot be read. */
function checkedAround(
  { path, file, workspace }: { path: string; file: string; workspace: WorkspaceIndex },
  options: FileOptions,
  world: World,
): CheckedFile | null {
  const { rules, hosts } = options.settings;
  const choice = { chosen: rules, strict: hosts };
  if (runWorkspaceRules(world.catalog, choice, workspace.at(path), workspace).length === 0)
    return null;
  const text = world.read(file);
  return typeof text === 'string'
    ? checkWorkspace(file, text, { ...options, workspace }, world)
    : null;
}

/** Removes findings that were already reported for another file that shares them. */
function withoutDuplicates(): (path: string, checked: CheckedFile) => CheckedFile {
  const reportedIn = new Map<string, string>();
  return (path, checked) => ({
    ...checked,
    findings: checked.findings.filter(({ rule, sharedWith }) => {
      if (!sharedWith) return true;
      const key = JSON.stringify([rule, ...[path, ...sharedWith].sort()]);
      const first = reportedIn.get(key) ?? path;
      reportedIn.set(key, first);
      return first === path;
    }),
  });
}

/** Removes findings that the baseline lists. If suppressed findings are reported, adds them there. */
function passedOver(whole: CheckedFile, findings: readonly Located[]): CheckedFile {
  const { suppressed } = whole;
  if (!suppressed) return findings === whole.findings ? whole : { ...whole, findings };
  const left = new Set(findings);
  const listed = whole.findings
    .filter((finding) => !left.has(finding))
    .map((finding) => ({ ...finding, by: 'list', reason: 'listed in the baseline' }) as const);
  return { ...whole, findings, suppressed: [...suppressed, ...listed] };
}

/** Prints the diff and the reason why a fix failed, which are not findings. */
function printSummary({ file, difference, unfixed }: CheckedFile, format: CheckFormat, io: Io) {
  // Standard output of the machine-readable formats must contain only the report.
  if (difference !== undefined) (format === 'human' ? io.out : io.err)(difference);
  if (unfixed !== undefined)
    io.err(`dossier: ${printable(file)}: not fixed: ${printable(unfixed)}\n`);
}

/** All findings are counted, but only these are printed. */
const printedOf = (checked: CheckedFile, prints: CheckOptions['prints']): CheckedFile =>
  checked.findings.every(prints)
    ? checked
    : { ...checked, findings: checked.findings.filter(prints) };

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
  host: { type: 'string' },
  guests: { type: 'string' },
  loose: { type: 'boolean' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'max-warnings': { type: 'string' },
  quiet: { type: 'boolean' },
  notes: { type: 'boolean' },
  suppressed: { type: 'boolean' },
  context: { type: 'string', multiple: true },
  ...configFlags,
  ...baselineFlags,
  ...changedFlags,
  ...watchFlags,
} as const;

/** What each format shows of a fix. */
const shownFix = { human: 'title', json: 'title', sarif: 'edits', github: 'nothing' } as const;

const isAnyFixable = ({
  fixable,
  hasFixableHidden,
}: Pick<Totals, 'fixable' | 'hasFixableHidden'>): boolean => fixable > 0 || hasFixableHidden;

interface CheckOptions extends Omit<FileOptions, 'settings' | 'fixOf'> {
  readonly format: CheckFormat;
  readonly loose: boolean;
  readonly quiet: boolean;
  /** Whether findings of this severity are printed. Other findings are only counted. */
  readonly prints: (finding: Pick<Located, 'severity' | 'onlyFades'>) => boolean;
  readonly limit: number | null;
}

/** Settings from the command line, which apply to all files. */
function flagSettings({ values }: Options, { catalog }: World): Partial<Settings> {
  const { host, guests } = values;
  return {
    ...(host !== undefined && { hosts: ids(hostsOf(catalog, host)) ?? [] }),
    ...(guests !== undefined && { guests: ids(hostsOf(catalog, guests)) ?? 'all' }),
  };
}

function optionsFrom({ values }: Options, { catalog }: World): CheckOptions {
  const chosen = hostsOf(catalog, values['host']);
  const format = wordOf(values['format'], checkFormats, 'human', 'format');
  const suppressed = values['suppressed'] === true;
  if (values['notes'] === true && values['quiet'] === true)
    throw new UsageError('--notes and --quiet cannot be combined');
  if (suppressed && format !== 'sarif')
    throw new UsageError('--suppressed requires --format sarif');
  return {
    format,
    suppressed,
    only: chosen ?? undefined,
    context: contextOf(values['context']),
    loose: values['loose'] === true,
    fix: values['fix'] !== true ? 'no' : values['dry-run'] === true ? 'show' : 'write',
    quiet: values['quiet'] === true,
    prints: printing(format, values),
    limit: limitOf(values['max-warnings']),
  };
}

const ids = (hosts: readonly Host[] | null): readonly string[] | null =>
  hosts?.map((host) => host.id) ?? null;

/** Returns no agents if the file cannot be read. The error is not reported because this file is not being checked. */
function agentsAt(file: string, { only, context }: CheckOptions, world: World) {
  const found = verdictsIn(file, only ?? null, context, world);
  return 'problem' in found
    ? []
    : found.map(({ outline, verdict }) => knownAgent(outline, verdict, context));
}

function limitOf(value: unknown): number | null {
  if (value === undefined) return null;
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 0)
    throw new UsageError(`--max-warnings must be a non-negative integer, not "${String(value)}"`);
  return limit;
}
