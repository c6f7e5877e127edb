// How often each rule reports over the real files, by severity, and how much of it one file gets: what a change of
// rules does to the amount of findings. With the fixes, how many of them each rule offers as safe and for review.
import { fixesFor } from '../../server/features/fixes/fixes';
import type { QuickFix } from '../../server/features/fixes/quick-fix';
import { severities } from '../../server/rules/rule';
import { corpusAgents } from '../support/corpus-agents';
import { words } from '../support/words';
import { everyFinding } from './findings';
import { everyJudged } from './judged';

const row = (name: string, counts: readonly (string | number)[]): string =>
  `${name.padEnd(24)}${counts.map((count) => String(count).padStart(9)).join('')}`;

/** A line for each rule: findings by severity, files with one, and the median of findings in such a file. */
export function rulesTable(): readonly string[] {
  const byRule = new Map<string, { counts: Record<string, number>; files: Map<string, number> }>();
  const perFile = new Map(corpusAgents().map(({ file }) => [file, { all: 0, loud: 0 }]));
  for (const { rule, severity, agent } of everyFinding()) {
    const known = byRule.get(rule) ?? { counts: {}, files: new Map<string, number>() };
    known.counts[severity] = (known.counts[severity] ?? 0) + 1;
    known.files.set(agent.file, (known.files.get(agent.file) ?? 0) + 1);
    byRule.set(rule, known);
    const file = perFile.get(agent.file);
    if (!file) continue;
    file.all++;
    if (severity === 'error' || severity === 'warning') file.loud++;
  }
  const files = [...perFile.values()];
  return [
    row('rule', [...severities.map((severity) => severity.slice(0, 7)), 'files', 'median']),
    ...[...byRule]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([rule, { counts, files: having }]) =>
        row(rule, [
          ...severities.map((severity) => counts[severity] ?? 0),
          having.size,
          median([...having.values()]),
        ]),
      ),
    row(
      'total',
      severities.map((severity) => sum([...byRule.values()], severity)),
    ),
    `findings a file: median ${median(files.map(({ all }) => all))}, mean ${mean(files.map(({ all }) => all))}`,
    `errors and warnings a file: median ${median(files.map(({ loud }) => loud))}, mean ${mean(files.map(({ loud }) => loud))}`,
  ];
}

const sum = (
  rules: readonly { readonly counts: Record<string, number> }[],
  severity: string,
): number => rules.reduce((all, { counts }) => all + (counts[severity] ?? 0), 0);

const mean = (counts: readonly number[]): string =>
  (counts.reduce((all, one) => all + one, 0) / Math.max(1, counts.length)).toFixed(2);

function median(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Every fix that is offered over the real files, where they lie and as each host's own: a line each, its safety last. */
export function* fixLines(): Iterable<string> {
  for (const { agent, as, view } of everyJudged())
    for (const finding of view.findings())
      for (const fix of fixesFor(view, finding))
        yield `${agent.file}\t${as}\t${lineOf(agent.text, fix)}`;
}

const lineOf = (text: string, { finding, title, safety }: QuickFix): string => {
  const { rule, host, span } = finding;
  const line = text.slice(0, span?.start ?? 0).split('\n').length;
  return [line, rule, host ?? 'any', words(title), safety].join('\t');
};
