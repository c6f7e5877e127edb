// Codex answers by two of its commands, which read a project without a session: the roles that it accepts are in the description
// of the tool that starts agents, and what it refuses is among the warnings of its self-check.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Facts, facts, quoted } from '../facts';
import type { Oracle } from '../oracle';
import type { Question } from '../question';
import { inBatches } from './batches';
import { noNetwork } from './no-network';

export const version = '0.169.0';

export const codex: Oracle = {
  host: 'codex',
  answers: {
    part: 'program',
    how: 'Two of its commands list the roles and what is refused. No role is run, so its tools are not seen.',
    license: 'Apache-2.0',
  },
  packages: [{ name: '@openai/codex', version }],
  start: async (folder) => {
    const program = programBelow(path.join(folder, 'node_modules/@openai'));
    const home = newHome();
    return {
      version,
      ask: (questions) =>
        inBatches(questions, {
          atOnce: 300,
          // Of two agents with one name the second is refused, whatever else is in it.
          // A project has one configuration.
          marks: (question) =>
            isConfiguration(question)
              ? ['configuration']
              : [nameIn(question.text) ?? question.text],
          kind: ({ path: file }) => path.dirname(file),
          ask: async (batch) => answers(program, home, batch),
        }),
      close: async () => rmSync(home, { recursive: true, force: true }),
    };
  },
};

/** The program itself, without the script that starts it. */
export function programBelow(folder: string): string {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && entry.name === 'codex' && !entry.parentPath.endsWith('/.bin'))
      return path.join(entry.parentPath, entry.name);
  throw new Error(`no program below ${folder}`);
}

/** A file whose tables may define agents. The program stops if it cannot read the file. */
const isConfiguration = ({ path: file }: Question): boolean => file.endsWith('/config.toml');

const nameIn = (text: string): string | undefined =>
  /^\s*["']?name["']?\s*=\s*(?:"([^"\\\n]*)"|'([^'\n]*)')/m.exec(text)?.slice(1).find(Boolean);

interface Role {
  readonly name: string;
  readonly lines: readonly string[];
}

interface Project {
  readonly root: string;
  readonly home: string;
  readonly files: readonly string[];
}

/** One home folder for all questions: the first start in a new one takes many seconds. */
function newHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'dossier-codex-'));
  const root = projectIn(home);
  // Without a mark, the program would take the project for a part of another one.
  mkdirSync(path.join(root, '.git'), { recursive: true });
  const trust = `[projects.${JSON.stringify(root)}]\ntrust_level = "trusted"\n`;
  writeFileSync(path.join(home, 'config.toml'), trust);
  return home;
}

const projectIn = (home: string): string => path.join(home, 'project');

/** Lays all files below one project, each in a folder of its own unless it is asked alone. */
function answers(
  program: string,
  home: string,
  batch: readonly Question[],
): readonly (Facts | null)[] {
  const root = projectIn(home);
  for (const folder of [path.join(root, '.codex'), path.join(home, 'agents')])
    rmSync(folder, { recursive: true, force: true });
  const files = batch.map(({ path: file, text }, index) => {
    const isUsers = file.startsWith('~/.codex/');
    const below = isUsers ? file.slice('~/.codex/'.length) : file;
    const own = batch.length === 1 ? below : below.replace(/agents\//, `agents/q${index}/`);
    const whole = path.join(isUsers ? home : root, own);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, text);
    return whole;
  });
  return answersIn(program, { root, home, files }, batch);
}

