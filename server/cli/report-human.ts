// Findings for a person at a terminal: what is wrong, the line with its token underlined, what can be done. Findings of
// one line stand together.
import { linesOf } from '../text/lines';
import { printable } from './cells';
import { excerpt, isSeenWhole, type Mark } from './excerpt';
import type { Io } from './io';
import { type Color, type Paint, painter } from './paint';
import type { Checked, Located, Reporter } from './report';
import { summary, tally } from './report-human-summary';
import { wrapped } from './wrap';

const words = { error: 'error', warning: 'warning', information: 'note', hint: 'hint' } as const;

/** The longest line that is read at ease. */
const widest = 120;

/** Writes file by file, and a summary at the end. */
export function humanReporter(io: Io): Reporter {
  const paint = painter(io.color);
  const columns = Math.max(40, Math.min(io.columns ?? widest, widest));
  const all = tally();
  return {
    file: (checked) => {
      if (checked.findings.length === 0) return;
      all.add(checked.findings);
      const page: Page = { text: checked.text, lines: linesOf(checked.text), columns, paint, io };
      io.out(
        groups(checked, page)
          .map((group) => `${block(group, page)}\n`)
          .join(''),
      );
    },
    end: (totals) => io.out(summary(totals, all, paint)),
  };
}

interface Page {
  readonly text: string;
  readonly lines: ReturnType<typeof linesOf>;
  readonly columns: number;
  readonly paint: Paint;
  readonly io: Io;
}

type Group = readonly [Located, ...Located[]];

/** More sentences than this above one line would hide it. */
const mostTogether = 12;

/** Findings of one line go together for as long as all of their tokens can be seen at once. */
function groups({ findings }: Checked, page: Page): readonly Group[] {
  const found: [Located, ...Located[]][] = [];
  for (const finding of findings) {
    const last = found.at(-1);
    const isNext = last && last.length < mostTogether && isOfOneLine(last, finding);
    if (isNext && fitTogether([...last, finding], page)) last.push(finding);
    else found.push([finding]);
  }
  return found;
}

const isOfOneLine = ([first]: Group, { range }: Located): boolean =>
  first.range !== null && range !== null && first.range.start.line === range.start.line;

function fitTogether(findings: readonly [Located, ...Located[]], page: Page): boolean {
  const index = findings[0].range?.start.line ?? 0;
  const line = lineOf(index, page);
  return isSeenWhole(line, marksOf(findings, line), roomOf(index, page));
}

function block(group: Group, page: Page): string {
  const { columns, paint, io } = page;
  const [{ file, range }] = group;
  const at = range ? `:${range.start.line + 1}:${range.start.character + 1}` : '';
  const heads = group.map(({ severity, rule, message }) => {
    const start = `${paint(words[severity], severity)} ${paint(rule, 'quiet')}: `;
    const taken = words[severity].length + rule.length + 3;
    const said = printable(message);
    return start + (io.columns === undefined ? said : wrapped(said, columns, taken, 2));
  });
  const fixes = group.flatMap(({ fix, fixTitle }) =>
    fixTitle === null
      ? []
      : `  ${paint('=', 'quiet')} ${fix === 'safe' ? 'fix' : 'suggestion'}: ${printable(fixTitle)}`,
  );
  return [
    ...heads,
    `  ${paint('-->', 'quiet')} ${printable(file)}${at}`,
    ...(range ? source(range.start.line, group, page) : []),
    ...new Set(fixes),
    '',
  ].join('\n');
}

function source(line: number, group: Group, page: Page): string[] {
  const { paint } = page;
  const text = lineOf(line, page);
  const shown = excerpt<Color>(text, marksOf(group, text), roomOf(line, page), paint);
  const number = String(line + 1);
  const gutter = ' '.repeat(number.length);
  const bar = paint('|', 'quiet');
  return [
    ` ${gutter} ${bar}`,
    ` ${paint(number, 'quiet')} ${bar} ${shown.line}`,
    ` ${gutter} ${bar} ${shown.marks}`,
  ];
}

/** Columns behind the line's number. */
const roomOf = (line: number, { columns }: Page): number => columns - String(line + 1).length - 4;

function lineOf(index: number, { text, lines }: Page): string {
  const { start, end } = lines.line(index);
  return text.slice(start, end);
}

/** Of two at one token the first is seen, which is the graver. */
const marksOf = (findings: readonly Located[], line: string): readonly Mark<Color>[] =>
  findings.flatMap(({ range, severity }) =>
    range
      ? {
          from: range.start.character,
          to: range.end.line === range.start.line ? range.end.character : line.length,
          color: severity,
        }
      : [],
  );
