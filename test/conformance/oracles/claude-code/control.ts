// Requests of Claude Code's protocol, in a project of its own, without a model.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
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

interface Starting {
  /** Other files of the home folder. */
  readonly home?: Readonly<Record<string, string>>;
  readonly words?: (project: string) => readonly string[];
}

interface Asking extends Starting {
  /** The request after `initialize`. */
  readonly subtype: string;
}

/** A running program in a project of its own. */
interface Session {
  readonly at: { readonly project: string; readonly home: string };
  /** The answer to a request. @throws where the program ends without one */
  readonly ask: <T>(subtype: string) => Promise<T>;
  /** Ends the program, and returns its debug log. */
  readonly end: () => Promise<string>;
}

/** The answer to the request in the project of the question, and the debug log. */
export const control = <T>(
  program: string,
  question: Question,
  { subtype, ...starting }: Asking,
): Promise<{ readonly answer: T; readonly log: string }> =>
  inSession(program, filesOf(question), starting, async ({ ask, end }) => ({
    answer: await ask<T>(subtype),
    log: await end(),
  }));

/** The file of the question, and those around it. */
export const filesOf = ({ around = {}, ...question }: Question): readonly Question[] => [
  question,
  ...Object.entries(around).map(([file, text]) => ({ id: file, path: file, text })),
];

/** What `use` returns of a program that has these files in its project. */
export async function inSession<T>(
  program: string,
  files: readonly Question[],
  { home = {}, words = () => [] }: Starting,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-claude-')));
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  const log = path.join(root, 'debug.log');
  try {
    laySkills(at, files);
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
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const { ask, close } = asking(child);
    try {
      await ask('initialize');
      return await use({
        at,
        ask,
        end: async () => {
          child.stdin.end();
          await ended;
          return readFileSync(log, 'utf8');
        },
      });
    } finally {
      close();
      child.kill('SIGKILL');
      await ended;
    }
  } finally {
    removeFolder(root);
  }
}

/** Requests by number, so that several can be made of one program. */
function asking(child: ChildProcessByStdio<Writable, Readable, null>): {
  readonly ask: Session['ask'];
  readonly close: () => void;
} {
  const waiting = new Map<string, (response: unknown) => void>();
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const { response } = JSON.parse(line) as {
      readonly response?: { readonly request_id?: string; readonly response?: unknown };
    };
    const id = response?.request_id ?? '';
    waiting.get(id)?.(response?.response);
    waiting.delete(id);
  });
  let count = 0;
  return {
    ask: <T>(subtype: string) =>
      new Promise<T>((resolve, reject) => {
        const id = String(count++);
        const fail = (): void => reject(new Error(`Claude Code did not answer "${subtype}"`));
        const timer = setTimeout(fail, patience);
        child.once('close', fail);
        waiting.set(id, (response) => {
          clearTimeout(timer);
          child.off('close', fail);
          if (response === undefined) fail();
          else resolve(response as T);
        });
        child.stdin.write(
          `${JSON.stringify({ type: 'control_request', request_id: id, request: { subtype } })}\n`,
        );
      }),
    close: () => lines.close(),
  };
}