function answersIn(
  program: string,
  project: Project,
  batch: readonly Question[],
): readonly (Facts | null)[] {
  const [only] = batch;
  if (batch.length === 1 && only && isConfiguration(only) && !starts(program, project))
    return [{ agent: 'stops' }];
  const offered = rolesOf(program, project);
  const roles = offered.filter(({ name }) => !builtIn.has(name));
  const warnings = textsIn(run(program, project, ['doctor', '--json'])).filter((text) =>
    text.startsWith('Ignoring malformed agent role definition'),
  );
  return batch.map((question, index) => {
    const { text } = question;
    const file = project.files[index] ?? '';
    const warning = warnings.find((one) => one.includes(file));
    if (warning !== undefined) return { agent: 'no', refused: refusedFor(warning) };
    const replaced = offered.find((role) => isReplaced(role, question));
    if (replaced) return roleFacts(replaced);
    if (batch.length === 1) {
      const [role] = roles;
      if (role) return roleFacts(role);
      return warnings.length > 0
        ? { agent: 'no', refused: refusedFor(warnings[0] ?? '') }
        : { agent: 'no' };
    }
    const role = roles.find(({ name }) => name === nameIn(text)?.trim());
    return role ? roleFacts(role) : null;
  });
}

/** Whether the file has taken the place of a role of the program: it then has the description of the file. */
const isReplaced = ({ name, lines: [first = ''] }: Role, question: Question): boolean =>
  builtIn.has(name) &&
  isNamed(name, question) &&
  first !== '' &&
  [first, JSON.stringify(first).slice(1, -1)].some((one) => question.text.includes(one));

const isNamed = (name: string, question: Question): boolean =>
  isConfiguration(question)
    ? question.text.includes(`[agents.${name}]`)
    : name === nameIn(question.text)?.trim();

const started = (
  program: string,
  { root, home }: Pick<Project, 'root' | 'home'>,
  words: readonly string[],
): { readonly status: number | null; readonly stdout: string } =>
  spawnSync(program, words, {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: home, CODEX_HOME: home, ...noNetwork },
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 26,
  });

const starts = (program: string, project: Project): boolean =>
  started(program, project, shownRoles).status === 0;

function run(
  program: string,
  project: Pick<Project, 'root' | 'home'>,
  words: readonly string[],
): unknown {
  const { stdout } = started(program, project, words);
  const start = stdout.search(/[[{]/);
  if (start < 0) throw new Error(`codex ${words.join(' ')} printed no JSON`);
  return JSON.parse(stdout.slice(start));
}

/** The command that shows what a session begins with. */
const shownRoles: readonly string[] = ['debug', 'prompt-input', 'x'];

/** Every string in a JSON value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

export const builtIn: ReadonlySet<string> = new Set(['default', 'explorer', 'worker']);
const heading = 'Available roles:';

function rolesIn(answer: unknown): readonly Role[] {
  const found = textsIn(answer).find((text) => text.includes(heading));
  const text = found?.slice(found.indexOf(heading) + heading.length) ?? '';
  // A name may have several lines.
  return [...text.matchAll(/\n([^{}]+?): \{\n([\s\S]*?)\n\}(?=\n|$)/g)].map(
    ([, name = '', body = '']) => ({
      name,
      lines: body.split('\n'),
    }),
  );
}

/** The roles of a project that the program offers, its own included. */
export const rolesOf = (
  program: string,
  project: Pick<Project, 'root' | 'home'>,
): readonly Role[] => rolesIn(run(program, project, shownRoles));

function roleFacts({ name, lines }: Role): Facts {
  const fixed = lines.at(-1)?.startsWith("- This role's ") ? (lines.at(-1) ?? '') : '';
  return facts({
    agent: 'yes',
    name: quoted(name),
    description: quoted((fixed === '' ? lines : lines.slice(0, -1)).join('\n')),
    model: quoted(/model is set to `([^`]*)`/.exec(fixed)?.[1]),
    effort: quoted(/reasoning effort is set to `([^`]*)`/.exec(fixed)?.[1]),
  });
}

/** What the program names as the cause: the syntax, some key or value, or what every role needs. */
function refusedFor(warning: string): string {
  if (warning.includes('failed to parse')) return 'toml';
  if (warning.includes('failed to deserialize')) return 'value';
  const own = [
    'config_file',
    'developer_instructions',
    'nickname_candidates',
    'description',
    'name',
  ];
  return own.find((key) => new RegExp(`\\b${key}\\b(?!\\.toml)`).test(warning)) ?? 'other';
}
