// `npm run conformance -- --hooks --live`: a model writes a file with an error, then corrects it, in each program whose hook is
// `dossier hook`. Its next request must hold the finding in the first case, and nothing of ours in the second.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { installed } from '../install';
import { removeFolder } from '../oracles/remove-folder';
import { configurationsIn, type Page } from './configurations';
import { type Call, type Model, startModel } from './model';
import { type HookProgram, hookPrograms, type Plugin } from './programs';
import { recordedHooks, storeHooks } from './recorded';
import { recordedPlugin, storePlugin } from './recorded-plugin';

interface Options {
  readonly hosts: readonly string[];
  readonly version: string | undefined;
  readonly record: boolean;
}

const chosenBy = ({ hosts }: Options): readonly HookProgram[] =>
  hookPrograms.filter(({ host }) => hosts.length === 0 || hosts.includes(host));

export function installHookPrograms(options: Options): void {
  for (const program of chosenBy(options)) installedAt(program, options);
}

const installedAt = ({ packages }: HookProgram, { version }: Options): string =>
  installed(packages.map((one) => ({ ...one, version: version ?? one.version })));

/** @returns how many steps went wrong. */
export async function runHooks(options: Options): Promise<number> {
  let wrong = 0;
  for (const program of chosenBy(options)) {
    const { steps, inputs } = await session(program, installedAt(program, options));
    const failed = steps.filter(({ isRight }) => !isRight);
    const version = options.version ?? program.packages[0]?.version ?? '';
    console.log(
      `${program.host} ${version}, hook: ${steps.length} written, ${steps.length - failed.length} answered as they should be`,
    );
    for (const { title, reported } of steps) console.log(`  ${title}: ${reported}`);
    wrong += failed.length;
    wrong += await toolCall(program, installedAt(program, options));
    wrong += await pluginSession(program, version, options);
    if (options.record && failed.length === 0) storeHooks(program.host, version, inputs);
    else if (options.version === undefined && failed.length === 0)
      for (const line of changed(program.host, inputs)) console.log(line);
  }
  return wrong;
}

interface Step {
  readonly title: string;
  /** What the model read of ours after it. */
  readonly reported: string;
  readonly isRight: boolean;
}

/** Writes each file with its error, then corrects it. */
async function session(
  program: HookProgram,
  folder: string,
  setUp: 'hooks' | Plugin = 'hooks',
): Promise<Session> {
  const { model, output, inputs } = await played(program, folder, setUp, (project) =>
    program.files.flatMap(({ file, text, before, after }) => [
      program.write(path.join(project, file), text),
      program.edit(path.join(project, file), before, after),
    ]),
  );
  const steps = program.files.flatMap(({ file, finding }, index) => [
    stepOf(`an error in ${file}`, model, 2 * index + 1, (reported) => finding.test(reported)),
    stepOf(`${file} corrected`, model, 2 * index + 2, (reported) => reported === ''),
  ]);
  if (steps.some(({ isRight }) => !isRight)) console.log(output.slice(-2000));
  return { steps, inputs, model, output };
}

/** Installs the plugin and writes each file with its error, then corrects it. @returns 1 if a component was not loaded */
async function pluginSession(
  program: HookProgram,
  version: string,
  options: Options,
): Promise<number> {
  const { plugin, host } = program;
  if (!plugin) return 0;
  const { steps, model, output } = await session(program, installedAt(program, options), plugin);
  const [first = ''] = model.requests;
  const loaded = {
    skill: plugin.skill.test(first),
    command: first.includes('Check the agents, skills and commands of this project'),
    hook: steps.every(({ isRight }) => isRight),
  };
  console.log(`${host} ${version}, plugin: ${JSON.stringify(loaded)}`);
  for (const { title, reported } of steps) console.log(`  ${title}: ${reported}`);
  if (!loaded.skill) console.log(output.slice(-1500));
  const known = recordedPlugin(host);
  if (options.record) storePlugin(host, version, loaded);
  else if (
    options.version === undefined &&
    JSON.stringify(known?.loaded) !== JSON.stringify(loaded)
  )
    console.log(`${host}: the plugin loads otherwise than recorded.`);
  return loaded.skill && loaded.hook ? 0 : 1;
}

/** Writes a file with an error and calls the tool that checks it. @returns 1 if the model does not get its answer. */
async function toolCall(program: HookProgram, folder: string): Promise<number> {
  const [broken] = program.files;
  const name = program.checkTool;
  if (name === undefined || !broken) return 0;
  const { model, output } = await played(program, folder, 'mcp', (project) => [
    program.write(path.join(project, broken.file), broken.text),
    { name, input: { path: broken.file } },
  ]);
  const isRight = broken.finding.test(model.requests[2] ?? '');
  console.log(`${program.host}, mcp: ${name} ${isRight ? 'answered' : 'did not answer'}`);
  if (!isRight)
    console.log(
      `${/tool_result.{0,400}/.exec(model.requests[2] ?? '')?.[0]}\n${/"mcp_servers".{0,200}/.exec(output)?.[0]}\n${output.slice(-1500)}`,
    );
  return isRight ? 0 : 1;
}

interface Session extends Pick<Played, 'model' | 'output'> {
  readonly steps: readonly Step[];
  /** What the program passed to the hook, with `<project>` for its folder. */
  readonly inputs: readonly unknown[];
}

const patience = 120_000;

export interface Played {
  readonly model: Model;
  readonly output: string;
  readonly inputs: readonly unknown[];
}

/** Plays calls of a model in a project with the configurations of a page. @param callsIn by the folder of the project */
export async function played(
  program: HookProgram,
  folder: string,
  setUp: Page | Plugin,
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
  const model = await startModel(callsIn(project));
  try {
    const start = program.start({ folder, project, home, port: model.port });
    put(home, start.files ?? {});
    const env = {
      ...{ PATH: process.env['PATH'] ?? '', HOME: home, LANG: 'C.UTF-8' },
      ...start.environment,
    };
    mkdirSync(project, { recursive: true });
    if (typeof setUp === 'object')
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
    const output = await run(start.command, start.args, { cwd: project, env });
    return { model, output, inputs: inputsIn(log, root) };
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
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<string> {
  return new Promise((done) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
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

/** A text of ours. */
const report = /Dossier found (?:[^"\\]|\\.)*/g;

/** What is new in a request, compared with the one before. */
function stepOf(
  title: string,
  { requests }: Model,
  at: number,
  isRight: (reported: string) => boolean,
): Step {
  const request = requests[at];
  if (request === undefined) return { title, reported: 'the model was not asked', isRight: false };
  const before = [...(requests[at - 1]?.matchAll(report) ?? [])].length;
  const reported = [...request.matchAll(report)].slice(before).map(([text]) => text);
  return { title, reported: reported.join(' ') || 'nothing', isRight: isRight(reported.join(' ')) };
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

function changed(host: string, inputs: readonly unknown[]): readonly string[] {
  const recorded = recordedHooks(host);
  return JSON.stringify(recorded?.inputs) === JSON.stringify(inputs)
    ? []
    : [`${host}: other input than recorded. Run it with --record and read the difference.`];
}
