// The steps of action.yml, run as GitHub runs the steps of a composite action: bash -eo pipefail, inputs by environment.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { good, has, type Ran, repository, stops } from './repository';

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

const action = parse(readFileSync('action.yml', 'utf8')) as Action;

interface Acted extends Ran {
  readonly outputs: string;
  readonly file: (name: string) => string | undefined;
}

function acting(
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
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
        GITHUB_ACTION_PATH: process.cwd(),
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

const files = {
  '.claude/agents/reviewer.md': good,
  'packages/web app/.opencode/agent/team/planner.md': stops,
  'README.md': '# A repository\n',
};

(has('bash') ? describe : describe.skip)('action.yml', () => {
  it('keeps what people write out of its scripts', () => {
    assert.equal(action.runs.using, 'composite');
    for (const { run, shell } of action.runs.steps) {
      assert.equal(shell, 'bash');
      assert.doesNotMatch(run, /\$\{\{/);
    }
  });

  it('shows findings on the lines of a pull request, and fails', () => {
    const { code, out, err } = acting(files);
    assert.equal(code, 1);
    assert.match(
      out,
      /^::error file=packages\/web app\/\.opencode\/agent\/team\/planner\.md,line=3,/m,
    );
    assert.match(err, /^2 files, 1 errors?, /m);
  });

  it('passes where every agent loads', () => {
    assert.equal(acting({ '.claude/agents/reviewer.md': good }).code, 0);
  });

  it('checks the given folder with the given options', () => {
    assert.equal(acting(files, { paths: '.claude\n' }).code, 0);
    const both = acting(files, { paths: '.claude\npackages/web app\n' });
    assert.deepEqual([both.code, /^2 files/m.test(both.err)], [1, true]);
    assert.equal(acting(files, { arguments: '--host claude-code --quiet' }).code, 0);
    assert.equal(acting(files, { arguments: '--nonsense' }).code, 2);
  });

  it('writes a log for code scanning, also when it fails', () => {
    const { code, outputs, file } = acting(files, { format: 'sarif' });
    assert.equal(code, 1);
    assert.equal(outputs, 'sarif-file=dossier.sarif\n');
    const { runs } = JSON.parse(file('dossier.sarif') ?? '') as { runs: { results: unknown[] }[] };
    assert.equal(runs[0]?.results.length, 1);
  });
});
