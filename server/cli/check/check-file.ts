// Checks one file for `dossier check`, applies fixes if requested, and locates the findings.

import { configurationFault } from '../../agent/entry-outline';
import { formOf } from '../../agent/outline';
import { suppressedIn, withFadingSeparated } from '../../features/diagnostics';
import { findingText } from '../../features/finding-text';
import { bestFix, bestFixSummary, budgetForFile, fixAll } from '../../features/fixes/fixes';
import { moveTitle } from '../../features/renaming/moves';
import { findingsAcross } from '../../features/view/findings-across';
import { type View, viewOf } from '../../features/view/view';
import type { WorkBudget } from '../../features/view/work-budget';
import { hostsIgnoring } from '../../hosts/catalog/misplaced';
import type { Context } from '../../hosts/model/context';
import type { Host } from '../../hosts/model/host';
import { effectIn } from '../../hosts/model/outcome';
import type { Place } from '../../hosts/model/place';
import { Deadline } from '../../rules/deadline';
import { hasIgnores } from '../../rules/ignores/ignores-apply';
import type { Finding } from '../../rules/rule';
import { sortFindings } from '../../rules/run';
import { isWorkspaceRule } from '../../rules/run-workspace-rules';
import {
  alone,
  type Definitions,
  isConditional,
  type KnownAgent,
  type WorkspaceView,
} from '../../rules/workspace-view';
import { withChosen } from '../../settings/chosen';
import type { Settings } from '../../settings/settings';
import { type Lines, linesOf } from '../../text/lines';
import { english } from '../../text/translate';
import { visibleControlsInLines } from '../../text/visible-controls';
import { mayBeCompanion } from '../../workspace/companions/files';
import type { FileContent } from '../../workspace/index';
import type { World } from '../io';
import { kindOfFinding } from '../kind-of-finding';
import {
  absolute,
  companionPlaces,
  entryHolders,
  isBroken,
  placesToCheck,
  writableFolder,
} from '../paths';
import { printable } from '../report/cells';
import { inertLines } from '../report/inert-lines';
import type { Located, Suppressed } from '../report/report';
import type { CheckedFile } from './checked-file';
import type { ResultCache, Seen } from './result-cache';

export interface FileOptions {
  /** If set, only findings for these hosts are reported. */
  readonly only: readonly Host[] | undefined;
  readonly settings: Settings;
  readonly context: Context;
  readonly fix: 'no' | 'write' | 'show';
  /** The other agents of the workspace. Undefined until they have been read. */
  readonly workspace?: WorkspaceView;
  /** What companion files define, those of the user included. Default: those of the workspace. */
  readonly definitions?: () => Definitions;
  /** What the report includes of the fix of a finding. Verifying a fix is slower than finding the problem. */
  readonly fixOf: (finding: Finding) => 'nothing' | 'title' | 'edits';
  /** Whether findings that are suppressed by comments are included in the report. */
  readonly suppressed: boolean;
  /** Whether the disk is asked for files that a finding depends on with the file itself. A stored result must not depend on them. */
  readonly asksForFiles?: boolean;
  /** The time of this process in milliseconds. */
  readonly now: () => number;
}

/** Milliseconds for one file, which usually takes less than one. What is slower would keep other files from being reported. */
const maxTime = 10_000;

/** What was not done for a file, as a finding. */
function stopped({ path, deadline }: View): Located[] {
  if (!deadline?.hasStopped) return [];
  return [
    {
      file: path,
      host: null,
      rule: 'too-large',
      severity: 'error',
      message: `The file takes more than ${maxTime / 1000} seconds to check and was not checked completely. Shorten or exclude it.`,
      range: null,
      ...noFix,
    },
  ];
}

/**
 * Checks a file a second time, with the workspace rules only.
 * @param known the agents in it, as the index has them.
 */
