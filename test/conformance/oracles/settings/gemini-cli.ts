// Gemini CLI answers by its own code for settings, hooks and servers, in a process of its own.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Facts, facts, names, yesNo } from '../../facts';
import type { Question } from '../../question';
import { removeFolder } from '../remove-folder';
import type { Ask } from '../skills';
import { laySkills } from '../skills/batch';
import { counted } from './hook-counts';

interface Answer {
  readonly starts: boolean;
  /** Of the built-in ones, by name. */
  readonly tools?: readonly string[];
  /** The event of each. */
  readonly hooks?: readonly string[];
  readonly servers?: readonly string[];
}

/** In one process. Each session is slower than the one before. */
const atOnce = 40;

export const askGeminiCli: Ask = async (folder, questions) => {
  const found: Facts[] = [];
  for (let at = 0; at < questions.length; at += atOnce)
    found.push(...answersOf(folder, questions.slice(at, at + atOnce)));
  return found;
};

function answersOf(folder: string, batch: readonly Question[]): readonly Facts[] {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-gemini-')));
  try {
    const home = path.join(root, 'home');
    mkdirSync(home);
    const projects = [{ path: 'empty.txt', text: '' } as Question, ...batch].map((one, index) => {
      const project = path.join(root, `project-${index}`);
      laySkills({ project, home }, [one]);
      return project;
    });
    writeFileSync(path.join(root, 'questions.json'), JSON.stringify(projects));
    const bundle = path.join(folder, 'node_modules/@google/gemini-cli/bundle');
    const script = path.resolve('test/conformance/oracles/settings/gemini-cli.mjs');
    execFileSync(process.execPath, [script, bundle, root], {
      cwd: root,
      stdio: 'ignore',
      env: {
        ...{ PATH: process.env['PATH'], HOME: home, LANG: 'C.UTF-8' },
        ...{ GEMINI_CLI_TRUST_WORKSPACE: 'true', GEMINI_API_KEY: 'none' },
      },
    });
    const answers = readFileSync(path.join(root, 'answers.json'), 'utf8');
    const [usual, ...found] = JSON.parse(answers) as readonly Answer[];
    return found.map((answer) => factsOf(answer, usual?.tools ?? []));
  } finally {
    removeFolder(root);
  }
}

/** @param usual the tools without settings */
const factsOf = ({ starts, tools, hooks = [], servers = [] }: Answer, usual: readonly string[]) =>
  facts({
    starts: yesNo(starts),
    hooks: names(counted(hooks)),
    servers: names(servers),
    withheld: names(usual.filter((name) => tools && !tools.includes(name))),
  });
