// The summary at the end of a report: the number of findings by severity, and the number that can be fixed.
import { formatCount } from '../text/format-count';
import type { Paint } from './paint';
import type { Located, Totals } from './report';

export interface Counted {
  readonly byRule: ReadonlyMap<string, number>;
}

export interface Tally extends Counted {
  readonly add: (findings: readonly Located[]) => void;
}

/**
 * Counts findings as they are reported. It does not store them, because each finding references the text of its file.
 */
export function tally(): Tally {
  const byRule = new Map<string, number>();
  return {
    byRule,
    add(findings) {
      for (const { rule } of findings) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
    },
  };
}

/** The number of findings from which the summary is shown in more detail. */
const many = 20;

export function summary(totals: Totals, { byRule }: Counted, paint: Paint): string {
  const { files, errors, warnings, notes, fixed } = totals;
  const total = [...byRule.values()].reduce((sum, count) => sum + count, 0);
  const parts = [
    plural(files, 'file', 'files'),
    colored(errors > 0, paint, 'error', plural(errors, 'error', 'errors')),
    colored(warnings > 0, paint, 'warning', plural(warnings, 'warning', 'warnings')),
    ...(notes > 0 ? [plural(notes, 'note', 'notes')] : []),
    ...(fixed > 0 ? [`${plural(fixed, 'fix', 'fixes')} applied`] : []),
  ];
  const end = `${notPrinted(totals)}${offer(totals)}`;
  return `${total > many ? `${table(byRule)}\n\n` : ''}${parts.join(', ')}\n${end}`;
}

/** `--fix` also fixes what is not printed. How many of those findings it can fix is not known. */
function offer({
  fixable,
  isAllPrinted,
  hasFixableHidden,
}: Pick<Totals, 'fixable' | 'isAllPrinted' | 'hasFixableHidden'>): string {
  if (fixable > 0)
    return isAllPrinted
      ? `${plural(fixable, 'problem', 'problems')} can be fixed with --fix\n`
      : `${formatCount(fixable)} of the problems shown can be fixed with --fix\n`;
  return hasFixableHidden ? 'problems that are not shown can be fixed with --fix\n' : '';
}

const colored = (yes: boolean, paint: Paint, color: 'error' | 'warning', text: string): string =>
  yes ? paint(text, color) : text;

function table(byRule: ReadonlyMap<string, number>): string {
  const rows = [...byRule].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const width = Math.max(...rows.map(([, count]) => formatCount(count).length));
  return rows.map(([rule, count]) => `${formatCount(count).padStart(width)}  ${rule}`).join('\n');
}

/** Names the flag that prints hidden findings. Returns an empty string if there are none. */
export const notPrinted = ({ hidden }: Pick<Totals, 'hidden'>): string =>
  hidden > 0 ? `${plural(hidden, 'note', 'notes')} not shown (use --notes to show)\n` : '';

/** Formats a count with its noun: `1 file`, `1,234 files`. */
export const plural = (count: number, one: string, more: string): string =>
  `${formatCount(count)} ${count === 1 ? one : more}`;
