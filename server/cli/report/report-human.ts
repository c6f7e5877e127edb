// The human-readable report: each finding with its message, its line with the token underlined, and the available
// fixes. Findings on the same line are grouped.
import { type Lines, linesOf, type Position, type Range } from '../../text/lines';
import { formatCount } from '../../text/message';
import type { Io } from '../io';
import { type Color, type Paint, painter, printable, wrapped } from './cells';
import { excerpt, isSeenWhole, type Mark } from './excerpt';
import { inertLines } from './inert-lines';
import type { Located, Reporter, Totals } from './report';

// The summary at the end of a report: the number of findings by severity, and the number that can be fixed.

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

/** Empty where no file was checked: why there is none is reported elsewhere. */
export function summary(totals: Totals, { byRule }: Counted, paint: Paint): string {
  const { files, errors, warnings, notes, fixed } = totals;
  if (files + errors + warnings + notes + fixed === 0) return '';
  const total = [...byRule.values()].reduce((sum, count) => sum + count, 0);
  const parts = [
    plural(files, 'file', 'files'),
    colored(errors > 0, paint, 'error', plural(errors, 'error', 'errors')),
    colored(warnings > 0, paint, 'warning', plural(warnings, 'warning', 'warnings')),
    ...noteCount(totals),
    ...(fixed > 0 ? [`${plural(fixed, 'fix', 'fixes')} applied`] : []),
  ];
  return `${total > many ? `${counts(byRule)}\n\n` : ''}${parts.join(', ')}\n${offer(totals)}`;
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

/** A line for each rule, the most frequent first. */
export function counts(byRule: ReadonlyMap<string, number>): string {
  const rows = [...byRule].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const width = Math.max(...rows.map(([, count]) => formatCount(count).length));
  return rows.map(([rule, count]) => `${formatCount(count).padStart(width)}  ${rule}`).join('\n');
}

/** How many notes there are, with the flag that prints those that are not shown. Empty if there are none. */
export function noteCount({ notes, hidden }: Pick<Totals, 'notes' | 'hidden'>): readonly string[] {
  if (notes === 0) return [];
  const count = plural(notes, 'note', 'notes');
  if (hidden === 0) return [count];
  const which = hidden === notes ? '' : `${formatCount(hidden)} of them `;
  return [`${count} (${which}not shown without --notes)`];
}

/** Formats a count with its noun: `1 file`, `1,234 files`. */
export const plural = (count: number, one: string, more: string): string =>
  `${formatCount(count)} ${count === 1 ? one : more}`;

export const words = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'hint',
} as const;

/** The maximum line width in columns, chosen for readability. */
const widest = 120;

/** Writes the findings file by file, followed by a summary. */
export function humanReporter(io: Io): Reporter {
  const paint = painter(io.color);
  const all = tally();
  const look: Look = {
    columns: Math.max(40, Math.min(io.columns ?? widest, widest)),
    isWrapped: io.columns !== undefined,
    paint,
    arrow: paint('-->', 'quiet'),
    bar: paint('|', 'quiet'),
  };
  return {
    file: ({ file, text, findings }) => {
      if (findings.length === 0) return;
      all.add(findings);
      const name = printable(file);
      let page = '';
      for (const group of groups(findings, masked(findings, text), look))
        page += `${block(group, name, look)}\n`;
      io.out(inertLines(page));
    },
    end: (totals) => io.out(summary(totals, all, paint)),
  };
}

/** Display options that apply to the whole report. */
interface Look {
  readonly columns: number;
  /** Whether messages are wrapped to the available width. Only true for a terminal. */
  readonly isWrapped: boolean;
  readonly paint: Paint;
  readonly arrow: string;
  readonly bar: string;
}

/** Findings that are printed together above one excerpt. */
interface Group {
  readonly findings: [Located, ...Located[]];
  /** The underlined place, or null if the findings apply to the whole file. */
  readonly place: Place | null;
}

interface Place {
  /** The position of the first finding. */
  readonly start: Position;
  readonly line: string;
  /** The underlined tokens. If two findings share a token, the more severe one comes first and determines the color. */
  readonly marks: Mark<Color>[];
}

