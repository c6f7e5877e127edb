// The cost of the preview while an agent of 100 KB is edited: from the key to the paint, compared with an empty webview that
// receives the same edits in the same window. The two take turns, so that the machine is in the same state.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer } from '../harness/server.mjs';
import { sleep, until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';
import { extension } from '../page/desk.mjs';
import { writeAgents } from '../page/made-agents.mjs';
import { longAgent } from '../page/persona-files.mjs';
import { installEmpty } from './empty.mjs';
import { press, watchFrame, watchKeys } from './keys.mjs';

const file = '.claude/agents/long.md';
const rounds = 4;
const keysARound = 30;
const warmUp = 8;
const limit = 2;
const places = { prompt: 900, description: 3 };

const at = (sorted, part) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
const figures = (samples) => {
  const times = samples.map(({ ms }) => ms).sort((a, b) => a - b);
  const sizes = samples.map(({ sent }) => sent).sort((a, b) => a - b);
  return { p50: at(times, 0.5), p95: at(times, 0.95), bytes: at(sizes, 0.5), most: sizes.at(-1) };
};

async function typeRound(window, frame, { line, isOurs, tag }) {
  await window.press('Control+1');
  await window.goTo(line);
  await window.press('End');
  await watchFrame(frame);
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  let words = ` ${tag}`;
  await window.type(words);
  await sleep(800);
  const samples = [];
  for (let n = 0; n < keysARound; n++) {
    const letter = letters[n % letters.length];
    words += letter;
    samples.push(await press(window.page, frame, letter, isOurs ? words.trim() : ''));
    // As a person types: what comes behind a key is done by then.
    await sleep(90);
  }
  return samples.slice(warmUp);
}

export default async function run() {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-cost-')));
  writeAgents(folder, { [file]: longAgent(100_000) });
  const extensionsDir = path.join(folder, '.installed');
  installEmpty(extensionsDir);
  const settings = { 'editor.quickSuggestions': { other: 'off' } };
  const server = await startServer({ settings, extensionsDir });
  const window = await openWindow(server, { folder, extensions: [extension] });
  const samples = {};
  try {
    await window.openFile(file, 1, 1);
    await watchKeys(window.page);
    const show = {
      empty: async () => {
        await window.runCommand('Empty: Show');
        return window.webview('#empty');
      },
      ours: async () => {
        await window.runCommand('Dossier: Preview Persona');
        const frame = await window.webview('#persona .identity');
        await until('prompt', async () => (await frame.locator('#prompt > *').count()) > 500);
        return frame;
      },
    };
    for (const [place, line] of Object.entries(places))
      for (let round = 0; round < rounds; round++)
        for (const who of round % 2 ? ['ours', 'empty'] : ['empty', 'ours']) {
          // The command is available for the active file.
          await window.press('Control+1');
          const frame = await show[who]();
          await sleep(1000);
          const tag = `${who}${place}${round}`;
          const found = await typeRound(window, frame, { line, isOurs: who === 'ours', tag });
          samples[`${place} ${who}`] = [...(samples[`${place} ${who}`] ?? []), ...found];
        }
  } finally {
    await window.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return Object.keys(places).reduce(
    (sum, place) => {
      const [ours, empty] = [figures(samples[`${place} ours`]), figures(samples[`${place} empty`])];
      const ratio = ours.p95 / empty.p95;
      const kept = ratio <= limit;
      const label = ({ p50, p95, bytes, most }) =>
        `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, message ${bytes} letters (most ${most})`;
      console.log(
        `key in the ${place}, an agent of 100 KB, ${samples[`${place} ours`].length} keys`,
      );
      console.log(`  preview:       ${label(ours)}`);
      console.log(`  empty webview: ${label(empty)}`);
      console.log(`  p95 ratio ${ratio.toFixed(2)}, limit ${limit}: ${kept ? 'kept' : 'NOT KEPT'}`);
      return {
        passed: sum.passed + (kept ? 1 : 0),
        failed: sum.failed + (kept ? 0 : 1),
        skipped: sum.skipped,
      };
    },
    { passed: 0, failed: 0, skipped: 0 },
  );
}
