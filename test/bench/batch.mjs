// The command line over many files, in every host, against the least that an honest program does with them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';
import { node, root } from '../../scripts/build/options.mjs';
import { resourcesOf } from '../../scripts/resources.mjs';
import { agentOf } from './document.mjs';
import { base, parseBase } from './servers.mjs';

const { corpus, isOwnCorpus } = resourcesOf(root);
const hosts = 'claude-code,vscode,copilot-cli,opencode,kilo';

/** The agent files of DOSSIER_CORPUS, else made ones. */
function filesIn(folder) {
  if (!isOwnCorpus) {
    return readdirSync(corpus, { recursive: true })
      .filter((name) => name.endsWith('.md') && name !== 'NOTICE.md')
      .map((name) => path.join(corpus, name))
      .sort();
  }
  return Array.from({ length: 1200 }, (_, index) => {
    const file = path.join(folder, `agent-${index}.md`);
    writeFileSync(file, agentOf(1000 + ((index * 97) % 8000)).replace('manager', `n${index}`));
    return file;
  });
}

/** Builds the floor under a program over many files; where it is. */
export async function batchFloor() {
  const outfile = path.join(root, 'out/bench/batch-floor.cjs');
  const entryPoints = [path.join(root, 'test/bench/batch-floor.mjs')];
  await esbuild.build({ ...node, entryPoints, outfile, minify: true });
  return outfile;
}

/** Wall milliseconds of each round; the programs take turns. */
export async function batch(rounds) {
  const floor = await batchFloor();
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-batch-'));
  try {
    const list = path.join(folder, 'list.txt');
    writeFileSync(list, filesIn(folder).join('\n'));
    const explain = ['explain', '--host', hosts, '--as', '@own', '--format', 'ndjson'];
    const programs = {
      [base]: ['-e', '0'],
      [parseBase]: [floor, list],
      dossier: [path.join(root, 'dist/cli.js'), ...explain, '--files-from', list],
    };
    const walls = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [name, args] of Object.entries(programs)) walls[name].push(timed(name, args));
    }
    return { batch: walls };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timed(name, args) {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return performance.now() - from;
}
