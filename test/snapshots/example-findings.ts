// What an author sees of a rule: each failing example with its findings underlined, and after it what each fix changes.
import { fixesFor } from '../../server/features/fixes/fixes';
import type { QuickFix } from '../../server/features/fixes/quick-fix';
import type { View } from '../../server/features/view/view';
import type { Example, Finding, Rule, RuleExamples } from '../../server/rules/rule';
import { applyEdits } from '../../server/text/edit';
import type { Span } from '../../server/text/span';
import { findingsOf, settingsFor, viewOfExample } from '../support/examples';
import { words } from '../support/words';
import { lineDifference } from './line-difference';

/** The snapshot of one rule. Lines of files are indented, so they cannot be mistaken for what is stated about them. */
export const exampleFindings = (rule: Rule & RuleExamples): string =>
  `${rule.failing.map((example) => inWords(example, rule)).join('\n\n\n')}\n`;

function inWords(example: Example, rule: Rule): string {
  const view = viewOfExample(example, settingsFor(rule));
  const findings = findingsOf(rule, view);
  const others = (example.companions ?? []).map(({ path }) => `with ${path}`);
  const whole = findings.filter(({ span }) => span === null).map((one) => `file: ${stated(one)}`);
  return [
    [example.path, ...others, ...whole].join('\n'),
    marked(example.text, findings),
    ...findings.flatMap((finding) => fixesOf(view, finding)),
  ].join('\n\n');
}

const stated = ({ severity, message, moveTo, related = [], ...finding }: Finding): string =>
  [
    `${[severity, finding.tag, finding.onlyFades && 'fades'].filter(Boolean).join(', ')}: ${words(message)}`,
    ...(moveTo === undefined ? [] : [`move to ${moveTo}`]),
    ...related.map(
      ({ path, span, message: why }) => `see ${path}${offsetsOf(span)}: ${words(why)}`,
    ),
  ].join(' | ');

const offsetsOf = (span: Span | null): string => (span ? ` ${span.start}-${span.end}` : '');

function fixesOf(view: View, finding: Finding): readonly string[] {
  return unique(fixesFor(view, finding)).map((fix) => {
    const { text } = view.outline;
    const rows = lineDifference(visible(text), visible(applyEdits(text, fix.edits)));
    const terms = [fix.safety, fix.preferred ? 'preferred' : '', placeOf(view, fix)];
    return [
      `${words(fix.title)} (${terms.filter((one) => one !== '').join(', ')})`,
      ...rows.map((row) => (row ? `${row[0]} ${shortened(row[1])}`.trimEnd() : '  ...')),
    ].join('\n');
  });
}

/** Where it is offered, if that is not the place of its finding. */
function placeOf({ outline: { text } }: View, { title, finding }: QuickFix): string {
  const at = finding.fixes.find((fix) => words(fix.title) === words(title))?.at;
  if (!at || (at.start === finding.span?.start && at.end === finding.span.end)) return '';
  return `at ${shortened(visible(text.slice(at.start, at.end))).replaceAll('\n', '\\n')}`;
}

/** Findings that were merged may share a fix. */
const unique = (fixes: readonly QuickFix[]): readonly QuickFix[] =>
  fixes.filter((fix, at) => fixes.findIndex((one) => keyOf(one) === keyOf(fix)) === at);

const keyOf = ({ title, edits }: QuickFix): string => JSON.stringify([words(title), edits]);

interface Mark {
  readonly span: Span;
  readonly words: string;
}

/** The text with its findings. Lines far from all of them are left out. */
function marked(text: string, findings: readonly Finding[]): string {
  const marks: Mark[] = findings.flatMap((finding) => [
    ...(finding.span ? [{ span: finding.span, words: stated(finding) }] : []),
    ...(finding.also ?? []).map((span) => ({ span, words: 'also' })),
  ]);
  marks.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const rows: string[] = [];
  let start = 0;
  let left = 0;
  const lines = text.split('\n');
  const isFar = (at: number): boolean =>
    lines.length > most && at >= 4 && !marks.some(({ span }) => isNear(text, span, at));
  lines.forEach((line, at) => {
    const end = start + line.length;
    const here = marks.filter(({ span }) => start <= span.start && span.start <= end);
    const isLast = at === lines.length - 1;
    if (isFar(at)) left++;
    else {
      if (left > 0) rows.push(`  ... ${left} lines`);
      left = 0;
      if (!isLast || line !== '') rows.push(`  ${shortened(visible(line))}`.trimEnd());
      rows.push(...here.map((mark) => underlined(text, line, start, mark)));
      if (isLast && line !== '') rows.push('\\ no line break at the end');
    }
    start = end + 1;
  });
  if (left > 1) rows.push(`  ... ${left - 1} lines`);
  return rows.join('\n');
}

/** Longer files are shown in part. */
const most = 40;

function isNear(text: string, span: Span, line: number): boolean {
  const at = text.slice(0, span.start).split('\n').length - 1;
  return at - 2 <= line && line <= at + 2;
}

function underlined(text: string, line: string, start: number, { span, words }: Mark): string {
  const before = visible(line.slice(0, span.start - start));
  const inLine = visible(line.slice(span.start - start, span.end - start));
  if (before.length + inLine.length > longest)
    return `  ^ column ${span.start - start + 1}, ${span.end - span.start} characters: ${words}`;
  const more = text.slice(span.start, span.end).split('\n').length - 1;
  const rest = more > 0 ? ` to column ${columnOf(text, span.end)}, ${more} lines below:` : '';
  return `  ${' '.repeat(before.length)}${'^'.repeat(Math.max(1, inLine.length))}${rest} ${words}`;
}

const columnOf = (text: string, offset: number): number =>
  offset - text.lastIndexOf('\n', offset - 1);

const longest = 200;

const shortened = (line: string): string =>
  line.length <= longest ? line : `${line.slice(0, longest)}... ${line.length} characters`;

/** Characters that cannot be seen are escaped, and spaces at the ends of lines. */
const visible = (text: string): string =>
  text
    .replaceAll(/[^\n\P{C}]|[^\S\n ]/gu, (sign) => names[sign] ?? unitsOf(sign))
    .replaceAll(/ (?=\n|$)/g, '\\s');

const names: Readonly<Record<string, string>> = { '\r': '\\r', '\t': '\\t' };

const unitsOf = (sign: string): string => `\\u{${sign.codePointAt(0)?.toString(16) ?? ''}}`;
