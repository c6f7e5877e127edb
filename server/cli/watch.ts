// Checks again whenever a file changes, and tells only what is new.
import { configName } from '../settings/config';
import type { FileSystem } from '../world/file-system';
import { type Io, UsageError } from './io';
import { slashed } from './paths';
import type { Checked } from './report';

export const watchFlags = { watch: { type: 'boolean' } } as const;

export const watchUsage = `  --watch              check again when files change and show new findings; press Ctrl+C to stop`;

/** What a run tells of: everything, or what has changed since the one before. */
export interface ChangeSet {
  /**
   * Asked once for each file of a run.
   * @param isAround whether it is what others around the file make of it: that is told by itself.
   */
  isNew(checked: Checked, isAround?: boolean): boolean;
  /** Whether the run has anything to tell. */
  any(): boolean;
}

export const everything: ChangeSet = { isNew: () => true, any: () => true };

/** Editors write in several steps. */
const pause = 100;

interface Watching {
  readonly paths: readonly string[];
  readonly world: FileSystem;
  readonly io: Io;
}

/**
 * Checks, and goes on checking until the process ends.
 * @throws UsageError where nothing can be watched, and where the first check does
 */
export function watched(check: (changes: ChangeSet) => void, { paths, world, io }: Watching): null {
  const { watch } = io;
  if (!watch) throw new UsageError('--watch is not supported on this file system');
  const known = new Map<string, string>();
  check(newsSince(known, io, 'first'));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const again = (): void => {
    try {
      check(newsSince(known, io, 'later'));
    } catch (error) {
      // A configuration that is being written: the next change may mend it.
      if (!(error instanceof UsageError)) throw error;
      io.err(`dossier: ${error.message}\n`);
    } finally {
      io.status?.(null);
    }
  };
  const changed = (path: string): void => {
    if (!/\.(?:md|json)$/.test(path)) return;
    clearTimeout(waiting);
    waiting = setTimeout(again, pause);
  };
  for (const folder of foldersOf(paths, world)) watch(folder, changed);
  io.err(`dossier: watching agent files and ${configName} for changes; press Ctrl+C to stop\n`);
  return null;
}

const around = 'around ';

/** @param known by file, what was told of it last; kept up to date. */
function newsSince(known: Map<string, string>, io: Io, run: 'first' | 'later'): ChangeSet {
  let any = run === 'first';
  const asked = new Set<string>();
  return {
    isNew({ file, findings }, isAround = false) {
      const key = isAround ? `${around}${file}` : file;
      // Where a line stands is no news.
      const now = findings.map(({ host, rule, severity, message }) =>
        [host, rule, severity, message].join('\n'),
      );
      const before = known.get(key) ?? '[]';
      const text = JSON.stringify(now);
      known.set(key, text);
      asked.add(key);
      if (text === before) return run === 'first';
      any = true;
      if (findings.length === 0) io.out(`${file}: no problems remaining\n`);
      return true;
    },
    any() {
      // Of others only what is wrong is asked about.
      for (const key of [...known.keys()].filter((one) => one.startsWith(around))) {
        if (asked.has(key)) continue;
        known.delete(key);
        any = true;
        io.out(`${key.slice(around.length)}: no conflicts with other agents remaining\n`);
      }
      return any;
    },
  };
}

/** Each once; of a file, the folder that it lies in. */
function foldersOf(paths: readonly string[], { isFolder }: FileSystem): ReadonlySet<string> {
  const all = (paths.length > 0 ? paths : ['.']).map(slashed);
  return new Set(
    all.map((path) =>
      isFolder(path) ? path : path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.',
    ),
  );
}
