// Findings for a person at a terminal: what is wrong, the line with its token underlined, what can be done. Findings of
// one line stand together.
import { type Lines, linesOf, type Position, type Range } from '../text/lines';
import { printable } from './cells';
import { excerpt, isSeenWhole, type Mark } from './excerpt';
import type { Io } from './io';
import { type Color, type Paint, painter } from './paint';
import type { Located, Reporter } from './report';
import { summary, tally } from './report-human-summary';
import { wrapped } from './wrap';

const words = { error: 'error', warning: 'warning', information: 'note', hint: 'hint' } as const;

/** The longest line that is read at ease. */
const widest = 120;

/** Writes file by file, and a summary at the end. */
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
      io.out(page);
    },
    end: (totals) => io.out(summary(totals, all, paint)),
  };
}

/** How the report is shown, in every file. */
interface Look {
  readonly columns: number;
  /** Whether sentences are broken where the line ends: only for a terminal. */
  readonly isWrapped: boolean;
  readonly paint: Paint;
  readonly arrow: string;
  readonly bar: string;
}

/** Findings that are told together. */
interface Group {
  readonly findings: [Located, ...Located[]];
  /** Where they are underlined; null: they speak of the whole file. */
  readonly place: Place | null;
}

interface Place {
  /** The place of the first. */
  readonly start: Position;
  readonly line: string;
  /** Of two at one token the first is seen, which is the graver. */
  readonly marks: Mark<Color>[];
}

/** More sentences than this above one line would hide it. */
const mostTogether = 12;

/** Findings of one line go together for as long as all of their tokens can be seen at once. */
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

/** The text with stars in place of what is not to be shown in a log; every offset stays. */
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

/** Whether it has been added. */
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

/** @param name of the file. */
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
  const said = printable(message);
  return start + (isWrapped ? wrapped(said, columns, taken, 2) : said);
}

function source({ start, line, marks }: Place, look: Look): string {
  const { paint, bar } = look;
  const shown = excerpt<Color>(line, marks, roomOf(start.line, look), paint);
  const number = String(start.line + 1);
  const gutter = ' '.repeat(number.length);
  return ` ${gutter} ${bar}\n ${paint(number, 'quiet')} ${bar} ${shown.line}\n ${gutter} ${bar} ${shown.marks}`;
}

/** What can be done, a line for each; the same is said once. */
function fixes(findings: Group['findings'], look: Look): string {
  if (findings.length === 1) return fixLine(findings[0], look);
  return [...new Set(findings.map((finding) => fixLine(finding, look)))].join('');
}

function fixLine({ fix, fixTitle }: Located, { paint }: Look): string {
  if (fixTitle === null) return '';
  const kind = fix === 'safe' ? 'fix' : 'suggestion';
  return `  ${paint('=', 'quiet')} ${kind}: ${printable(fixTitle)}\n`;
}

/** Columns behind the line's number. */
const roomOf = (line: number, { columns }: Look): number => columns - String(line + 1).length - 4;
