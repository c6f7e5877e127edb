// The cost of the extension for a window, as VS Code itself reports it ("Developer: Startup Performance"): once before any
// agent file is opened, and once with one open from the start, with the time to the first completion. For comparison, an
// extension that is activated by the same events and does nothing. Windows of the two take turns.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer } from '../harness/server.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';
import { writeAgents } from '../page/made-agents.mjs';
import { ids, installEmpty, installOurs, installWatcher } from './extensions.mjs';

const starts = 7;
/** Milliseconds to load the code and to activate, before the first agent file is opened. */
const limit = 50;
const notes = 'notes.md';
const agent = '.claude/agents/reviewer.md';
const files = {
  [notes]: '# Notes\n',
  [agent]: '---\nname: reviewer\ndescription: Reviews.\n\n---\nYou review.\n',
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const range = (numbers) =>
  `${median(numbers)} (${Math.min(...numbers)} to ${Math.max(...numbers)})`;

/** The row of an extension: `{ load, call, finish, event }`. */
function timesIn(text, id) {
  const row = text.split('\n').find((line) => line.startsWith(`| ${id} `));
  const [, , , load, call, finish, event] = row.split('|').map((cell) => cell.trim());
  return { load: Number(load), call: Number(call), finish: Number(finish), event };
}

/** A window from its start until what is asked for was seen. */
async function startOf({ server, extensionsDir, out, folder }, who, place) {
  rmSync(out, { force: true });
  const measured = ids[who];
  installWatcher(extensionsDir, {
    ...{ measured, out },
    ...(place === 'rest'
      ? { opens: path.join(folder, notes) }
      : { editorsLabel: 'disallowedTools', ...(who === 'ours' && { ownLabel: 'maxTurns' }) }),
  });
  const from = Date.now();
  const file = place === 'rest' ? undefined : path.join(folder, agent);
  const window = await openWindow(server, { folder, file });
  try {
    await until(`${who} ${place}`, () => existsSync(out), { ms: 180000 });
    // It is there before it is whole.
    const seen = await until('what was seen', () => JSON.parse(readFileSync(out, 'utf8')));
    const first = Object.entries(seen.first ?? {}).map(([name, at]) => [name, at - from]);
    const { wasActive } = seen;
    return { ...timesIn(seen.text, measured), wasActive, ...Object.fromEntries(first) };
  } finally {
    await window.close();
  }
}

function report(what, ours, empty) {
  console.log(`\n${what}, ${ours.length} starts of each, median (least to most) in ms`);
  const row = (name, read) => {
    const [a, b] = [ours.map(read), empty.map(read)];
    const ratio = median(b) > 0 ? (median(a) / median(b)).toFixed(2) : '-';
    console.log(`  ${name.padEnd(30)} ours ${range(a)}, empty ${range(b)}, ratio ${ratio}`);
  };
  row('load code', ({ load }) => load);
  row('call activate', ({ call }) => call);
  row('finish activate', ({ finish }) => finish);
  row('load and call', ({ load, call }) => load + call);
  return row;
}

async function measure(scratch) {
  const folder = path.join(scratch, 'workspace');
  writeAgents(folder, files);
  const seats = {};
  const seen = {};
  try {
    for (const who of ['ours', 'empty']) {
      const extensionsDir = path.join(scratch, `${who}-extensions`);
      mkdirSync(extensionsDir);
      await (who === 'ours' ? installOurs : installEmpty)(extensionsDir, scratch);
      // The server looks for them when it starts.
      installWatcher(extensionsDir, {});
      const out = path.join(scratch, `${who}.json`);
      seats[who] = { extensionsDir, out, folder, server: await startServer({ extensionsDir }) };
    }
    // The first window of a server is slower than every other: it is not counted.
    for (let start = 0; start <= starts; start++)
      for (const who of start % 2 ? ['ours', 'empty'] : ['empty', 'ours'])
        for (const place of ['rest', 'agent']) {
          const one = await startOf(seats[who], who, place);
          if (start > 0) seen[`${who} ${place}`] = [...(seen[`${who} ${place}`] ?? []), one];
        }
  } finally {
    for (const { server } of Object.values(seats)) await server.stop();
  }
  return seen;
}

export default async function run() {
  const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-activation-')));
  const seen = await measure(scratch).finally(() =>
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  );
  const rest = seen['ours rest'];
  const isAsleep = rest.every(({ wasActive }) => !wasActive);
  console.log(`\na window without a Markdown file: ${isAsleep ? 'not activated' : 'ACTIVATED'}`);
  report(`a Markdown file, first in a window at rest (${rest[0].event})`, rest, seen['empty rest']);
  const [ours, empty] = [seen['ours agent'], seen['empty agent']];
  const row = report(`a window that opens with an agent file (${ours[0].event})`, ours, empty);
  row("to the editor's own completion", ({ editor }) => editor);
  const own = ours.map((one) => one.own);
  console.log(`  ${'to our first completion'.padEnd(30)} ours ${range(own)}`);
  const cost = median(rest.map(({ load, call }) => load + call));
  const kept = cost <= limit;
  console.log(
    `\nbefore the first agent file: ${cost} ms, limit ${limit}: ${kept ? 'kept' : 'NOT KEPT'}`,
  );
  const good = [isAsleep, kept].filter(Boolean).length;
  return { passed: good, failed: 2 - good, skipped: 0 };
}
