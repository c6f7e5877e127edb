// `node scripts/ecosystem.mjs`: what changed since the stored snapshots. `--update` stores the new one; `--show RULE...` prints
// every finding of these rules with its file, `--sample` ten of each rule, to be read by a person, `--table` the counts of
// every rule by severity and file, `--fixes` every fix that is offered.
import { readFileSync, writeFileSync } from 'node:fs';
import { difference, everyFinding, type Seen, snapshots } from './findings';
import { sample } from './sample';
import { fixLines, rulesTable } from './table';

const [what, ...rules] = process.argv.slice(2);

if (what === '--sample') {
  for (const line of sample(rules)) console.log(line);
} else if (what === '--table') {
  for (const line of rulesTable()) console.log(line);
} else if (what === '--fixes') {
  for (const line of fixLines()) console.log(line);
} else if (what === '--show') {
  for (const seen of everyFinding()) if (rules.includes(seen.rule)) console.log(shown(seen));
} else if (what === '--update') {
  for (const { file, folder, asText } of snapshots) {
    const all = everyFinding(folder);
    const text = asText(all);
    for (const line of difference(readFileSync(file, 'utf8'), text)) console.log(line);
    writeFileSync(file, text);
    console.log(`${all.length} findings in ${file}`);
  }
} else {
  for (const { file, folder, asText } of snapshots) {
    const changes = difference(readFileSync(file, 'utf8'), asText(everyFinding(folder)));
    console.log(changes.length > 0 ? changes.join('\n') : `${file}: no changes`);
    if (changes.length > 0) process.exitCode = 1;
  }
}

function shown({ rule, host, severity, message, token, line, agent }: Seen): string {
  return [
    `${agent.path} (${agent.file}):${line}`,
    `  ${severity} ${rule} ${host ?? ''} [${token}]`,
    `  ${message}`,
  ].join('\n');
}
