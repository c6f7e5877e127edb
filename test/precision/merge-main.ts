// `node test/precision/merge.mjs FILES...`: judged findings (JSON lines with `label` and `reason`) into the tables.
// `--second` puts them into the table of second labels and leaves the first unchanged. Where a judged line has no more
// than id, label and reason, the file that it was judged from is named too.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  asMixedTable,
  asTable,
  fromMixedTable,
  fromTable,
  isLabel,
  keyOf,
  type Labelled,
} from './labels';
import type { Candidate } from './sample';

interface Judged extends Partial<Candidate> {
  readonly id: string;
  readonly label?: unknown;
  readonly reason?: unknown;
}

const folder = 'test/precision/labels';
const secondTable = 'test/precision/second.tsv';

const { values, positionals } = parseArgs({
  options: { second: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const lines = positionals.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Judged),
);
const isSampled = (one: Judged): one is Judged & Candidate => typeof one.source === 'string';
const sampled = new Map(lines.filter(isSampled).map((one) => [one.id, one]));

const wrong: string[] = [];
const fresh = lines.flatMap((one): readonly Labelled[] => {
  const { id, label, reason } = one;
  if (label === undefined) return [];
  const whole = sampled.get(id);
  if (!whole || !isLabel(label) || typeof reason !== 'string' || reason.trim() === '') {
    wrong.push(whole ? `${id}: label "${label}", reason "${reason}"` : `${id}: not sampled`);
    return [];
  }
  const { source, rule, host, severity, lineText, subject } = whole;
  return [{ source, rule, host, severity, lineText, subject, label, reason }];
});

if (values.second) {
  writeFileSync(secondTable, asMixedTable(merged(readIf(secondTable, fromMixedTable), fresh)));
} else {
  for (const rule of new Set(fresh.map((one) => one.rule))) {
    const file = `${folder}/${rule}.tsv`;
    const before = readIf(file, (text) => fromTable(rule, text));
    const after = fresh.filter((one) => one.rule === rule);
    writeFileSync(file, asTable(merged(before, after)));
  }
}
for (const line of wrong) console.error(line);
console.log(
  `${fresh.length} labels in ${values.second ? secondTable : folder}, ${wrong.length} left out`,
);
process.exitCode = wrong.length > 0 ? 1 : 0;

function readIf(file: string, read: (text: string) => readonly Labelled[]): readonly Labelled[] {
  return existsSync(file) ? read(readFileSync(file, 'utf8')) : [];
}

/** The later label of a finding replaces the earlier one. */
function merged(before: readonly Labelled[], after: readonly Labelled[]): readonly Labelled[] {
  return [...new Map([...before, ...after].map((one) => [keyOf(one), one])).values()];
}
