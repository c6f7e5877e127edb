// `npm run conformance -- --starts --live`: the declared command lines are run in a terminal, in a project with one agent, skill and
// command. The first request of the session must hold the text of the file that was started.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { commandOfCall, startCard } from '../../../server/features/persona/start';
import { viewAt } from '../../support/viewing';
import { type Model, startModel } from '../hooks/model';
import { installed } from '../install';
import { removeFolder } from '../oracles/remove-folder';
import { type StartedProgram, startedPrograms } from './programs';
import { recordedStarts, storeStarts } from './recorded';

interface Options {
  readonly hosts: readonly string[];
  readonly version: string | undefined;
  readonly record: boolean;
}

const chosenBy = ({ hosts }: Options): readonly StartedProgram[] =>
  startedPrograms.filter(({ host }) => hosts.length === 0 || hosts.includes(host));

export function installStartedPrograms(options: Options): void {
  for (const program of chosenBy(options)) installedAt(program, options);
}

const installedAt = ({ packages }: StartedProgram, { version }: Options): string =>
  installed(packages.map((one) => ({ ...one, version: version ?? one.version })));

const typed = 'first second';

/** @returns how many command lines did not start what they should. */
export async function runStarts(options: Options): Promise<number> {
  let wrong = 0;
  for (const program of chosenBy(options)) {
    const folder = installedAt(program, options);
    const started: Record<string, string> = {};
    for (const [subject, file] of Object.entries(program.files)) {
      const { line, declared } = lineFor(program.host, subject, file);
      if (line === null || declared === undefined) continue;
      const output = await session(program, folder, file, subject, line);
      console.log(`${program.host}: ${line}: ${output === null ? 'started' : 'did not start'}`);
      if (output === null) started[subject] = declared;
      else {
        wrong += 1;
        console.log(output.slice(-1500));
      }
    }
    const version = options.version ?? program.packages[0]?.version ?? '';
    if (options.record) storeStarts(program.host, version, started);
    else if (
      options.version === undefined &&
      JSON.stringify(recordedStarts(program.host)?.started) !== JSON.stringify(started)
    )
      console.log(`${program.host}: it starts otherwise than recorded.`);
  }
  return wrong;
}

/** The command line for the user, and the declared one. */
function lineFor(
  host: string,
  subject: string,
  file: string,
): { readonly line: string | null; readonly declared: string | undefined } {
  const verdict = viewAt(textFor(file), { at: file })
    .ranked()
    .find(({ place }) => place.host.id === host);
  if (!verdict) return { line: null, declared: undefined };
  const { start, startsCalls } = verdict.place.host;
  if (subject !== 'agent')
    return { line: commandOfCall(verdict, typed), declared: startsCalls?.command };
  const line = verdict.persona ? (startCard(verdict, verdict.persona)?.command ?? null) : null;
  return { line, declared: start?.command };
}

const marker = 'TEXT OF THE FILE';

const textFor = (file: string): string => {
  if (file.endsWith('.toml')) return `description = "d"\nprompt = "${marker} {{args}}"\n`;
  const name =
    /(?:SKILL|agent)\.md$/.test(file) || file.includes('/agents/') ? 'name: shown\n' : '';
  const body = /agents?\//.test(file) ? marker : `${marker} $ARGUMENTS`;
  return `---\n${name}description: Shows.\n---\n\n${file.startsWith('.qwen') ? `${marker} {{args}}` : body}\n`;
};

const patience = 60_000;

/** @returns null if the text of the file reached the model; otherwise what the terminal showed. */
async function session(
  program: StartedProgram,
  folder: string,
  file: string,
  subject: string,
  line: string,
): Promise<string | null> {
  const parent = path.join(homedir(), '.cache');
  mkdirSync(parent, { recursive: true });
  const root = realpathSync(mkdtempSync(path.join(parent, 'dossier-starts-')));
  const [project, home, bin] = ['project', 'home', 'bin'].map((one) => path.join(root, one)) as [
    string,
    string,
    string,
  ];
  const put = (below: string, files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(below, name)), { recursive: true });
      writeFileSync(path.join(below, name), text);
    }
  };
  const model = await startModel([]);
  try {
    const start = program.program({ folder, project, home, port: model.port });
    put(project, { [file]: textFor(file), 'README.md': '# x\n' });
    put(home, start.files ?? {});
    const [name = ''] = line.split(' ');
    const scripts = program.packages.some((one) => start.args[0]?.includes(one.name));
    const words = [start.command, ...(scripts ? start.args.slice(0, 1) : [])];
    put(bin, { [name]: `#!/bin/sh\nexec ${words.map((word) => `'${word}'`).join(' ')} "$@"\n` });
    chmodSync(path.join(bin, name), 0o755);
    spawnSync('git', ['init', '-q'], { cwd: project });
    const env = {
      ...{ PATH: `${bin}:${process.env['PATH'] ?? ''}`, HOME: home, LANG: 'C.UTF-8' },
      ...{ TERM: 'xterm-256color', ...start.environment },
    };
    const expected =
      subject === 'agent' || program.host === 'codex' ? marker : `${marker} ${typed}`;
    const { answers } = program;
    return await typedIn(line, {
      cwd: project,
      env,
      model,
      expected,
      answers,
      isAsked: subject === 'agent',
    });
  } finally {
    await model.close();
    spawnSync('pkill', ['-9', '-f', root]);
    removeFolder(root);
  }
}

interface Terminal extends Pick<StartedProgram, 'answers'> {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly model: Model;
  /** In a request. */
  readonly expected: string;
  /** The session begins with nothing, so something has to be typed. */
  readonly isAsked: boolean;
}

async function typedIn(
  line: string,
  { cwd, env, model, expected, answers, isAsked }: Terminal,
): Promise<string | null> {
  const child = spawn('script', ['-qfec', `stty cols 120 rows 40; ${line}`, '/dev/null'], {
    cwd,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (some: Buffer) => {
    output += some.toString('utf8');
  });
  const isSent = (): boolean => model.requests.some((request) => request.includes(expected));
  let isAnswered = answers === undefined;
  const until = Date.now() + patience;
  // A program may lose keys that come before its first screen is complete: they are typed again.
  const turns = isAsked ? ['go', '\r'] : [];
  for (let at = 0; Date.now() < until && !isSent(); at++) {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const asks = answers && visible(output).replaceAll(' ', '').includes(answers.after);
    if (!isAnswered && asks) {
      child.stdin.write(answers.keys);
      isAnswered = true;
    } else if (isAnswered && output !== '' && at > 2) {
      const keys = turns[at % 2];
      if (keys !== undefined) child.stdin.write(keys);
    }
  }
  child.kill('SIGKILL');
  return isSent() ? null : visible(output);
}

const visible = (output: string): string =>
  stripVTControlCharacters(output).replaceAll(/\s+/g, ' ');
