// A baseline lists existing findings so that only new ones are reported. An entry matches a finding that has the same
// message, or that is on a line with the same text. Line numbers are not compared.

import { linesOf } from '../../text/lines';
import { formatCount } from '../../text/message';
import { type Io, UsageError, unreadable, type World } from '../io';
import { absolute, writableFolder } from '../paths';
import { printable } from '../report/cells';
import type { Checked, Located } from '../report/report';

export const baselineFlags = {
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
} as const;

export const baselineUsage = `  --baseline FILE      ignore findings listed in FILE
  --write-baseline F   write all findings to F, for use with --baseline F`;

/** An entry of the baseline. The keys are those of the JSON file. */
interface Entry {
  /** The path relative to the folder of the baseline, with `/` as the separator. */
  readonly file: string;
  readonly rule: string;
  readonly host: string | null;
  /** The trimmed text of the line on which the finding starts. Empty for a finding in the whole file. */
  readonly line: string;
  readonly message: string;
  /** The number of identical findings. */
  readonly count: number;
}

export interface Baseline {
  /** Returns the findings that the baseline does not list. */
  left(checked: Checked): readonly Located[];
  /**
   * Called after all files were checked. Reports the number of ignored findings, or writes the baseline if requested.
   */
  end(io: Pick<Io, 'err'>, all: { readonly wereRead: boolean }): void;
}

/** @throws UsageError if the baseline cannot be read. */
export function baselineOf(values: Readonly<Record<string, unknown>>, world: World): Baseline {
  const { baseline, 'write-baseline': target } = values;
  if (target !== undefined) return writing(String(target), world);
  return baseline === undefined ? noBaseline : passingOver(String(baseline), world);
}

/** Lists no finding. */
export const noBaseline: Baseline = { left: ({ findings }) => findings, end: () => {} };

function passingOver(path: string, world: World): Baseline {
  const left = entriesIn(path, world).map((entry) => ({ ...entry, left: entry.count }));
  const byFile = new Map<string, typeof left>();
  for (const entry of left) {
    const known = byFile.get(entry.file);
    if (known) known.push(entry);
    else byFile.set(entry.file, [entry]);
  }
  const inList = inConfigList(path, world);
  const seen = new Set<string>();
  let passed = 0;
  return {
    left(checked) {
      const file = inList(checked.file);
      seen.add(file);
      const entries = byFile.get(file) ?? [];
      /** Consumes the first matching entry and returns whether there was one. */
      const take = (one: FindingLine, fits: (entry: Entry) => boolean): boolean => {
        const entry = entries.find(
          (e) => e.left > 0 && e.rule === one.rule && e.host === one.host && fits(e),
        );
        if (!entry) return false;
        entry.left--;
        passed++;
        return true;
      };
      // Exact matches come first, so that a finding on an edited line does not consume the entry of another finding.
      return found(checked)
        .filter((one) => !take(one, (e) => e.message === one.message && e.line === one.line))
        .filter((one) => !take(one, (e) => e.message === one.message || isSameLine(e, one)))
        .map(({ finding }) => finding);
    },
    end({ err }) {
      const done = left.filter((e) => e.left > 0 && (seen.has(e.file) || !inList.has(e.file)));
      const gone =
        done.length === 0
          ? ''
          : `; ${counted(done.length, 'obsolete entry', 'obsolete entries')}, run --write-baseline to update the file`;
      err(`dossier: ignored ${counted(passed, 'finding', 'findings')} listed in ${path}${gone}\n`);
    },
  };
}

const isSameLine = (a: Pick<Entry, 'line'>, b: Pick<Entry, 'line'>): boolean =>
  a.line !== '' && a.line === b.line;

/** Adds all findings to the baseline, so none of them are reported. */
function writing(path: string, world: World): Baseline {
  const entries = new Map<string, Entry>();
  const inList = inConfigList(path, world);
  return {
    left(checked) {
      for (const { rule, host, line, message } of found(checked)) {
        const entry = { file: inList(checked.file), rule, host, line, message };
        const key = JSON.stringify(entry);
        entries.set(key, { ...entry, count: (entries.get(key)?.count ?? 0) + 1 });
      }
      return [];
    },
    end({ err }, { wereRead }) {
      if (!wereRead)
        return err(
          `dossier: ${printable(path)} was not written because some files could not be read. Correct them, or exclude them in the settings.\n`,
        );
      const list = [...entries.values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
      try {
        const text = `${JSON.stringify({ version: 1, findings: list }, null, 2)}\n`;
        world.write(path, text, writableFolder(path, [], world));
      } catch (error) {
        throw new UsageError(
          `${path}: ${error instanceof Error ? error.message : String(error)} Use another path.`,
        );
      }
      const count = list.reduce((sum, entry) => sum + entry.count, 0);
      err(`dossier: wrote ${counted(count, 'finding', 'findings')} to ${printable(path)}\n`);
    },
  };
}

const orderOf = ({ file, rule, line, message }: Entry): string =>
  [file, rule, line, message].join('\n');

interface FindingLine extends Pick<Entry, 'rule' | 'host' | 'line' | 'message'> {
  readonly finding: Located;
}

function found({ text, findings }: Checked): readonly FindingLine[] {
  if (findings.length === 0) return [];
  const lines = linesOf(text);
  return findings.map((finding) => {
    const { rule, host, message, range } = finding;
    const line = range && lines.line(range.start.line);
    return {
      rule,
      host,
      message,
      finding,
      line: line ? text.slice(line.start, line.end).trim() : '',
    };
  });
}

interface InList {
  (file: string): string;
  /** Whether a file of the baseline still exists. */
  has(file: string): boolean;
}

/** Returns a path relative to the folder of the baseline, so that it does not depend on the working folder. */
function inConfigList(path: string, world: World): InList {
  const folder = absolute(path, world).split('/').slice(0, -1);
  const name = (file: string): string => {
    const parts = absolute(file, world).split('/');
    let same = 0;
    while (same < folder.length && folder[same] === parts[same]) same++;
    return [...folder.slice(same).map(() => '..'), ...parts.slice(same)].join('/');
  };
  const has = (file: string): boolean => world.has(absolute([...folder, file].join('/'), world));
  return Object.assign(name, { has });
}

/** A baseline of a large repository lists each of its findings. */
const maxBytes = 256 * 1024 * 1024;

function entriesIn(path: string, world: World): readonly Entry[] {
  let list: unknown;
  const text = world.read(path, maxBytes);
  if (typeof text !== 'string') throw unreadable(path, text);
  try {
    list = JSON.parse(text);
  } catch {
    // It is reported as a file of another kind.
  }
  const { findings } = (list ?? {}) as { findings?: unknown };
  if (!Array.isArray(findings) || !findings.every(isEntry))
    throw new UsageError(`${path} is not a baseline file. Create one with --write-baseline.`);
  return findings;
}

function isEntry(value: unknown): value is Entry {
  const { file, rule, host, line, message, count } = (value ?? {}) as Readonly<
    Record<string, unknown>
  >;
  const isText = [file, rule, line, message].every((one) => typeof one === 'string');
  return isText && (host === null || typeof host === 'string') && Number.isInteger(count);
}

const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;
