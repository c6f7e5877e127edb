// Programs that answer by their own code for settings, hooks and servers, in a process of its own.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Facts, facts, names, yesNo } from '../../facts';
import type { Question } from '../../question';
import { removeFolder } from '../remove-folder';
import { asksForKeys, keyFacts, serversIn } from '../servers/stand-in';
import type { Ask } from '../skills';
import { laySkills } from '../skills/batch';
import { counted } from './hook-counts';

interface Answer {
  readonly starts: boolean;
  /** Of the built-in ones, by name. */
  readonly tools?: readonly string[];
  /** The event of each. */
  readonly hooks?: readonly string[];
  /** The event of each of these that no tool starts. */
  readonly idle?: readonly string[];
  readonly servers?: readonly string[];
  /** Keys with an effect, after the name of the server. */
  readonly keys?: readonly string[];
  /** Servers that wait for approval, where the project has a file of them. */
  readonly waiting?: readonly string[];
  /** Rules that deny or ask about no call. */
  readonly unapplied?: readonly string[];
  /** Rules with a pattern that allow other calls, too. */
  readonly whole?: readonly string[];
  /** Tools of which calls are denied that no rule of a list of allowed ones names. */
  readonly refuses?: readonly string[];
  /** Keys that the program reports as ignored. */
  readonly ignored?: readonly string[];
}

interface AskedProgram {
  /** Next to this file. */
  readonly script: string;
  /** Below the folder of the installed package. */
  readonly parts: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The result for the file of a question. */
  readonly after?: (question: Question, project: string) => Facts;
}

/** In one process. Each session is slower than the one before. */
const atOnce = 40;

export const askInProcess =
  (program: AskedProgram): Ask =>
  async (folder, questions) => {
    const found: Facts[] = [];
    for (let at = 0; at < questions.length; at += atOnce)
      found.push(...answersOf(program, folder, questions.slice(at, at + atOnce)));
    return found;
  };

function answersOf(
  { script, parts, environment, after }: AskedProgram,
  folder: string,
  batch: readonly Question[],
): readonly Facts[] {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-settings-')));
  try {
    const home = path.join(root, 'home');
    mkdirSync(home);
    const projects = [{ path: 'empty.txt', text: '' } as Question, ...batch].map((one, index) => {
      const project = path.join(root, `project-${index}`);
      laySkills({ project, home }, [one]);
      return project;
    });
    writeFileSync(path.join(root, 'questions.json'), JSON.stringify(projects));
    const own = path.resolve('test/conformance/oracles/settings', script);
    execFileSync(process.execPath, [own, path.join(folder, 'node_modules', parts), root], {
      cwd: root,
      stdio: 'ignore',
      env: { PATH: process.env['PATH'], HOME: home, LANG: 'C.UTF-8', ...environment },
    });
    const answers = readFileSync(path.join(root, 'answers.json'), 'utf8');
    const [usual, ...found] = JSON.parse(answers) as readonly Answer[];
    return found.map((answer, index) => ({
      ...factsOf(answer, usual?.tools ?? []),
      ...(batch[index] &&
        asksForKeys(batch[index]) &&
        keyFacts(
          serversIn(batch[index]),
          (answer.servers ?? []).map((one) => one.slice(0, one.lastIndexOf(':'))),
          answer.keys ?? [],
        )),
      ...(batch[index] && after?.(batch[index], projects[index + 1] ?? '')),
    }));
  } finally {
    removeFolder(root);
  }
}

const inWords = (rules: readonly string[] = []): string | undefined =>
  rules.length > 0 ? names(rules.map((rule) => rule.trim())) : undefined;

/** @param usual the tools without settings */
const factsOf = (
  { starts, tools, hooks = [], idle, servers = [], waiting, ignored, ...lists }: Answer,
  usual: readonly string[],
): Facts =>
  facts({
    starts: yesNo(starts),
    hooks: names(counted(hooks)),
    idle: idle?.length ? names(counted(idle)) : undefined,
    servers: names(servers),
    waiting: waiting && names(waiting),
    unapplied: inWords(lists.unapplied),
    whole: inWords(lists.whole),
    refuses: inWords(lists.refuses),
    ignored: ignored?.length ? names(ignored) : undefined,
    withheld: names(usual.filter((name) => tools && !tools.includes(name))),
  });
