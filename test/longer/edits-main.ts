// Random edits of real agent files: `--seed N`, `--edits N`, `--minutes N`. A line a minute; the totals and the differences at
// the end.
import { performance } from 'node:perf_hooks';
import { type Difference, type FuzzTotals, fuzzEdits } from '../support/edit-fuzzing';
import { textsToEdit } from '../support/texts-to-edit';

const words = process.argv.slice(2);
const numberOf = (flag: string, otherwise: number): number => {
  const at = words.indexOf(flag);
  return at < 0 ? otherwise : Number(words[at + 1]);
};

const seed = numberOf('--seed', 1);
const mostEdits = numberOf('--edits', 1_000_000);
const minutes = numberOf('--minutes', Number.POSITIVE_INFINITY);
const from = performance.now();
let shown = from;
/** How many differences were printed. */
let printed = 0;

const line = ({ documents, edits, answers, differences }: FuzzTotals): string => {
  const { rss, heapUsed } = process.memoryUsage();
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
  const spent = Math.round((performance.now() - from) / 1000);
  return [
    `seed ${seed}: ${edits} edits of ${documents} documents, ${answers} answers compared`,
    `${differences.filter(({ what }) => what !== 'exception').length} differences`,
    `${differences.filter(({ what }) => what === 'exception').length} exceptions`,
    `memory ${megabytes(rss)}, heap ${megabytes(heapUsed)}, ${spent} s`,
  ].join(', ');
};

async function main(): Promise<number> {
  const totals = await fuzzEdits({
    seed,
    texts: textsToEdit(),
    isOver(now) {
      for (const one of now.differences.slice(printed)) console.log(shownDifference(one));
      printed = now.differences.length;
      const time = performance.now();
      if (time - shown > 60_000) {
        shown = time;
        console.log(line(now));
      }
      return now.edits >= mostEdits || time - from > minutes * 60_000;
    },
  });
  console.log(line(totals));
  const byRequest = new Map<string, number>();
  for (const { what } of totals.differences) byRequest.set(what, (byRequest.get(what) ?? 0) + 1);
  for (const [what, count] of byRequest) console.log(`  ${what}: ${count}`);
  return totals.differences.length === 0 ? 0 : 1;
}

/** The place where two answers differ, and the last texts around the edit. */
function shownDifference({ what, at, languageId, history, long, fresh }: Difference): string {
  let start = 0;
  while (start < long.length && long[start] === fresh[start]) start++;
  const from = Math.max(0, start - 60);
  const [before = '', now = ''] = history.slice(-2);
  let edit = 0;
  while (edit < now.length && now[edit] === before[edit]) edit++;
  const near = (text: string): string =>
    JSON.stringify(text.slice(Math.max(0, edit - 300), edit + 60));
  return [
    `== ${what} at ${at} (${languageId}), after ${history.length - 1} edits`,
    `  long:  ${long.slice(from, start + 300)}`,
    `  fresh: ${fresh.slice(from, start + 300)}`,
    `  before: ${near(before)}`,
    `  now:    ${near(now)}`,
  ].join('\n');
}

void main().then((code) => process.exit(code));
