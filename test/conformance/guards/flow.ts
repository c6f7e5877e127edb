// Asks the code of a program that decides on calls, in processes that answer several questions each.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { ToolCall } from '../../../server/hosts/model/guards';
import { removeFolder } from '../oracles/remove-folder';

/** In one process. Each answer takes longer than the one before. */
const atOnce = 40;

export interface Flow {
  /** A character for each call. */
  readonly ask: (settings: object, calls: readonly ToolCall[]) => Promise<readonly string[]>;
  readonly close: () => void;
}

export interface Laid {
  readonly root: string;
  readonly project: string;
}

export interface Call {
  readonly name: string;
  readonly input: object;
}

/** How a program is asked. */
export interface FlowProgram {
  readonly name: string;
  /** Next to this file. */
  readonly script: string;
  /** Below the folder of the installed packages. */
  readonly parts: string;
  readonly environment: Readonly<Record<string, string>>;
  /** A project with these settings. */
  readonly layProject: (settings: object) => Laid;
  readonly inputOf: (call: ToolCall, project: string) => Call;
}

/** One that answers one question after the other. @param folder what holds `node_modules` */
export function flowOf(program: FlowProgram, folder: string): Flow {
  let answered = 0;
  let process: Asked | null = null;
  const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-flow-')));
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
      const { root, project } = program.layProject(settings);
      process ??= start(program, folder, home);
      try {
        const answer = await process.ask({
          project,
          calls: calls.map((call) => program.inputOf(call, project)),
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

function start(
  { name, script, parts, environment }: FlowProgram,
  folder: string,
  home: string,
): Asked {
  const own = path.resolve('test/conformance/guards', script);
  const child = spawn(process.execPath, [own, path.join(folder, 'node_modules', parts)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { PATH: process.env['PATH'], HOME: home, LANG: 'C.UTF-8', ...environment },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    ask: async (question) => {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error(`${name} ended`);
        if (value.startsWith('answer ')) return JSON.parse(value.slice('answer '.length)) as string;
      }
    },
  };
}
