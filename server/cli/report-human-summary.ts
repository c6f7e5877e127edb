// The last lines of a report: how much there is, of what, and what can be done about it at once.
import type { Severity } from '../rules/rule';
import { thousands } from '../text/thousands';
import type { Paint } from './paint';
import type { Located, Totals } from './report';

export interface Counted {
  readonly byRule: ReadonlyMap<string, number>;
  readonly bySeverity: ReadonlyMap<Severity, number>;
  /** How many have a safe fix. */
  readonly mendable: number;
}

export interface Tally extends Counted {
  readonly add: (findings: readonly Located[]) => void;
}

/** Counts findings as they come, and keeps none of them: each holds on to the text of its file. */
export function tally(): Tally {
  const byRule = new Map<string, number>();
  const bySeverity = new Map<Severity, number>();
  let mendable = 0;
  return {
    byRule,
    bySeverity,
    get mendable() {
      return mendable;
    },
    add(findings) {
      for (const { rule, severity, fix } of findings) {
        byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
        bySeverity.set(severity, (bySeverity.get(severity) ?? 0) + 1);
        if (fix === 'safe') mendable++;
      }
    },
  };
}

/** From so many findings on a person has lost count of them. */
const many = 20;

export function summary(
  { files, errors, warnings, fixed }: Totals,
  { byRule, bySeverity, mendable }: Counted,
  paint: Paint,
): string {
  const total = [...byRule.values()].reduce((sum, count) => sum + count, 0);
  const notes = (bySeverity.get('information') ?? 0) + (bySeverity.get('hint') ?? 0);
  const parts = [
    plural(files, 'file', 'files'),
    colored(errors > 0, paint, 'error', plural(errors, 'error', 'errors')),
    colored(warnings > 0, paint, 'warning', plural(warnings, 'warning', 'warnings')),
    ...(notes > 0 ? [plural(notes, 'note', 'notes')] : []),
    ...(fixed > 0 ? [`${plural(fixed, 'fix', 'fixes')} made`] : []),
  ];
  const offer = mendable > 0 ? `${thousands(mendable)} can be mended: add --fix\n` : '';
  return `${total > many ? `${table(byRule)}\n\n` : ''}${parts.join(', ')}\n${offer}`;
}

const colored = (yes: boolean, paint: Paint, color: 'error' | 'warning', text: string): string =>
  yes ? paint(text, color) : text;

function table(byRule: ReadonlyMap<string, number>): string {
  const rows = [...byRule].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const width = Math.max(...rows.map(([, count]) => thousands(count).length));
  return rows.map(([rule, count]) => `${thousands(count).padStart(width)}  ${rule}`).join('\n');
}

/** `1 file`, `1,234 files`. */
export const plural = (count: number, one: string, more: string): string =>
  `${thousands(count)} ${count === 1 ? one : more}`;
