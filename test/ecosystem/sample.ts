// `node scripts/ecosystem.mjs --sample [RULE...]`: ten findings of each rule over the real files, far apart and with their
// lines, to be read by a person.
import type { Finding } from '../../server/rules/rule';
import { words } from '../support/words';
import { everyJudged } from './judged';

const most = 10;
const longestLine = 160;

export function sample(rules: readonly string[]): readonly string[] {
  const byRule = new Map<string, string[]>();
  for (const { agent, as, view } of everyJudged()) {
    for (const finding of view.findings()) {
      if (rules.length > 0 && !rules.includes(finding.rule)) continue;
      const shown = byRule.get(finding.rule) ?? [];
      byRule.set(finding.rule, shown);
      shown.push(asRead(`${agent.file} (${as})`, agent.text, finding));
    }
  }
  return [...byRule].sort().flatMap(([rule, all]) => {
    const step = Math.max(1, all.length / most);
    const some = all.slice(0, most).map((_, index) => all[Math.floor(index * step)] ?? '');
    return [`== ${rule}: ${all.length}`, ...some];
  });
}

function asRead(where: string, text: string, finding: Finding): string {
  const { span, severity, host, message } = finding;
  const start = span?.start ?? 0;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const end = text.indexOf('\n', start);
  const line = text.slice(from, end < 0 ? undefined : end);
  const fixes = finding.fixes.map(({ title, safety }) => `${words(title)} (${safety})`);
  return [
    `${where}:${text.slice(0, start).split('\n').length}`,
    `  | ${line.slice(0, longestLine)}`,
    `  ${severity} ${host ?? ''} [${span ? text.slice(span.start, span.end) : ''}] ${words(message)}`,
    ...(fixes.length > 0 ? [`  = ${fixes.slice(0, 3).join('; ')}`] : []),
  ].join('\n');
}
