// `node scripts/ecosystem.mjs`: what changed since the kept snapshot. `--update` keeps the new one; `--show RULE...` prints
// every finding of these rules with its file, `--sample` ten of each rule, to be read by a person, `--table` the counts of
// every rule by severity and file, `--fixes` every fix that is offered.
import { readFileSync, writeFileSync } from 'node:fs';
import { asText, difference, everyFinding, stored as kept, type Seen } from './findings';
import { sample } from './sample';
import { fixLines, rulesTable } from './table';

const [what, ...rules] = process.argv.slice(2);
const counts = ['--sample', '--table', '--fixes'].includes(what ?? '');
const all = counts ? [] : everyFinding();
const text = counts ? '' : asText(all);

if (what === '--sample') {
  for (const line of sample(rules)) console.log(line);
} else if (what === '--table') {
  for (const line of rulesTable()) console.log(line);
} else if (what === '--fixes') {
  for (const line of fixLines()) console.log(line);
} else if (what === '--show') {
  for (const seen of all) if (rules.includes(seen.rule)) console.log(shown(seen));
} else if (what === '--update') {
  writeFileSync(kept, text);
  console.log(`${all.length} findings in ${kept}`);
} else {
  const changes = difference(readFileSync(kept, 'utf8'), text);
  console.log(changes.length > 0 ? changes.join('\n') : 'nothing changed');
  process.exitCode = changes.length > 0 ? 1 : 0;
}

function shown({ rule, host, severity, message, token, line, agent }: Seen): string {
  return [
    `${agent.path} (${agent.file}):${line}`,
    `  ${severity} ${rule} ${host ?? ''} [${token}]`,
    `  ${message}`,
  ].join('\n');
}
