// `npm run conformance -- --hooks --live`: a model writes a file with an error, then corrects it, in each program whose hook is
// `dossier hook`. Its next request must hold the finding in the first case, and nothing of ours in the second.
import path from 'node:path';
import { installed } from '../install';
import { askMatchers } from './matchers';
import type { Model } from './model';
import { type Played, played } from './played';
import { type HookProgram, hookPrograms, otherHookPrograms, type Plugin } from './programs';
import { recordedHooks, storeHooks } from './recorded';
import { recordedPlugin, storePlugin } from './recorded-plugin';
import { askScripts } from './scripts';

interface Options {
  readonly hosts: readonly string[];
  readonly version: string | undefined;
  readonly record: boolean;
  /** Asks about hooks whose scripts are missing, instead of anything about our own hook. */
  readonly scripts: boolean;
  /** Asks before which calls a hook runs, by its matcher. */
  readonly matchers: boolean;
  /** With `scripts`: only those whose event and command contain it. */
  readonly only: string;
}

const chosenBy = ({ hosts, scripts, matchers }: Options): readonly HookProgram[] =>
  [...hookPrograms, ...(scripts || matchers ? otherHookPrograms : [])].filter(
    ({ host }) => hosts.length === 0 || hosts.includes(host),
  );

export function installHookPrograms(options: Options): void {
  for (const program of chosenBy(options)) installedAt(program, options);
}

const installedAt = ({ packages }: HookProgram, { version }: Options): string =>
  installed(packages.map((one) => ({ ...one, version: version ?? one.version })));

/** @returns how many steps went wrong. */
export async function runHooks(options: Options): Promise<number> {
  let wrong = 0;
  for (const program of chosenBy(options)) {
    const about = options.scripts ? askScripts : options.matchers ? askMatchers : null;
    if (about) {
      const version = options.version ?? program.packages[0]?.version ?? '';
      wrong += await about(program, installedAt(program, options), version, options);
      continue;
    }
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

function changed(host: string, inputs: readonly unknown[]): readonly string[] {
  const recorded = recordedHooks(host);
  return JSON.stringify(recorded?.inputs) === JSON.stringify(inputs)
    ? []
    : [`${host}: other input than recorded. Run it with --record and read the difference.`];
}