export function checkWorkspace(
  file: string,
  text: string,
  options: FileOptions & Required<Pick<FileOptions, 'workspace'>> & Pick<CheckedFile, 'hasOpen'>,
  known: readonly KnownAgent[],
  world: World,
): CheckedFile {
  const { fixOf, suppressed, hasOpen } = options;
  const view = seenAt(file, text, options, world);
  // The other rules need to run only if there are suppression comments, because unused suppressions depend on all
  // findings.
  const findings =
    !hasIgnores(view.outline) && !hasOpen
      ? sortFindings(findingsAcross(view, known))
      : view.findings().filter((finding) => isOfOthers(finding) || !isSettled(finding, options));
  const checked: CheckedFile = {
    file: view.path,
    text: view.outline.text,
    findings: located(view, findings, fixOf),
    fixed: 0,
    // The index already contains what is in this file.
    content: () => noContent,
    hosts: [],
  };
  return suppressed
    ? {
        ...checked,
        suppressed: ignored(view, fixOf, (one) => isOfOthers(one) || !isSettled(one, options)),
      }
    : checked;
}

const isOfOthers = ({ rule }: Finding): boolean => isWorkspaceRule(rule);

/** Whether it holds whatever is in other files. That is known when all have been read. */
const isSettled = (
  { unlessDefined, unlessFiles, unlessExecutable }: Finding,
  { asksForFiles = false }: FileOptions,
): boolean =>
  !isConditional({
    unlessDefined,
    unlessExecutable,
    unlessFiles: asksForFiles ? undefined : unlessFiles,
  });

/** @param isWanted whether the result of an earlier run has what this one needs. */
export function checkFile(
  file: string,
  text: string,
  options: FileOptions,
  world: World,
  cache: ResultCache | null = null,
  isWanted: (result: Pick<CheckedFile, 'findings'>) => boolean = () => true,
): CheckedFile {
  const places = placesAt(file, text, options, world);
  const view = (): View => viewAs(file, text, places, options, world);
  if (!cache) return checkedView(view(), options, world);
  const seen = seenBy(file, text, places, options, world);
  const key = cache.see(file, seen);
  const known = cache.checked(seen, key, isWanted);
  if (known) return known;
  const checked = checkedView(view(), options, world);
  cache.keep(seen, key, checked.content(), checked);
  return checked;
}

function seenBy(
  file: string,
  text: string,
  places: readonly Place[],
  { settings }: FileOptions,
  world: World,
): Seen {
  // What a configuration defines, what it is for other hosts, and what is wrong with a plugin depends on further files. A skill or a command is judged by itself.
  const isJudgedAlone = places.length > 0 && formOf(file) === 'markdown';
  const isWithPlugin = places.some(({ pluginAt }) => pluginAt !== undefined);
  const isOpenEnded =
    !isJudgedAlone && (isWithPlugin || mayBeCompanion(world.catalog, absolute(file, world)));
  return { file, text, places, settings, isOpenEnded };
}

function checkedView(view: View, options: FileOptions, world: World): CheckedFile {
  const { path: file } = view;
  const { text } = view.outline;
  const asIs = checkedAs(view, 0, options);
  if (lanesIn(view).length === 0) {
    // Guests may read a file that the program it is for does not read.
    const unread = asIs.findings.filter(({ rule }) => rule === 'unread-location');
    if (unread.length > 0) return { ...asIs, findings: unread };
    return {
      ...asIs,
      notJudged: notJudged(view, world, options.only),
      isBroken: view.places.length === 0 && isBroken(text, file, entryHolders(file, world)),
    };
  }
  return options.fix === 'no' ? asIs : fixedFile(view, asIs, options, world);
}

/** What is in a file that is not checked itself. Nothing if it cannot be read, which is not reported for such a file. */
export function contentAt(
  file: string,
  options: FileOptions,
  world: World,
  cache: ResultCache | null = null,
): FileContent {
  const text = world.read(file);
  if (typeof text !== 'string') return noContent;
  const places = placesAt(file, text, options, world);
  const content = (): FileContent => contentOf(viewAs(file, text, places, options, world));
  if (!cache) return content();
  const seen = seenBy(file, text, places, options, world);
  const key = cache.see(file, seen);
  const known = cache.content(seen, key);
  if (known) return known;
  const made = content();
  cache.keep(seen, key, made);
  return made;
}

