// VS Code answers in a window which MCP servers it has, and which of them it can start. One folder has one file at a time.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Facts, names } from '../../facts';
import { removeFolder } from '../remove-folder';
import type { Ask } from '../skills';

export interface Served {
  /** Empty where it still has the servers of the text before. By the name of a server: `running`, `error`, or `other` where it has neither started nor failed. */
  readonly states: Readonly<Record<string, string>>;
  /** The messages of its own diagnostics. */
  readonly reported: readonly string[];
}

export const askVscode: Ask = async (_, questions) => {
  const root = mkdtempSync(path.join(tmpdir(), 'dossier-served-'));
  try {
    const [texts, out] = [path.join(root, 'texts.json'), path.join(root, 'served.json')];
    writeFileSync(texts, JSON.stringify(questions.map(({ text }) => text)));
    const { status } = spawnSync(
      process.execPath,
      [path.resolve('test/editor/served/ask.mjs'), texts, out],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    if (status !== 0) throw new Error('VS Code did not list its servers');
    return (JSON.parse(readFileSync(out, 'utf8')) as readonly Served[]).map(factsOf);
  } finally {
    removeFolder(root);
  }
};

export function factsOf({ states }: Served): Facts {
  const found = Object.entries(states);
  return {
    servers: names(found.map(([name]) => name)),
    running: names(found.filter(([, state]) => state === 'running').map(([name]) => name)),
  };
}
