// What `check --watch` keeps between runs, so that after a file was saved only that file is checked again by itself.
import type { Settings } from '../../settings/settings';
import { mayBeCompanion } from '../../workspace/companions/files';
import type { WorkspaceIndex } from '../../workspace/index';
import type { World } from '../io';
import type { CheckedFile } from './checked-file';

/** A checked file. */
export interface KnownFile {
  /** Absolute. */
  readonly path: string;
  /** As shown to the user. */
  readonly file: string;
  readonly settings: Settings;
  readonly checked: CheckedFile;
}

/** A completed run in which every file could be read. */
export interface CompleteRun {
  readonly index: WorkspaceIndex;
  readonly files: readonly KnownFile[];
}

export class CheckMemory {
  private last: CompleteRun | null = null;

  /** Absent if the run cannot be continued: the next one then checks all files. */
  keep(run: CompleteRun | null): void {
    this.last = run;
  }

  /**
   * The last run, if only the text of files that it checked has changed since.
   * @param saved absolute paths; null if anything may have changed.
   */
  lastBefore(
    saved: ReadonlySet<string> | null,
    { has, catalog }: Pick<World, 'has' | 'catalog'>,
  ): CompleteRun | null {
    if (!this.last || !saved) return null;
    const known = new Set(this.last.files.map(({ path }) => path));
    const isOnlyText = (path: string): boolean =>
      known.has(path) && !mayBeCompanion(catalog, path) && has(path);
    return [...saved].every(isOnlyText) ? this.last : null;
  }
}
