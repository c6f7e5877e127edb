// One request of Claude Code's protocol, in a project of its own, without a model.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Question } from '../../question';
import { removeFolder } from '../remove-folder';
import { laySkills } from '../skills/batch';
import { environment } from './session';

const patience = 60_000;
const atOnce = 2;

/** @param folder what holds `node_modules` */
export const programIn = (folder: string): string =>
  path.join(
    folder,
    'node_modules/@anthropic-ai',
    `claude-code-${process.platform}-${process.arch}`,
    'claude',
  );

/** Two at a time, in the order of the questions. */
export async function each<T>(
  questions: readonly Question[],
  ask: (question: Question) => Promise<T>,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (let from = 0; from < questions.length; from += atOnce)
    found.push(...(await Promise.all(questions.slice(from, from + atOnce).map(ask))));
  return found;
}

interface Asking {
  /** The request after `initialize`. */
  readonly subtype: string;
  /** Other files of the home folder. */
  readonly home?: Readonly<Record<string, string>>;
  readonly words?: (project: string) => readonly string[];
}

/** The answer to the request in the project of the question, and the debug log. */
export async function control<T>(
  program: string,
  question: Question,
  { subtype, home = {}, words = () => [] }: Asking,
): Promise<{ readonly answer: T; readonly log: string }> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-claude-')));
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  const log = path.join(root, 'debug.log');
  try {
    laySkills(at, [question, ...aroundOf(question)]);
    mkdirSync(at.home, { recursive: true });
    const trusted = { projects: { [at.project]: { hasTrustDialogAccepted: true } } };
    for (const [file, text] of Object.entries({
      '.claude.json': JSON.stringify(trusted),
      ...home,
    })) {
      mkdirSync(path.dirname(path.join(at.home, file)), { recursive: true });
      writeFileSync(path.join(at.home, file), text);
    }
    const child = spawn(
      program,
      [
        ...['-p', '--input-format', 'stream-json', '--output-format', 'stream-json'],
        ...['--verbose', '--no-session-persistence', '--debug-file', log],
        ...words(at.project),
      ],
      {
        cwd: at.project,
        // No model is called.
        env: environment(at.home, 9, { background: false }),
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    );
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    for (const one of ['initialize', subtype])
      child.stdin.write(
        `${JSON.stringify({ type: 'control_request', request_id: one, request: { subtype: one } })}\n`,
      );
    let answer: T | undefined;
    for await (const line of createInterface({ input: child.stdout })) {
      const { response } = JSON.parse(line) as {
        readonly response?: { readonly request_id?: string; readonly response?: T };
      };
      if (response?.request_id !== subtype) continue;
      answer = response.response;
      child.stdin.end();
    }
    clearTimeout(timer);
    if (answer === undefined) throw new Error(`Claude Code did not answer "${subtype}"`);
    return { answer, log: readFileSync(log, 'utf8') };
  } finally {
    removeFolder(root);
  }
}

const aroundOf = ({ around = {} }: Question): readonly Question[] =>
  Object.entries(around).map(([file, text]) => ({ id: file, path: file, text }));
