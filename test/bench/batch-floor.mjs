// The least that an honest program does with many files: read each, cut out the frontmatter, parse it once with ranges.
import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';

let flawed = 0;
for (const file of readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
  const text = readFileSync(file, 'utf8');
  const start = text.indexOf('\n') + 1;
  const end = text.startsWith('---') ? text.indexOf('\n---', start - 1) : -1;
  if (end < 0) continue;
  const lineCounter = new LineCounter();
  const head = text.slice(start, end + 1);
  if (parseDocument(head, { lineCounter, keepSourceTokens: true }).errors.length > 0) flawed++;
}
console.log(flawed);
