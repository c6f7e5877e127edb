// The frontmatter as lines, so that a change can take one and put another in its place.

export interface Head {
  readonly before: string;
  readonly lines: readonly string[];
  readonly after: string;
}

/** Null for a text without a frontmatter. */
export function headOf(text: string): Head | null {
  const found = /^(\uFEFF?---[^\n]*\n)([\s\S]*?)(\n---[\s\S]*)$/.exec(text);
  if (!found) return null;
  const [, before = '', head = '', after = ''] = found;
  return { before, lines: head.split('\n'), after };
}

/** The text with its head's lines changed. */
export function withLines(
  text: string,
  change: (lines: readonly string[]) => readonly string[],
): string {
  const head = headOf(text);
  return head ? head.before + change(head.lines).join('\n') + head.after : text;
}

export const replaced = <T>(list: readonly T[], at: number, ...now: readonly T[]): T[] => [
  ...list.slice(0, at),
  ...now,
  ...list.slice(at + 1),
];

/** Numbers of the lines that hold a key and a value. */
export const keyLines = (lines: readonly string[]): number[] =>
  lines.flatMap((line, at) => (/^[\w-]+:/.test(line) ? [at] : []));
