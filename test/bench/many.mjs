// Many files: the command line on workspaces of agent files, and the server from its first message until it
// has reported all files, compared with the minimum that any program must do with the same files. Measured in processor time,
// because both use what the machine provides.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/build/options.mjs';
import { resourcesOf } from '../../scripts/resources.mjs';
import { batchFloor } from './batch.mjs';
import { Client } from './client.mjs';
import { layOutCorpus } from './corpus-workspace.mjs';
import { cpuOf } from './processor-time.mjs';
import { base, parseBase, servers } from './servers.mjs';
import { layOutSkills } from './skill-workspace.mjs';
import { usage } from './usage.mjs';

const { corpus, skills } = resourcesOf(root);

/** By kind: writes a workspace, and how its measures are named. */
const kinds = {
  agents: { layOut: (folder, size) => layOutCorpus(folder, size, corpus), suffix: '' },
  skills: { layOut: (folder, size) => layOutSkills(folder, size, skills), suffix: ' skills' },
};

/** The files that some host reads, each once. */
function filesIn(folder) {
  const { stdout } = spawnSync(
    process.execPath,
    [path.join(root, 'dist/cli.js'), 'list', '--format', 'json', '.'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 },
  );
  const { agents, skills: listed } = JSON.parse(stdout);
  const files = [...agents, ...listed].flatMap(({ file, isConfigured }) =>
    isConfigured ? [] : path.join(folder, file),
  );
  return [...new Set(files)];
}

/**
 * @param rounds of which the middle counts: the programs take turns.
 * @param sizes how many files: one workspace each.
 * @param kind `agents`, or `skills` with their folders.
 */
export async function many(rounds, sizes, kind = 'agents') {
  const { layOut, suffix } = kinds[kind];
  const floor = await batchFloor();
  const samples = {};
  const add = (measure, name, value) => {
    samples[measure] ??= { [base]: [], [parseBase]: [], dossier: [] };
    samples[measure][name].push(value);
  };
  const [bare] = (await servers()).filter(({ name }) => name === base);
  for (const size of sizes) {
    const folder = mkdtempSync(path.join(tmpdir(), 'dossier-many-'));
    try {
      layOut(folder, size);
      const files = filesIn(folder);
      const name = `${size}${suffix}`;
      const list = path.join(folder, 'list.txt');
      writeFileSync(list, files.join('\n'));
      for (let round = 0; round < rounds; round++) {
        const least = cpuOf([floor, list], folder);
        const started = cpuOf(['-e', '0'], folder);
        const check = `check ${name} cpu`;
        add(check, base, started);
        add(check, parseBase, least);
        add(check, 'dossier', cpuOf([path.join(root, 'dist/cli.js'), 'check', '.'], folder));
        const survey = await surveyed(folder, files[0], false);
        add(`survey ${name} cpu`, base, started);
        add(`survey ${name} cpu`, parseBase, least);
        add(`survey ${name} cpu`, 'dossier', survey.cpuMs);
        add(`survey ${name} memory`, base, await memoryOf(bare, folder));
        add(`survey ${name} memory`, 'dossier', survey.memoryMb);
        const resurvey = await surveyed(folder, files[0], true);
        for (const ms of resurvey.meanwhile) add(`survey ${name} completion`, 'dossier', ms);
        for (const ms of resurvey.idle) add(`idle ${name} completion`, 'dossier', ms);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return samples;
}

/** Megabytes of a server that has only been started. */
async function memoryOf(server, folder) {
  const client = new Client(server, folder);
  try {
    await client.started;
    await rest(settledMs);
    return usage(client.child.pid).memoryMb;
  } finally {
    await client.stop();
  }
}

/** How long the server must be idle, and how often this is checked. */
const quiet = { slices: 8, pauseMs: 150, busyMs: 8, asks: 3 };
/** What it does not need any more a server gives back when it has been at rest for a while. */
const settledMs = 9_000;
const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Until the server has had nothing to do for a while.
 * @param isAsked whether a person completes a word in `file` all the time: what that costs is not the survey's.
 */
async function surveyed(folder, file, isAsked) {
  const server = {
    name: 'dossier',
    command: [path.join(root, 'dist/server.js'), '--stdio'],
    env: {},
  };
  const client = new Client(server, folder);
  try {
    await client.started;
    const before = usage(client.child.pid).cpuMs;
    client.notify('initialized', {});
    const meanwhile = [];
    const uri = pathToFileURL(file).href;
    const complete = async () => {
      const from = performance.now();
      const position = { line: 1, character: 0 };
      await client.request('textDocument/completion', { textDocument: { uri }, position });
      return client.repliedAt - from;
    };
    if (isAsked) {
      client.open(uri, readFileSync(file, 'utf8'));
      // The first run is always slow.
      await complete();
    }
    let still = 0;
    let last = before;
    // The survey begins a moment after the first message.
    for (let turns = 0; still < quiet.slices && turns < 1_000; turns++) {
      for (let asked = 0; asked < quiet.asks; asked++) {
        await rest(quiet.pauseMs / quiet.asks);
        if (isAsked && still === 0) meanwhile.push(await complete());
      }
      const { cpuMs } = usage(client.child.pid);
      still = cpuMs - last < quiet.busyMs ? still + 1 : 0;
      last = cpuMs;
    }
    const cpuMs = last - before;
    const idle = [];
    for (let asked = 0; asked < 100; asked++) {
      await rest(quiet.pauseMs / quiet.asks);
      idle.push(await complete());
    }
    if (isAsked) return { cpuMs, meanwhile, idle };
    await rest(settledMs);
    return { cpuMs, memoryMb: usage(client.child.pid).memoryMb };
  } finally {
    await client.stop();
  }
}
