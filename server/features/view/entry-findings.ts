// What was found in the agents of a configuration file, by their text: an edit changes one of them, and may move the others.
import type { Outline } from '../../agent/outline';
import type { Finding } from '../../rules/rule';
import type { Span } from '../../text/span';
import type { ViewedFile } from './viewed-file';

/** The view of an agent in a configuration file. */
export interface Entry extends Pick<ViewedFile, 'outline' | 'places' | 'path'> {
  /** Its findings, also those that do not hold because of what companion files define. */
  readonly assumed: () => readonly Finding[];
}

/** Of one file, under the same settings. */
export interface EntryFindings {
  /** The findings of all agents in the file. Their fixes are made when they are requested. */
  readonly of: (entries: readonly Entry[]) => readonly Finding[];
}

interface Known {
  readonly start: number;
  readonly findings: readonly Finding[];
}

/** Stores no agent that is no longer in the file. */
export function entryFindings(): EntryFindings {
  let known = new Map<string, Known>();
  return {
    of(entries) {
      const before = known;
      known = new Map();
      return entries.flatMap((entry) => {
        const { outline, places } = entry;
        // What a table contains may be anywhere in a file in TOML.
        if (outline.form !== 'json') return entry.assumed();
        const { start } = outline.opening ?? outline.head;
        const key = `${places[0]?.entry?.key} ${sourceOf(outline, start)}`;
        const last = before.get(key);
        const now = last ?? { start, findings: entry.assumed().map(withoutFixes) };
        known.set(key, now);
        if (!last) return entry.assumed();
        return last.findings.map((one, index) =>
          moved(one, start - last.start, entry.path, () => entry.assumed()[index]),
        );
      });
    },
  };
}

/** The name of the agent and its fields. */
const sourceOf = ({ text, head }: Outline, start: number): string => text.slice(start, head.end);

/** Fixes would keep the text for which they were made. */
const withoutFixes = ({ parts, ...finding }: Finding): Finding => ({
  ...finding,
  fixes: [],
  ...(parts && { parts: parts.map(withoutFixes) }),
});

/** @param fresh makes the finding from the text as it is now. */
function moved(
  finding: Finding,
  by: number,
  path: string,
  fresh: () => Finding | undefined,
): Finding {
  const { span, also, merge, related, parts } = finding;
  const to = <S extends Span | null>(one: S): S =>
    one && { ...one, start: one.start + by, end: one.end + by };
  return {
    ...finding,
    span: to(span),
    also: also?.map(to),
    merge: merge && {
      ...merge,
      covers: merge.covers && to(merge.covers),
      replaces: merge.replaces?.map(to),
    },
    related: related?.map((one) => (one.path === path ? { ...one, span: to(one.span) } : one)),
    parts: parts?.map((one, index) => moved(one, by, path, () => fresh()?.parts?.[index])),
    get fixes() {
      return fresh()?.fixes ?? [];
    },
  };
}
