// What is wrong in files, as data: what `dossier check` reports.
import type { CheckResult, FindingWithFix, Unread } from '../../contract/library';
import type { Context } from '../../hosts/model/context';
import type { Host } from '../../hosts/model/host';
import type { Settings } from '../../settings/settings';
import { configured } from '../config';
import type { World } from '../io';
import type { Reporter } from '../report/report';
import { noBaseline } from './baseline';
import { CheckRun } from './check-run';
import { everything } from './watch';

interface Ask {
  /** Null: the programs whose folder contains the file. */
  readonly chosen: readonly Host[] | null;
  readonly context: Context;
  /** Settings that override those of the configuration files. */
  readonly settings: Partial<Settings>;
  /** Whether the edits of fixes are computed, which takes longer than their titles. */
  readonly withEdits: boolean;
  /** The time in milliseconds, from any start. */
  readonly now: () => number;
}

/**
 * Checks the files and, where only a few are named, what else is in their project. Writes nothing.
 * @param paths files and folders; none for the working folder.
 * @throws UsageError for a path that does not exist and for settings that cannot be read.
 */
export function checkFiles(
  paths: readonly string[],
  { chosen, context, settings, withEdits, now }: Ask,
  world: World,
): CheckResult {
  const findings: FindingWithFix[] = [];
  let files = 0;
  let unread: readonly Unread[] = [];
  const reporter: Reporter = {
    file: (checked) => {
      for (const { sharedWith: _, isConfidential: __, fixEdits = [], ...one } of checked.findings)
        findings.push({ ...one, fixEdits });
    },
    end: (totals) => {
      files = totals.files;
      unread = totals.troubles;
    },
  };
  const io = { out: () => {}, err: () => {} };
  new CheckRun({
    paths,
    options: {
      ...{ context, now, only: chosen ?? undefined, format: withEdits ? 'sarif' : 'json' },
      ...{ statistics: false, suppressed: false, loose: false, fix: 'no', quiet: false },
      ...{ prints: () => true, limit: null },
    },
    config: configured({ io, values: {}, flags: settings }, world),
    ...{ baseline: noBaseline, changed: null, changes: everything, cache: null },
    ...{ world, io, reporter },
  }).run();
  return { files, findings, unread };
}
