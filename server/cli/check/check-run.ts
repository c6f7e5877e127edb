// One run of `dossier check`: checks each file, then the agents of all files against each other, and reports and counts what it
// finds. A run after a file was saved continues the last one: only that file and those that it affects are checked again.

import { isChecked } from '../../features/view/checked-names';
import { isInFullListing } from '../../rules/limits/project-listings';
import { mayShareName } from '../../rules/names/same-skill';
import { runCompanionRules, runWorkspaceRules } from '../../rules/run-workspace-rules';
import { type Definitions, type KnownName, withNames } from '../../rules/workspace-view';
import type { Settings } from '../../settings/settings';
import type { FileText, UnreadFile } from '../../text/file-text';
import { lazily } from '../../text/lazily';
import { memoize } from '../../text/memoize';
import { english } from '../../text/translate';
import { userFiles } from '../../workspace/companions/files';
import { companionNamesAt } from '../../workspace/companions/look';
import { type CompanionContent, type FileContent, WorkspaceIndex } from '../../workspace/index';
import { survey } from '../../workspace/survey';
import { around } from '../around';
import type { Configured } from '../config';
import { exit, type Io, type World } from '../io';
import { absolute, entryHolders, filesOf, isConfiguration, placeContext, shortest } from '../paths';
import { printable } from '../report/cells';
import { lookAlikes } from '../report/look-alikes';
import type { CheckFormat, Located, Reporter, Totals, Trouble } from '../report/report';
import type { Baseline } from './baseline';
import type { Changed } from './changed';
import { checkFile, checkWorkspace, contentAt, type FileOptions, noContent } from './check-file';
import { CheckMemory, type CompleteRun, type KnownFile } from './check-memory';
import type { CheckedFile } from './checked-file';
import type { ResultCache } from './result-cache';
import type { ChangeSet } from './watch';

export interface CheckOptions extends Omit<FileOptions, 'settings' | 'fixOf'> {
  readonly format: CheckFormat;
  /** Whether only the number of findings of each rule is printed. */
  readonly statistics: boolean;
  readonly loose: boolean;
  readonly quiet: boolean;
  /** Whether findings of this severity are printed. Other findings are only counted. */
  readonly prints: (finding: Pick<Located, 'severity' | 'onlyFades'>) => boolean;
  readonly limit: number | null;
}

export interface Recheck {
  readonly memory: CheckMemory;
  /** The absolute paths of the files that were saved since the last run; null if anything may have changed. */
  readonly saved: ReadonlySet<string> | null;
}

interface Services {
  /** As named on the command line; empty for the current folder. */
  readonly paths: readonly string[];
  readonly options: CheckOptions;
  readonly config: Configured;
  readonly baseline: Baseline;
  /** Null: all files are checked. */
  readonly changed: Changed | null;
  readonly changes: ChangeSet;
  /** Null: no results of earlier runs are used. */
  readonly cache: ResultCache | null;
  readonly world: World;
  readonly io: Pick<Io, 'out' | 'err'>;
  readonly reporter: Reporter;
}

type Counts = { -readonly [key in keyof Totals]: Totals[key] } & {
  readonly troubles: Trouble[];
  /** The number of files whose fixes could not be written. */
  unfixed: number;
  /** The number of files of which was reported why they are not checked. */
  passedOver: number;
};

/** What each format shows of a fix. */
const shownFix = {
  human: 'title',
  concise: 'nothing',
  json: 'title',
  sarif: 'edits',
  github: 'nothing',
} as const;