const contentOf = (view: View): FileContent => ({ agents: view.agents(), skills: view.skills() });

export const noContent: FileContent = { agents: [], skills: [] };

function placesAt(
  file: string,
  text: string,
  { only, settings }: FileOptions,
  world: World,
): readonly Place[] {
  const here = placesToCheck(file, text, world, only ?? null);
  return only ? here : withChosen(world.catalog, here, file, settings);
}

/** Until the other files are known, every finding that depends on one is open. */
const beforeOthers = ({ has }: World, { asksForFiles }: FileOptions): Definitions => ({
  ...alone,
  hasFile: asksForFiles ? has : () => false,
  isExecutable: () => false,
});

const seenAt = (file: string, text: string, options: FileOptions, world: World): View =>
  viewAs(file, text, placesAt(file, text, options, world), options, world);

function viewAs(
  file: string,
  text: string,
  places: readonly Place[],
  options: FileOptions,
  world: World,
): View {
  const { only, settings, context, workspace = alone, now } = options;
  const definitions =
    options.definitions ?? (options.workspace ? undefined : () => beforeOthers(world, options));
  const known = {
    ...{ workspace, namesInPrompt: false },
    ...(definitions && { definitions }),
  };
  const { catalog } = world;
  const inFile = {
    entryHolders: () => entryHolders(file, world),
    companionPlaces: () => companionPlaces(file, world),
  };
  return viewOf({
    ...inFile,
    catalog,
    path: file,
    text,
    places,
    settings,
    context,
    only,
    deadline: new Deadline(maxTime, now),
    ...known,
  });
}

function checkedAs(view: View, fixed: number, options: FileOptions): CheckedFile {
  const { fixOf, suppressed, workspace } = options;
  const { outline, path } = view;
  const all = view.findings();
  const isShown = (finding: Finding): boolean => isSettled(finding, options);
  const findings = workspace ? all : all.filter(isShown);
  const content = contentOf(view);
  const shown = located(view, findings, fixOf);
  const checked: CheckedFile = {
    file: path,
    text: outline.text,
    findings: workspace ? shown : [...stopped(view), ...shown],
    fixed,
    ...(view.deadline?.hasStopped && { isIncomplete: true }),
    hasOpen: findings.length < all.length,
    content: () => content,
    hosts: [...new Set(lanesIn(view).map(({ place }) => place.host.name))],
  };
  return suppressed
    ? { ...checked, suppressed: ignored(view, fixOf, workspace ? undefined : isShown) }
    : checked;
}

/** The hosts of the file, or of the agents in a configuration file. */
const lanesIn = (view: View): View['lanes'] => [
  ...view.lanes,
  ...view.entries().flatMap(({ lanes }) => lanes),
];

function fixedFile(view: View, asIs: CheckedFile, options: FileOptions, world: World): CheckedFile {
  const { path: file, places } = view;
  const { text } = view.outline;
  const fixed = fixAll(view);
  if (fixed.count === 0) return asIs;
  if (options.fix === 'show') return { ...asIs, difference: diff(file, text, fixed.text) };
  try {
    world.write(file, fixed.text, writableFolder(file, places, world), text);
  } catch (error) {
    return { ...asIs, unfixed: error instanceof Error ? error.message : String(error) };
  }
  const after = viewAs(file, fixed.text, places, options, world);
  return checkedAs(after, fixed.count, options);
}

function notJudged(
  { path, places, outline }: View,
  world: World,
  only: readonly Host[] | undefined,
): string {
  if (places.length === 0 && entryHolders(path, world).length > 0) {
    const fault = configurationFault(outline.text, path);
    return fault
      ? `cannot be read as ${fault.format} (${english(fault.message).replace(/\.$/, '')}); its agents are not checked. Correct the file.`
      : 'defines no agents; not checked';
  }
  const [near] = places.length === 0 ? hostsIgnoring(world.catalog, absolute(path, world)) : [];
  if (near) return english(effectIn(near.host, near.why));
  if (places.length === 0)
    return 'no program reads files in this location; not checked. Use --program ID to check it for a program.';
  if (!only)
    return 'only guests read files in this location and none was selected; not checked. Use --guests all.';
  const names = only.map(({ name }) => name).join(', ');
  return `${names} ${only.length === 1 ? 'does' : 'do'} not read files in this location; not checked`;
}

