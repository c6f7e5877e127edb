// VS Code answers in a window which MCP servers it has, and which of them it can start. One folder has one file at a time.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Facts, names } from '../../facts';
import type { Question } from '../../question';
import { inBatches } from '../batches';
import { removeFolder } from '../remove-folder';
import type { Ask } from '../skills';

/** The state of each server by its name: `running`, `error`, or `other` where it has neither started nor failed. */
export type Served = Readonly<Record<string, string>>;

/** A window does not last for many more. */
const atOnce = 40;

export const askVscode: Ask = (_, questions) =>
  inBatches(questions, { atOnce, marks: () => [], kind: () => '', ask: answersOf });

/** Null for those that the window did not come to before it ended. */
async function answersOf(batch: readonly Question[]): Promise<readonly (Facts | null)[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'dossier-served-'));
  try {
    const [texts, out] = [path.join(root, 'texts.json'), path.join(root, 'served.json')];
    writeFileSync(texts, JSON.stringify(batch.map(({ text }) => text)));
    const script = path.resolve('test/editor/served/ask.mjs');
    spawnSync(process.execPath, [script, texts, out], { stdio: 'ignore' });
    if (!existsSync(out)) throw new Error('VS Code did not list its servers');
    const answers = JSON.parse(readFileSync(out, 'utf8')) as readonly Served[];
    return batch.map((__, index) => {
      const served = answers[index];
      return served ? factsOf(served) : null;
    });
  } finally {
    removeFolder(root);
  }
}

function factsOf(served: Served): Facts {
  const found = Object.entries(served);
  return {
    servers: names(found.map(([name]) => name)),
    running: names(found.filter(([, state]) => state === 'running').map(([name]) => name)),
  };
}