export class CheckRun {
  readonly #parts: Services;
  readonly #reporter: Reporter;
  readonly #counts: Counts = {
    files: 0,
    errors: 0,
    warnings: 0,
    notes: 0,
    hidden: 0,
    isAllPrinted: true,
    fixable: 0,
    hasFixableHidden: false,
    failed: 0,
    fixed: 0,
    unfixed: 0,
    passedOver: 0,
    troubles: [],
  };
  /** The absolute paths that were named on the command line. */
  readonly #named: ReadonlySet<string>;
  /** The checked files, without duplicates. */
  readonly #checked: KnownFile[] = [];
  /** What is to be entered into the index. */
  readonly #later: (() => void)[] = [];

  constructor(parts: Services) {
    const { paths, cache, reporter } = parts;
    const { world } = cache ?? parts;
    this.#parts = { ...parts, world };
    this.#reporter = reporter;
    this.#named = new Set(paths.map((path) => absolute(path, world)));
  }

  /**
   * Returns the exit code.
   * @param recheck the memory of the runs of `--watch`.
   * @throws UsageError
   */
  run({ memory, saved }: Recheck = { memory: new CheckMemory(), saved: null }): number {
    const { world, changed, cache } = this.#parts;
    const last = memory.lastBefore(saved, world);
    const index = last?.index ?? new WorkspaceIndex(world.catalog, world);
    if (last && saved) this.#checkSaved(last, saved);
    const hasSurroundings = !last && this.#checkAll(index);
    const known = cache?.across(() => this.#namesOfUser()) ?? null;
    this.#checkWorkspaceOf(index, known);
    // A file that is named on the command line depends on files that are not checked and therefore not kept.
    const isWhole = this.#counts.failed === 0 && !hasSurroundings && !changed;
    memory.keep(isWhole ? { index, files: this.#checked } : null);
    this.#finish();
    return this.#exitCode();
  }

  /** Checks every file, and enters its agents into the index. @returns whether files around them were read as well. */
  #checkAll(index: WorkspaceIndex): boolean {
    const { paths, options, config, changed, cache, world } = this.#parts;
    const isChanged = (file: string): boolean => !changed || changed.has(absolute(file, world));
    const files = survey(filesOf(paths, options.loose, world, config, this.#reportUnread), {
      read: world.read,
      isReadAhead: isChanged,
      index,
      wholePath: (file) => absolute(file, world),
      companionAt: (path, text) => this.#companionAt(path, text),
    });
    for (const { path: file, text: read, isAgent, isCompanion } of files) {
      if (!isAgent && !(isCompanion && isConfiguration(file, read, world))) continue;
      // Unchanged files are not reported, but a changed agent may have the same name as one of theirs.
      if (isChanged(file)) {
        this.#checkFile(file, read(), index);
        continue;
      }
      const content = contentAt(file, this.#optionsFor(file), world, cache);
      this.#learn(file, index, () => content);
    }
    const surroundings = around(this.#named, config.excludes, world);
    for (const path of surroundings?.agents ?? [])
      enter(index, path, contentAt(path, this.#optionsFor(path), world, cache));
    for (const path of surroundings?.companionFiles ?? [])
      index.putCompanion(path, this.#companionAt(path));
    if (surroundings) index.seeWorkspace();
    return surroundings !== null;
  }

  #checkFile(file: string, text: string | UnreadFile, index: WorkspaceIndex): void {
    const { config, cache, world } = this.#parts;
    const path = absolute(file, world);
    const settings = config.settingsOf(file);
    if (typeof text !== 'string') {
      this.#reportUnread(file, text);
      return;
    }
    const options = this.#optionsWith(settings);
    const checked = checkFile(file, text, options, world, cache, this.#isEnough);
    this.#learn(file, index, checked.content);
    this.#reportFile({ path, file, settings, checked });
  }

  /** Enters what is in a file into the index. The agents of a configuration file are among the names in it. */
  #learn(file: string, index: WorkspaceIndex, content: CheckedFile['content']): void {
    const { world } = this.#parts;
    const path = absolute(file, world);
    if (entryHolders(file, world).length > 0) index.putCompanion(path, this.#companionAt(path));
    else this.#later.push(() => enter(index, path, content()));
  }

  /** Enters files into the index when they are needed, because those of an earlier run are only read then. */
  #enterAll(): void {
    for (const learn of this.#later.splice(0)) learn();
  }

  /** Checks the saved files, and reports the others as they were. */
  #checkSaved({ index, files }: CompleteRun, saved: ReadonlySet<string>): void {
    const { world } = this.#parts;
    for (const known of files) {
      const { path, file, settings } = known;
      if (!saved.has(path)) {
        this.#reportFile(known);
        continue;
      }
      const text = world.read(file);
      if (typeof text !== 'string') {
        this.#reportUnread(file, text);
        continue;
      }
      const checked = checkFile(file, text, this.#optionsWith(settings), world);
      enter(index, path, checked.content());
      this.#reportFile({ ...known, checked });
    }
  }

  /** Runs the workspace rules, when all agents are known. */
  #checkWorkspaceOf(index: WorkspaceIndex, known: ReturnType<ResultCache['across']>): void {
    const { baseline, cache, changed, world, io } = this.#parts;
    const eachOnce = withoutDuplicates();
    for (const { path, file, settings, checked: own } of this.#checked) {
      const { hasOpen = false } = own;
      const definitions = (): Definitions => {
        const names = this.#namesOfUser();
        cache?.askUserNames(names);
        return withNames(index, names);
      };
      const options = { ...this.#optionsWith(settings), ...(hasOpen && { definitions }) };
      const found = known?.get(path);
      if (known && !found) continue;
      const isKnown = found && this.#isEnough(found);
      if (!isKnown) this.#enterAll();
      const checked = isKnown
        ? { ...found, text: own.text, content: () => noContent }
        : checkedAround({ path, file, workspace: index, hasOpen }, options, world);
      if (!checked) continue;
      cache?.keepAcross(path, checked);
      const whole = eachOnce(path, checked);
      this.#report(passedOver(whole, baseline.left(whole)), true);
    }
    const fault = cache?.end({ isKnown: known !== null, isPart: changed !== null });
    if (fault) io.err(`dossier: warning: the results were not stored: ${printable(fault)}\n`);
  }

  /** Whether the result of an earlier run states of each finding what this one needs. */
  readonly #isEnough = ({ findings }: Pick<CheckedFile, 'findings'>): boolean => {
    const { format } = this.#parts.options;
    const isNeeded = format === 'human' && !this.#isFixOffered();
    return !isNeeded || !findings.some(({ isFixUnknown }) => isFixUnknown);
  };

  #isFixOffered(): boolean {
    const { fixable, hasFixableHidden } = this.#counts;
    return fixable > 0 || hasFixableHidden;
  }

  #optionsFor(file: string): FileOptions {
    return this.#optionsWith(this.#parts.config.settingsOf(file));
  }

  readonly #optionsWith = memoize(
    (settings: Settings): FileOptions => ({
      ...this.#parts.options,
      settings,
      asksForFiles: this.#parts.cache === null,
      fixOf: (finding) => this.#shownFixOf(finding),
    }),
  );

  /** The summary offers `--fix`. A finding that is not printed matters to it only until one that can be fixed is known. */
  #shownFixOf(finding: Pick<Located, 'severity' | 'onlyFades'>): ReturnType<FileOptions['fixOf']> {
    const { format, prints } = this.#parts.options;
    return format === 'human' && this.#isFixOffered() && !prints(finding)
      ? 'nothing'
      : shownFix[format];
  }

  #companionAt(path: string, text?: () => FileText): CompanionContent | null {
    this.#parts.cache?.see(path);
    return this.#readCompanion(path, text);
  }

  /** @param known the text of a file that is checked as well, so that its faults are reported there. */
  #readCompanion(path: string, known?: () => FileText): CompanionContent | null {
    const { world, io } = this.#parts;
    const read: World['read'] = (file) => {
      if (file === path && known) return known();
      const text = world.read(file);
      // The names in it are unknown, but the agents can be checked.
      if (typeof text !== 'string' && text.problem !== 'absent')
        io.err(`dossier: warning: ${printable(shortest(file, world))}: ${english(text.message)}\n`);
      return text;
    };
    return companionNamesAt(world.catalog, path, { has: world.has, read }, placeContext(world));
  }

  /** What the user's own configuration defines, which is read only for findings that it can resolve. */
  readonly #namesOfUser = lazily((): readonly KnownName[] => {
    const { world } = this.#parts;
    return world.home === undefined
      ? []
      : userFiles(world.catalog, world.home, world).flatMap(
          (path) => this.#readCompanion(path)?.names ?? [],
        );
  });

  readonly #reportUnread = (file: string, unread: UnreadFile): void => {
    const message = english(unread.message);
    this.#counts.failed++;
    this.#parts.io.err(`dossier: ${printable(file)}: ${message}\n`);
    this.#counts.troubles.push({ file, message });
  };

  /** A finding that two files share is reported in the first of them. */
  readonly #eachOnce = withoutDuplicates();

  #reportFile(known: KnownFile): void {
    const { baseline, options, io } = this.#parts;
    const { path, file } = known;
    this.#checked.push(known);
    const whole = this.#eachOnce(path, known.checked);
    const checked = passedOver(whole, baseline.left(whole));
    this.#counts.fixed += checked.fixed;
    if (checked.unfixed !== undefined) {
      this.#counts.unfixed++;
      this.#counts.troubles.push({ file, message: `not fixed: ${checked.unfixed}` });
    }
    printSummary(checked, options.format, io);
    // A folder may contain files of other hosts, so other reasons are printed only for files named on the command line.
    if (checked.notJudged !== undefined && (checked.isBroken || this.#named.has(path))) {
      this.#counts.passedOver++;
      io.err(`dossier: ${printable(file)}: ${checked.notJudged}\n`);
    } else this.#counts.files++;
    this.#report(checked, false);
  }

  /** @param isAround whether the findings are those of the workspace rules. */
  #report(checked: CheckedFile, isAround: boolean): void {
    const { changes, options } = this.#parts;
    for (const finding of checked.findings) if (!finding.onlyFades) this.#count(finding);
    const shown = printedOf(checked, options.prints);
    if (changes.isNew(shown, isAround) && !(isAround && shown.findings.length === 0))
      this.#reporter.file(shown);
  }

  #count({ severity, fix }: Located): void {
    const { prints, quiet } = this.#parts.options;
    const counts = this.#counts;
    if (severity === 'error') counts.errors++;
    else if (severity === 'warning') counts.warnings++;
    else counts.notes++;
    const isPrinted = prints({ severity });
    if (fix === 'safe' && isPrinted) counts.fixable++;
    if (fix === 'safe' && !isPrinted) counts.hasFixableHidden = true;
    if (!isPrinted) counts.isAllPrinted = false;
    if (!quiet && !isPrinted) counts.hidden++;
  }

  /** Ends the report, and states why it is empty if no file was checked. */
  #finish(): void {
    const { paths, config, baseline, changed, changes, world, io } = this.#parts;
    const { files, failed, passedOver: reported } = this.#counts;
    if (!changes.any()) return;
    this.#reporter.end(this.#counts);
    baseline.end(io, { wereRead: failed === 0 });
    if (files + failed + reported > 0) return;
    io.err(
      changed
        ? `dossier: no agent file has changed since ${changed.since}\n`
        : lookAlikes({
            paths,
            world,
            picked: config,
            optionsOf: (file) => this.#optionsFor(file),
          }),
    );
  }

  #exitCode(): number {
    const { limit } = this.#parts.options;
    const { failed, errors, warnings, unfixed } = this.#counts;
    if (failed > 0) return exit.failed;
    const isOverLimit = limit !== null && warnings > limit;
    if (errors > 0 || isOverLimit) return exit.findings;
    return unfixed > 0 ? exit.failed : exit.clean;
  }
}

