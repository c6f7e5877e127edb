// Plays calls of a model in a program, in a project of its own.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { removeFolder } from '../oracles/remove-folder';
import { configurationsIn, type Page } from './configurations';
import { type Call, type Model, startModel } from './model';
import type { HookProgram, Plugin } from './programs';

const patience = 120_000;

/** After so many requests without a call, a program that does not end is stopped. */
const requestsAtMost = 100;

export interface Played {
  readonly model: Model;
  readonly output: string;
  readonly inputs: readonly unknown[];
  /** The names of the files in the folder of the project, after it. */
  readonly written: readonly string[];
}

/** A project as it is. */
interface Files {
  readonly files: Readonly<Record<string, string>>;
  /** Of these, what the system runs directly. */
  readonly executable: readonly string[];
}

/** Plays calls of a model in a project with the configurations of a page. @param callsIn by the folder of the project */
export async function played(
  program: HookProgram,
  folder: string,
  setUp: Page | Plugin | Files,
  callsIn: (project: string) => readonly Call[],
): Promise<Played> {
  // A program may ignore a home below the folder for temporary files.
  const parent = path.join(homedir(), '.cache');
  mkdirSync(parent, { recursive: true });
  const root = realpathSync(mkdtempSync(path.join(parent, 'dossier-hooks-')));
  const [project, home, log] = ['project', 'home', 'inputs'].map((one) => path.join(root, one)) as [
    string,
    string,
    string,
  ];
  const put = (below: string, files: Readonly<Record<string, string>>): void => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(below, file)), { recursive: true });
      writeFileSync(path.join(below, file), text);
    }
  };
  const calls = callsIn(project);
  const stop = new AbortController();
  const model = await startModel(calls, (count) => {
    if (count > calls.length + requestsAtMost) stop.abort();
  });
  try {
    const start = program.start({ folder, project, home, port: model.port });
    put(home, start.files ?? {});
    const env = {
      ...{ PATH: process.env['PATH'] ?? '', HOME: home, LANG: 'C.UTF-8' },
      ...start.environment,
    };
    mkdirSync(project, { recursive: true });
    if (typeof setUp === 'object' && 'files' in setUp) {
      put(project, setUp.files);
      for (const file of setUp.executable) chmodSync(path.join(project, file), 0o755);
    } else if (typeof setUp === 'object')
      for (const args of setUp.install(releaseIn(root)))
        await run(start.command, args, { cwd: project, env });
    else
      for (const [file, text] of Object.entries(configurationsIn(setUp, program.host)))
        put(project, { [file]: withOurs(text, log, path.join(root, 'dossier')) });
    put(root, {
      dossier: `#!/bin/sh\nexec ${ours.map((word) => JSON.stringify(word)).join(' ')} "$@"\n`,
    });
    chmodSync(path.join(root, 'dossier'), 0o755);
    // Some tools create no folders.
    for (const { file } of program.files)
      mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    spawnSync('git', ['init', '-q'], { cwd: project });
    const output = await run(start.command, start.args, {
      ...{ cwd: project, env, signal: stop.signal },
    });
    return { model, output, inputs: inputsIn(log, root), written: readdirSync(project) };
  } finally {
    await model.close();
    removeFolder(root);
  }
}

/** The files of a release, as a program installs the plugin from them. */
function releaseIn(root: string): string {
  const release = path.join(root, 'release');
  const words = ['scripts/package.mjs', 'npm', '--stage', release, '--no-build'];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The release was not made: ${stderr}`);
  return release;
}

/** The command line of this clone. */
const ours = [process.execPath, path.resolve('dist/cli.js')];

/** A configuration in which the hook also keeps what the program passes, and the server is that of this clone. */
const withOurs = (text: string, log: string, program: string): string =>
  text
    .replaceAll('"dossier hook"', JSON.stringify(`tee -a ${log} | ${program} hook; echo >> ${log}`))
    .replaceAll('"command": "dossier"', `"command": ${JSON.stringify(program)}`);

function run(
  command: string,
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
  },
): Promise<string> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      ...options,
      ...{ stdio: ['ignore', 'pipe', 'pipe'], killSignal: 'SIGKILL' },
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    child.on('error', (error) => {
      output += error.message;
    });
    child.on('close', () => {
      clearTimeout(timer);
      done(output);
    });
  });
}

function inputsIn(log: string, root: string): readonly unknown[] {
  try {
    return readFileSync(log, 'utf8')
      .replaceAll(`${root}/project`, '<project>')
      .replaceAll(root, '<root>')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => stable(JSON.parse(line)));
  } catch {
    return [];
  }
}

/** Without the values that differ from run to run. */
const stable = (input: unknown): unknown =>
  JSON.parse(JSON.stringify(input), (key, value: unknown) =>
    /(?:^|_)id$|Id$|^timestamp$|^duration_ms$|^transcript_path$/.test(key) ? typeof value : value,
  );
