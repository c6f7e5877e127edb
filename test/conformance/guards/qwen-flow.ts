// Asks the code of Qwen Code that decides on calls, in processes that answer several questions each.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { ToolCall } from '../../../server/hosts/model/guards';
import { removeFolder } from '../oracles/remove-folder';
import { inputOf, layProject } from './qwen-session';

/** In one process. Each answer takes longer than the one before. */
const atOnce = 40;

export interface Flow {
  /** A character for each call. */
  readonly ask: (settings: object, calls: readonly ToolCall[]) => Promise<readonly string[]>;
  readonly close: () => void;
}

/** One that answers one question after the other. @param folder what holds `node_modules` */
export function flowOf(folder: string): Flow {
  let answered = 0;
  let process: Asked | null = null;
  const home = mkdtempSync(path.join(tmpdir(), 'dossier-qwen-'));
  const end = (): void => {
    process?.child.kill('SIGKILL');
    process = null;
  };
  return {
    close: () => {
      end();
      removeFolder(home);
    },
    ask: async (settings, calls) => {
      if (answered++ % atOnce === 0) end();
      const { root, project } = layProject(settings);
      process ??= start(folder, home);
      try {
        const answer = await process.ask({
          project,
          calls: calls.map((call) => inputOf(call, project)),
        });
        if (answer.startsWith('!')) throw new Error(answer);
        return [...answer];
      } finally {
        removeFolder(root);
      }
    },
  };
}

interface Asked {
  readonly child: ChildProcess;
  readonly ask: (question: object) => Promise<string>;
}

function start(folder: string, home: string): Asked {
  const chunks = path.join(folder, 'node_modules/@qwen-code/qwen-code/chunks');
  const child = spawn(
    process.execPath,
    [path.resolve('test/conformance/guards/qwen-flow.mjs'), chunks],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        ...{ PATH: process.env['PATH'], HOME: home, LANG: 'C.UTF-8' },
        OPENAI_API_KEY: 'none',
        OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
        OPENAI_MODEL: 'stand-in',
      },
    },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    ask: async (question) => {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error('Qwen Code ended');
        if (value.startsWith('answer ')) return JSON.parse(value.slice('answer '.length)) as string;
      }
    },
  };
}