/** The maximum number of messages in a group. With more, the excerpt is too far from the first message. */
const mostTogether = 12;

/** Groups findings on the same line as long as all of their tokens fit into one excerpt. */
function groups(findings: readonly Located[], text: string, look: Look): readonly Group[] {
  const lines = linesOf(text);
  const found: Group[] = [];
  let last: Group | undefined;
  for (const finding of findings) {
    if (last && joins(finding, last, look)) continue;
    last = { findings: [finding], place: placeOf(finding, text, lines) };
    found.push(last);
  }
  return found;
}

/**
 * Returns the text with sensitive ranges replaced by asterisks, so that secrets do not appear in logs. Offsets do not
 * change.
 */
function masked(findings: readonly Located[], text: string): string {
  if (!findings.some(({ isConfidential }) => isConfidential)) return text;
  const lines = linesOf(text);
  let shown = text;
  for (const { range, isConfidential } of findings) {
    if (!range || !isConfidential) continue;
    const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
    shown = shown.slice(0, start) + '*'.repeat(end - start) + shown.slice(end);
  }
  return shown;
}

/** Returns whether the finding was added to the group. */
function joins(finding: Located, { findings, place }: Group, look: Look): boolean {
  const { range } = finding;
  if (range === null || place?.start.line !== range.start.line) return false;
  if (findings.length >= mostTogether) return false;
  const mark = markOf(range, finding.severity, place.line);
  const room = roomOf(place.start.line, look);
  if (!isSeenWhole(place.line, [...place.marks, mark], room)) return false;
  findings.push(finding);
  place.marks.push(mark);
  return true;
}

function placeOf({ range, severity }: Located, text: string, lines: Lines): Place | null {
  if (range === null) return null;
  const span = lines.line(range.start.line);
  const line = text.slice(span.start, span.end);
  return { start: range.start, line, marks: [markOf(range, severity, line)] };
}

const markOf = ({ start, end }: Range, color: Color, line: string): Mark<Color> => ({
  from: start.character,
  to: end.line === start.line ? end.character : line.length,
  color,
});

/** @param name the file name to display. */
function block({ findings, place }: Group, name: string, look: Look): string {
  let shown = '';
  for (const finding of findings) shown += `${head(finding, look)}\n`;
  shown += `  ${look.arrow} ${name}`;
  if (place)
    shown += `:${place.start.line + 1}:${place.start.character + 1}\n${source(place, look)}`;
  return `${shown}\n${fixes(findings, look)}`;
}

function head({ severity, rule, message }: Located, { columns, isWrapped, paint }: Look): string {
  const start = `${paint(words[severity], severity)} ${paint(rule, 'quiet')}: `;
  const taken = words[severity].length + rule.length + 3;
  const printed = printable(message);
  return start + (isWrapped ? wrapped(printed, columns, taken, 2) : printed);
}

function source({ start, line, marks }: Place, look: Look): string {
  const { paint, bar } = look;
  const shown = excerpt<Color>(line, marks, roomOf(start.line, look), paint);
  const number = String(start.line + 1);
  const gutter = ' '.repeat(number.length);
  return ` ${gutter} ${bar}\n ${paint(number, 'quiet')} ${bar} ${shown.line}\n ${gutter} ${bar} ${shown.marks}`;
}

/** Returns one line per available fix, without duplicates. */
function fixes(findings: Group['findings'], look: Look): string {
  if (findings.length === 1) return fixLine(findings[0], look);
  return [...new Set(findings.map((finding) => fixLine(finding, look)))].join('');
}

function fixLine({ fix, fixTitle }: Located, { paint }: Look): string {
  if (fixTitle === null) return '';
  const kind = fix === 'safe' ? 'fix' : 'suggestion';
  return `  ${paint('=', 'quiet')} ${kind}: ${printable(fixTitle)}\n`;
}

/** The number of columns after the line number. */
const roomOf = (line: number, { columns }: Look): number => columns - String(line + 1).length - 4;
