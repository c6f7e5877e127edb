// A short measurement that fails where the command line has become much slower. Processor time of whole programs, as ratios in
// one run: the programs take turns, the least of all rounds counts, and more rounds follow where a limit is exceeded.
//   node test/run.mjs speed
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../../scripts/build/options.mjs';
import { batchFloor } from '../batch.mjs';
import { layOutCorpus } from '../corpus-workspace.mjs';
import { cpuOf } from '../many.mjs';

const files = 600;
const rounds = 2;
const maxRounds = 6;

/** About a fifth above what was measured, so that only a clear change exceeds it. */
const limits = [
  { what: 'one file', measured: 'one', against: 'bare', limit: 2.6 },
  { what: `${files} files`, measured: 'many', against: 'floor', limit: 2.9 },
  { what: 'one changed file of them', measured: 'changed', against: 'many', limit: 0.65 },
];

function git(folder, ...args) {
  const { status, stderr } = spawnSync(
    'git',
    ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@localhost', ...args],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
}

export default async function run() {
  const floor = await batchFloor();
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-speed-'));
  // A file is also checked against the other agents of its project: this one has none.
  const project = mkdtempSync(path.join(tmpdir(), 'dossier-speed-'));
  try {
    const [alone] = layOutCorpus(project, 1);
    const all = layOutCorpus(folder, files);
    const [first] = all;
    const list = path.join(folder, 'list.txt');
    writeFileSync(list, all.join('\n'));
    git(folder, 'init', '-q', '-b', 'main');
    git(folder, 'add', '.');
    git(folder, 'commit', '-q', '-m', 'files');
    appendFileSync(first, '\nOne more line.\n');
    const check = [path.join(root, 'dist/cli.js'), 'check'];
    const programs = {
      bare: ['-e', '0'],
      floor: [floor, list],
      one: [...check, alone],
      many: [...check, '.'],
      changed: [...check, '--changed', 'HEAD'],
    };
    const least = Object.fromEntries(
      Object.keys(programs).map((name) => [name, Number.POSITIVE_INFINITY]),
    );
    const ratioOf = ({ measured, against }) => least[measured] / least[against];
    const isOver = (one) => ratioOf(one) > one.limit;
    for (let round = 0; round < rounds || (round < maxRounds && limits.some(isOver)); round++)
      for (const [name, args] of Object.entries(programs))
        least[name] = Math.min(least[name], cpuOf(args, folder));
    for (const one of limits)
      console.log(
        `check ${one.what}: ${ratioOf(one).toFixed(2)}x of ${one.against}, at most ${one.limit}x${isOver(one) ? ': OVER' : ''}`,
      );
    const failed = limits.filter(isOver).length;
    return { passed: limits.length - failed, failed, skipped: 0 };
  } finally {
    for (const one of [folder, project]) rmSync(one, { recursive: true, force: true });
  }
}
