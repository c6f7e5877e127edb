// One line for each finding, the location first, as editors and other tools read it.
import type { Io } from '../io';
import { painter, printable } from './cells';
import { inertLines } from './inert-lines';
import type { Located, Reporter } from './report';
import { counts, summary, tally, words } from './report-human';

export function conciseReporter(io: Io): Reporter {
  const paint = painter(io.color);
  const lineOf = ({ file, range, severity, rule, message }: Located): string => {
    const place = range ? `:${range.start.line + 1}:${range.start.character + 1}` : '';
    const kind = paint(words[severity], severity);
    return `${printable(file)}${place}: ${kind} ${paint(rule, 'quiet')}: ${printable(message)}\n`;
  };
  return {
    file: ({ findings }) => {
      if (findings.length > 0) io.out(inertLines(findings.map(lineOf).join('')));
    },
    end: (totals) => io.out(summary(totals, { byRule: new Map() }, paint)),
  };
}

/** Only how often each rule reports, the most frequent first. */
export function statisticsReporter(io: Io): Reporter {
  const paint = painter(io.color);
  const all = tally();
  return {
    file: ({ findings }) => all.add(findings),
    end: (totals) => {
      const table = all.byRule.size > 0 ? `${counts(all.byRule)}\n\n` : '';
      io.out(`${table}${summary(totals, { byRule: new Map() }, paint)}`);
    },
  };
}
