// Asks a window of VS Code which commands it runs without a question. A window takes long to open, so it gets all questions at once.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ToolCall } from '../../../server/hosts/model/guards';
import { removeFolder } from '../oracles/remove-folder';
import type { Layers } from './asked-rules';

interface Waiting {
  readonly settings: object;
  readonly calls: readonly string[];
  readonly answer: (answer: readonly string[]) => void;
  readonly fail: (error: unknown) => void;
}

/** @returns a function that waits for further questions of the same turn of the event loop. */
export function windowForAll(): (
  settings: Layers,
  calls: readonly ToolCall[],
) => Promise<readonly string[]> {
  let waiting: Waiting[] = [];
  const flush = async (): Promise<void> => {
    const asked = waiting;
    waiting = [];
    try {
      const answers = await answersTo(asked);
      asked.forEach(({ answer }, index) => {
        answer([...(answers[index] ?? '')]);
      });
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  };
  return ([settings], calls) =>
    new Promise((answer, fail) => {
      if (waiting.length === 0) setImmediate(() => void flush());
      waiting.push({ settings, calls: calls.map(({ subject }) => subject), answer, fail });
    });
}

async function answersTo(asked: readonly Waiting[]): Promise<readonly string[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'dossier-approved-'));
  try {
    const [questions, out] = [path.join(root, 'questions.json'), path.join(root, 'answers.json')];
    writeFileSync(
      questions,
      JSON.stringify(asked.map(({ settings, calls }) => ({ settings, calls }))),
    );
    const script = path.resolve('test/editor/approved/ask.mjs');
    const child = spawn(process.execPath, [script, questions, out], { stdio: 'inherit' });
    await once(child, 'exit');
    if (!existsSync(out)) throw new Error('VS Code answered nothing');
    return JSON.parse(readFileSync(out, 'utf8')) as readonly string[];
  } finally {
    removeFolder(root);
  }
}