const ignored = (
  view: View,
  fixOf: FileOptions['fixOf'],
  isWanted: (finding: Finding) => boolean = () => true,
): Suppressed[] =>
  suppressedIn(view).flatMap(({ finding, by }) =>
    located(view, [finding].filter(isWanted), fixOf).map((one) => ({
      ...one,
      by: 'comment',
      reason: by.reason,
    })),
  );

function located(view: View, found: readonly Finding[], fixOf: FileOptions['fixOf']): Located[] {
  const findings = withFadingSeparated(found, view);
  if (findings.length === 0) return [];
  const lines = linesOf(view.outline.text);
  const budget = budgetForFile(view);
  return findings.map((finding) => ({
    file: view.path,
    host: finding.host,
    ...kindOfFinding(view, finding),
    rule: finding.rule,
    severity: finding.severity,
    message: findingText(finding, english),
    ...(finding.onlyFades && { onlyFades: true }),
    range: finding.span && lines.rangeOf(finding.span),
    ...(finding.also?.length && { also: finding.also.map((span) => lines.rangeOf(span)) }),
    ...locatedFix(view, finding, fixOf(finding), { lines, budget }),
    sharedWith: finding.sharedWith,
    isConfidential: finding.isConfidential,
  }));
}

function locatedFix(
  view: View,
  finding: Finding,
  shown: ReturnType<FileOptions['fixOf']>,
  { lines, budget }: { readonly lines: Lines; readonly budget: WorkBudget },
): Pick<Located, 'fix' | 'fixTitle' | 'fixEdits' | 'isFixUnknown'> {
  if (shown === 'nothing') return unknownFix;
  const made = shown === 'edits' ? bestFix(view, finding, budget) : undefined;
  const best = shown === 'edits' ? made : bestFixSummary(view, finding, budget);
  const fixEdits =
    made?.edits.map(({ span, text }) => ({ range: lines.rangeOf(span), text })) ?? [];
  if (best) return { fix: best.safety, fixTitle: english(best.title), fixEdits };
  const { moveTo } = finding;
  return moveTo === undefined
    ? noFix
    : { fix: 'review', fixTitle: english(moveTitle(view, moveTo)), fixEdits };
}

const noFix = { fix: null, fixTitle: null, fixEdits: [] } as const;
const unknownFix = { ...noFix, isFixUnknown: true } as const;

// The changes that a fix makes, as a unified diff.

const around = 2;

/** Returns one hunk from the first to the last line that differs, or an empty string if the texts are equal. */
function diff(file: string, before: string, now: string): string {
  const old = before.split('\n');
  const fresh = now.split('\n');
  let start = 0;
  while (start < old.length && old[start] === fresh[start]) start++;
  if (start === old.length && start === fresh.length) return '';
  let end = 0;
  while (
    end < Math.min(old.length, fresh.length) - start &&
    old[old.length - 1 - end] === fresh[fresh.length - 1 - end]
  )
    end++;
  const from = Math.max(0, start - around);
  const oldEnd = old.length - end;
  const freshEnd = fresh.length - end;
  const tail = Math.min(around, end);
  const lines = [
    ...old.slice(from, start).map((line) => ` ${line}`),
    ...old.slice(start, oldEnd).map((line) => `-${line}`),
    ...fresh.slice(start, freshEnd).map((line) => `+${line}`),
    ...old.slice(oldEnd, oldEnd + tail).map((line) => ` ${line}`),
  ];
  const header = `@@ -${from + 1},${oldEnd + tail - from} +${from + 1},${freshEnd + tail - from} @@`;
  const name = printable(file);
  return `--- ${name}\n+++ ${name}\n${header}\n${inertLines(visibleControlsInLines(lines.join('\n')))}\n`;
}
