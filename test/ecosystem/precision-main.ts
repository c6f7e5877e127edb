// `node scripts/precision.mjs`: what every error over the real files stands beside, and how often each rule speaks. Ends
// with 1 where an error stands beside nothing that is one.
import { severities } from '../../server/rules/rule';
import { words } from '../support/words';
import { type Offender, precision } from './precision';

const { files, verdicts, unchanged, errorsOnUnchanged, errors, findings, offenders, programs } =
  precision();
const number = (count: number): string => count.toLocaleString('en').padStart(7);
const row = (name: string, ...counts: number[]): string =>
  `  ${name.padEnd(24)}${counts.map(number).join('')}`;

console.log(`${files} files, as they lie and as each host's own: ${verdicts} verdicts

load unchanged           ${number(unchanged)}
errors beside them       ${number(errorsOnUnchanged)}

errors, by rule and host, and what they stand beside`);
for (const [key, count] of Object.entries(errors).sort()) {
  const [rule = '', host = '', ...beside] = key.split(' ');
  console.log(
    `  ${rule.padEnd(24)}${host.padEnd(14)}${beside.join(' ').padEnd(14)}${number(count)}`,
  );
}
console.log(
  `\n  ${'findings by rule'.padEnd(22)}${severities.map((one) => one.slice(0, 6).padStart(7)).join('')}`,
);
for (const [rule, counts] of Object.entries(findings).sort())
  console.log(row(rule, ...severities.map((severity) => counts[severity] ?? 0)));

console.log(`\n${offenders.length} errors stand beside nothing that is one`);
for (const one of offenders) console.log(shown(one));
const { asked, lost, untold, otherwise } = programs;
console.log(`
held against the hosts' own programs
  asked                   ${number(asked)}
  lost the agent          ${number(lost)}
  lost, without an error  ${number(untold.length)}
  did otherwise           ${number(otherwise.length)}`);
for (const one of [...untold, ...otherwise]) console.log(`  ${one}`);
process.exitCode = offenders.length > 0 || otherwise.length > 0 ? 1 : 0;

function shown({ file, as, line, outcome, finding }: Offender): string {
  return `  ${file}:${line} (${as}, ${outcome}) ${finding.rule}\n    ${words(finding.message)}`;
}
