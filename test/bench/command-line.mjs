// The command line, next to a bare Node, the least that an honest program does with the same files, and other linters.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/build/options.mjs';
import { batchFloor } from './batch.mjs';
import { layOutCorpus } from './corpus-workspace.mjs';
import { timeOf } from './processor-time.mjs';
import { usage } from './usage.mjs';

const cli = path.join(root, 'dist/cli.js');
const check = [process.execPath, cli, 'check'];

function git(folder, ...args) {
  const { status, stderr } = spawnSync(
    'git',
    ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@localhost', ...args],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
}

/**
 * The least processor time, with the wall time of that run, of programs that take turns.
 * @param programs commands by name.
 * @param inputs what they read from their standard input, by name.
 */
function leastOf(programs, cwd, rounds, inputs = {}) {
  const least = {};
  for (let round = 0; round < rounds; round++)
    for (const [name, command] of Object.entries(programs)) {
      const time = timeOf(command, cwd, inputs[name]);
      if (!(least[name]?.cpuMs <= time.cpuMs)) least[name] = time;
    }
  return least;
}

/** A folder that is removed at the end. */
async function inFolder(use) {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-command-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One file in a project without other agents: a file is also checked against the other agents of its project. */
export const oneFile = ({ rounds, peers, corpus }) =>
  inFolder((folder) => {
    const [file] = layOutCorpus(folder, 1, corpus);
    const programs = { bare: [process.execPath, '-e', '0'], dossier: [...check, file] };
    if (peers) {
      const { program } = peers.newerNode;
      programs['bare, newer Node'] = [program, '-e', '0'];
      programs['dossier, newer Node'] = [program, cli, 'check', file];
      programs.agnix = [...peers.agnix.command, file];
      programs.markdownlint = [...peers.markdownlint.command, file];
    }
    return leastOf(programs, folder, rounds);
  });

/** What each file that a model writes costs: an agent next to many others, and a file that is none. */
export const hooked = ({ count, rounds, corpus }) =>
  inFolder((folder) => {
    const [file] = layOutCorpus(folder, count, corpus);
    const other = path.join(folder, 'notes.md');
    writeFileSync(other, '# Notes\n');
    git(folder, 'init', '-q', '-b', 'main');
    const inputFor = (written) =>
      JSON.stringify({
        ...{ hook_event_name: 'PostToolUse', tool_name: 'Write', tool_response: {} },
        ...{ tool_input: { file_path: written }, cwd: folder },
      });
    const hook = [process.execPath, cli, 'hook'];
    const programs = { bare: [process.execPath, '-e', '0'], agent: hook, other: hook };
    const inputs = { agent: inputFor(file), other: inputFor(other) };
    return leastOf(programs, folder, rounds, inputs);
  });

/** Many files, then the same with one that differs from the last commit. */
export const manyFiles = ({ count, rounds, peers, corpus }) =>
  inFolder(async (folder) => {
    const floor = await batchFloor();
    const files = layOutCorpus(folder, count, corpus);
    const list = path.join(folder, 'list.txt');
    writeFileSync(list, files.join('\n'));
    git(folder, 'init', '-q', '-b', 'main');
    git(folder, 'add', '.');
    git(folder, 'commit', '-q', '-m', 'files');
    appendFileSync(files[0], '\nOne more line.\n');
    const results = ['--cache-location', path.join(folder, 'results')];
    const programs = {
      bare: [process.execPath, '-e', '0'],
      floor: [process.execPath, floor, list],
      dossier: [...check, '.'],
      changed: [...check, '--changed', 'HEAD'],
      again: [...check, ...results, '.'],
      'changed again': [...check, ...results, '--changed', 'HEAD', '.'],
    };
    // Writes the results that the others use.
    timeOf(programs.again, folder);
    if (peers) {
      programs.agnix = [...peers.agnix.command, '.'];
      // It takes minutes for thousands of files.
      if (count < 1_000) programs.markdownlint = [...peers.markdownlint.command, '**/*.md'];
    }
    const times = leastOf(programs, folder, rounds);
    return peers ? { ...times, watch: await watchedSave(folder, files[1]) } : times;
  });

const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What `check --watch` costs for one saved file with a new error: the least processor time, and the time until it is reported. */
async function watchedSave(folder, file) {
  const child = spawn(process.execPath, [cli, 'check', '--watch', '.'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = (stream, isExpected) =>
    new Promise((resolve, reject) => {
      let text = '';
      const late = setTimeout(() => reject(new Error(`--watch reports nothing: ${text}`)), 900_000);
      child.once('exit', () => reject(new Error(`--watch ended: ${text}`)));
      stream.on('data', (data) => {
        text += data;
        if (!isExpected(text)) return;
        clearTimeout(late);
        resolve(performance.now());
      });
    });
  try {
    child.stdout.resume();
    await output(child.stderr, (text) => text.includes('watching agent files'));
    let best;
    for (let round = 0; round < 5; round++) {
      await rest(1_500);
      const before = usage(child.pid).cpuMs;
      const from = performance.now();
      // Each time another problem: one that was reported before is not reported again.
      const tool = `Tool${round}`;
      const reported = output(child.stdout, (text) => text.includes(tool));
      writeFileSync(file, `---\nname: agent\ndescription: Reviews.\ntools: Read, ${tool}\n---\n`);
      const wallMs = (await reported) - from;
      await rest(500);
      const cpuMs = usage(child.pid).cpuMs - before;
      if (!(best?.cpuMs <= cpuMs)) best = { cpuMs, wallMs };
    }
    return best;
  } finally {
    child.kill();
  }
}