const enter = (index: WorkspaceIndex, path: string, { agents, skills }: FileContent): void =>
  index.put(path, agents, skills);

interface Around extends Pick<KnownFile, 'path' | 'file'>, Pick<CheckedFile, 'hasOpen'> {
  readonly workspace: WorkspaceIndex;
}

/** The findings of the workspace rules, and those that depend on companion files; null if there are none or the file cannot be read. */
function checkedAround(
  { path, file, workspace, hasOpen }: Around,
  options: FileOptions,
  world: World,
): CheckedFile | null {
  const { rules, hosts } = options.settings;
  const choice = { chosen: rules, strict: hosts };
  // A configuration file names agents, and is not an agent itself.
  const hasEntries = entryHolders(file, world).length > 0;
  const agents = hasEntries ? [] : workspace.at(path);
  const known = workspace.namesAt(path);
  const names = known.filter(isChecked);
  const isAsked =
    hasEntries ||
    hasOpen ||
    mayShareName(known, workspace) ||
    isInFullListing(workspace.skillsAt(path), workspace) ||
    runWorkspaceRules(world.catalog, choice, agents, workspace).length > 0 ||
    runCompanionRules(choice, names, () => true, workspace).length > 0;
  if (!isAsked) return null;
  const text = world.read(file);
  return typeof text === 'string'
    ? checkWorkspace(file, text, { ...options, workspace, hasOpen }, agents, world)
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
function printSummary(
  { file, difference, unfixed }: CheckedFile,
  format: CheckFormat,
  io: Services['io'],
): void {
  // Standard output of the machine-readable formats must contain only the report.
  if (difference !== undefined)
    (format === 'human' || format === 'concise' ? io.out : io.err)(difference);
  if (unfixed !== undefined)
    io.err(`dossier: ${printable(file)}: not fixed: ${printable(unfixed)}\n`);
}

/** All findings are counted, but only these are printed. */
const printedOf = (checked: CheckedFile, prints: CheckOptions['prints']): CheckedFile =>
  checked.findings.every(prints)
    ? checked
    : { ...checked, findings: checked.findings.filter(prints) };
