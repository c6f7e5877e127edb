// Findings for a person at a terminal: the line, the token underlined, what it is about, what can be done.

import type { Severity } from '../rules/rule';
import { linesOf } from '../text/lines';
import type { Io } from './io';
import type { Checked, Located, Reporter } from './report';

const shown: Readonly<Record<Severity, { word: string; color: number }>> = {
  error: { word: 'error', color: 31 },
  warning: { word: 'warning', color: 33 },
  information: { word: 'note', color: 36 },
  hint: { word: 'hint', color: 90 },
};

const widest = 120;

export function humanReporter(io: Io): Reporter {
  const paint = (text: string, color: number): string =>
    io.color ? `\u001b[${color}m${text}\u001b[0m` : text;
  const byRule = new Map<string, number>();
  return {
    file: (checked) => {
      if (checked.findings.length === 0) return;
      const lines = linesOf(checked.text);
      const blocks = checked.findings.map((finding) => {
        byRule.set(finding.rule, (byRule.get(finding.rule) ?? 0) + 1);
        return block(finding, checked, lines, paint);
      });
      io.out(`${blocks.join('\n')}\n`);
    },
    end: ({ files, errors, warnings, fixed }) => {
      if (byRule.size > 0) io.out(`${table(byRule)}\n\n`);
      const mended = fixed > 0 ? `, ${plural(fixed, 'fix', 'fixes')} made` : '';
      io.out(
        `${plural(files, 'file', 'files')}, ${plural(errors, 'error', 'errors')}, ${plural(warnings, 'warning', 'warnings')}${mended}\n`,
      );
    },
  };
}

type Paint = (text: string, color: number) => string;

function block(
  finding: Located,
  { text }: Checked,
  lines: ReturnType<typeof linesOf>,
  paint: Paint,
): string {
  const { severity, rule, message, file, range, fixTitle, fix } = finding;
  const { word, color } = shown[severity];
  const head = `${paint(word, color)} ${paint(rule, 90)}: ${message}`;
  const where = `  ${paint('-->', 90)} ${file}${range ? `:${range.start.line + 1}:${range.start.character + 1}` : ''}`;
  const source = range ? sourceLines(range, text, lines, color, paint) : [];
  const help =
    fixTitle === null
      ? []
      : [`  ${paint('=', 90)} ${fix === 'safe' ? 'fix' : 'suggestion'}: ${fixTitle}`];
  return [head, where, ...source, ...help, ''].join('\n');
}

function sourceLines(
  range: NonNullable<Located['range']>,
  text: string,
  lines: ReturnType<typeof linesOf>,
  color: number,
  paint: Paint,
): string[] {
  const { start, end } = range;
  const { start: from, end: to } = lines.line(start.line);
  const whole = text.slice(from, to).replaceAll('\t', ' ');
  // Long lines are cut so that the token stays in view.
  const cut = whole.length > widest && start.character > widest / 2 ? start.character - 40 : 0;
  const line = `${cut > 0 ? '…' : ''}${whole.slice(cut, cut + widest)}${whole.length > cut + widest ? '…' : ''}`;
  const last = end.line === start.line ? end.character : whole.length;
  const width = Math.max(1, Math.min(last, cut + widest) - start.character);
  const number = String(start.line + 1);
  const gutter = ' '.repeat(number.length);
  const indent = ' '.repeat(start.character - cut + (cut > 0 ? 1 : 0));
  return [
    ` ${gutter} ${paint('|', 90)}`,
    ` ${paint(number, 90)} ${paint('|', 90)} ${line}`,
    ` ${gutter} ${paint('|', 90)} ${indent}${paint('^'.repeat(width), color)}`,
  ];
}

function table(byRule: ReadonlyMap<string, number>): string {
  const rows = [...byRule].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const width = Math.max(...rows.map(([, count]) => String(count).length));
  return rows.map(([rule, count]) => `${String(count).padStart(width)} ${rule}`).join('\n');
}

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
