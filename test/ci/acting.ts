// Runs the steps of action.yml as GitHub runs those of a composite action: bash -eo pipefail, inputs by environment.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type Ran, repository } from './repository';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string; description: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly shell: string;
      readonly run: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  };
}

export const action = parse(readFileSync('action.yml', 'utf8')) as Action;

export interface Acted extends Ran {
  readonly outputs: string;
  readonly file: (name: string) => string | undefined;
}

/** @param source the folder of the Action: a release, or this clone with its bundles */
export function acting(
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
  source = process.cwd(),
): Acted {
  const made = repository(files);
  const outputs = path.join(made.folder, '.git', 'outputs');
  writeFileSync(outputs, '');
  try {
    let ran: Ran = { code: 0, out: '', err: '' };
    for (const { run, env = {} } of action.runs.steps) {
      const own = Object.entries(env).map(([key, value]) => [key, substituted(value, inputs)]);
      const step = made.run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
        ...Object.fromEntries(own),
        GITHUB_ACTION_PATH: source,
        GITHUB_OUTPUT: outputs,
      });
      ran = { code: step.code, out: ran.out + step.out, err: ran.err + step.err };
      if (step.code !== 0) break;
    }
    const texts = new Map(
      ['dossier.sarif', 'log/a b.sarif'].flatMap((name) => {
        const at = path.join(made.folder, name);
        return existsSync(at) ? [[name, readFileSync(at, 'utf8')] as const] : [];
      }),
    );
    return { ...ran, outputs: readFileSync(outputs, 'utf8'), file: (name) => texts.get(name) };
  } finally {
    made.end();
  }
}

const substituted = (value: string, inputs: Readonly<Record<string, string>>): string =>
  value.replaceAll(/\$\{\{\s*inputs\.([\w-]+)\s*\}\}/g, (_, name: string) => {
    const input = action.inputs[name];
    assert.ok(input, `there is no input ${name}`);
    return inputs[name] ?? input.default;
  });
