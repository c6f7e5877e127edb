// Checks again when a file changes, and reports only new findings.

import { hasAgentEnding } from '../../hosts/catalog/places';
import { configName } from '../../settings/config';
import { type Io, UsageError, type World } from '../io';
import { absolute, slashed } from '../paths';
import { printable } from '../report/cells';
import { failureLines } from '../report/failure-lines';
import type { Checked } from '../report/report';

export const watchFlags = { watch: { type: 'boolean' } } as const;

export const watchUsage = `  --watch              check again when files change and show new findings; press Ctrl+C to stop`;

/** Determines what a run reports: everything, or only changes since the previous run. */
export interface ChangeSet {
  /**
   * Called once for each file of a run.
   * @param isAround whether the findings come from the workspace rules, which are reported separately.
   */
  isNew(checked: Checked, isAround?: boolean): boolean;
  /** Whether the run has anything to report. */
  any(): boolean;
}

export const everything: ChangeSet = { isNew: () => true, any: () => true };

/** The delay in milliseconds before the next check. Editors often save a file in several steps. */
const pause = 100;

interface Watching {
  readonly paths: readonly string[];
  readonly world: World;
  readonly io: Io;
}

/**
 * Checks, and checks again after each change until the process ends.
 * @throws UsageError if watching is not possible, or if the first check fails.
 */
export function watched(
  check: (changes: ChangeSet, saved: ReadonlySet<string> | null) => void,
  { paths, world, io }: Watching,
): null {
  const { watch, after = timer } = io;
  if (!watch)
    throw new UsageError(
      '--watch is not supported on this file system. Run the command without it.',
    );
  const known = new Map<string, string>();
  /** Absolute paths of files that have changed since the last run. */
  const saved = new Set<string>();
  let stopWaiting = (): void => {};
  const again = (): void => {
    const since = new Set(saved);
    saved.clear();
    try {
      check(newsSince(known, io, 'later'), since);
    } catch (error) {
      // The configuration may be incomplete while the user edits it, so keep watching.
      io.err(failureLines(error));
    } finally {
      io.status?.(null);
    }
  };
  const changed = (path: string): void => {
    // A configuration or a companion, such as a list of MCP servers, may change what the agents of others do.
    if (!hasAgentEnding(world.catalog, path) && !/\.jsonc?$/.test(path)) return;
    saved.add(absolute(path, world));
    stopWaiting();
    stopWaiting = after(pause, again);
  };
  // Before the first check: a file that changes while that runs, or as soon as its result is shown, is checked again.
  for (const folder of foldersOf(paths, world)) watch(folder, changed);
  check(newsSince(known, io, 'first'), null);
  io.err(`dossier: watching agent files and ${configName} for changes; press Ctrl+C to stop\n`);
  return null;
}

function timer(ms: number, run: () => void): () => void {
  const timeout = setTimeout(run, ms);
  return () => clearTimeout(timeout);
}

const around = 'around ';

/** @param known the findings last reported for each file; updated by each run. */
function newsSince(known: Map<string, string>, io: Io, run: 'first' | 'later'): ChangeSet {
  let any = run === 'first';
  const asked = new Set<string>();
  return {
    isNew({ file, findings }, isAround = false) {
      const key = isAround ? `${around}${file}` : file;
      // A finding that only moved to another line is not new.
      const now = findings.map(({ host, rule, severity, message }) =>
        [host, rule, severity, message].join('\n'),
      );
      const before = known.get(key) ?? '[]';
      const text = JSON.stringify(now);
      known.set(key, text);
      asked.add(key);
      if (text === before) return run === 'first';
      any = true;
      if (findings.length === 0) io.out(`${printable(file)}: no problems remaining\n`);
      return true;
    },
    any() {
      // Workspace findings are reported only for files that have some, so a file that this run did not report has no
      // conflicts left.
      for (const key of [...known.keys()].filter((one) => one.startsWith(around))) {
        if (asked.has(key)) continue;
        known.delete(key);
        any = true;
        io.out(
          `${printable(key.slice(around.length))}: no conflicts with other agents remaining\n`,
        );
      }
      return any;
    },
  };
}

/** Returns the folders to watch, without duplicates. For a file, this is its parent folder. */
function foldersOf(paths: readonly string[], { isFolder }: World): ReadonlySet<string> {
  const all = (paths.length > 0 ? paths : ['.']).map(slashed);
  return new Set(
    all.map((path) =>
      isFolder(path) ? path : path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.',
    ),
  );
}
