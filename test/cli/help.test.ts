import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commands } from '../../server/cli/commands';
import type { Io } from '../../server/cli/io';
import { withProgress } from '../../server/cli/report/progress';
import { memoryFileSystem } from '../../server/world/memory';
import { catalog } from '../support/catalog';
import { running } from '../support/running';

const names = Object.keys(commands);
const flagsIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/--[a-z][a-z-]*/g)].map(([flag]) => flag)),
];

describe('dossier --help', () => {
  it('lists every command, in straight columns', () => {
    const { code, out } = running({}, ['--help']);
    assert.equal(code, 0);
    const columns = Object.values(commands).map(({ usage }) => {
      const [what = '', means = ''] = (usage(catalog).split('\n')[0] ?? '').split(/ {3,}/);
      const line = out.split('\n').find((one) => one.startsWith(`  ${what} `));
      return means === '' ? -1 : line?.indexOf(means);
    });
    assert.deepEqual(new Set(columns).size, 1);
    assert.ok((columns[0] ?? -1) > 0);
    assert.deepEqual(running({}, ['help']).out, out);
    assert.deepEqual([running({}, []).code, running({}, []).err], [2, out]);
  });

  for (const name of names) {
    it(`documents ${name} correctly`, () => {
      const { code, out } = running({}, [name, '--help']);
      assert.equal(code, 0);
      assert.match(out, new RegExp(`^dossier ${name}\\b.* {3}\\S`));
      assert.equal(running({}, ['help', name]).out, out);
      const own = out.split('\n').filter((line) => line.startsWith('  --'));
      for (const flag of own.flatMap((line) => flagsIn(line).slice(0, 1))) {
        const value = new RegExp(`${flag} [A-Z]`).test(out) ? ['x'] : [];
        assert.equal(running({}, [name, flag, ...value, '--help']).out, out, flag);
      }
      for (const line of out.split('\n')) assert.ok(line.length <= 120, line);
    });
  }

  it('takes the earlier names of a command and a flag', () => {
    assert.equal(running({}, ['hosts', '--help']).out, running({}, ['programs', '--help']).out);
    const files = {
      '.claude/agents/a.md': '---\nname: a\ndescription: d\ntools: Raed\n---\nHi.\n',
    };
    const asked = (...flag: readonly string[]): string =>
      running(files, ['check', ...flag, '--format', 'json']).out;
    assert.equal(asked('--host', 'vscode'), asked('--program', 'vscode'));
    assert.equal(asked('--host=vscode'), asked('--program=vscode'));
    assert.notEqual(asked('--host', 'vscode'), asked());
  });

  it('knows of every flag that is taken', () => {
    const folder = 'server/cli';
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const taken = files
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [
          ...readFileSync(path.join(folder, file), 'utf8').matchAll(
            /^\s+'?([a-z][a-z-]*)'?: \{ type: '(?:string|boolean)'/gm,
          ),
        ].map(([, flag]) => `--${flag}`),
      );
    const reported = new Set(
      Object.values(commands).flatMap(({ usage }) => flagsIn(usage(catalog))),
    );
    assert.deepEqual(
      taken.filter((flag) => flag !== '--help' && !reported.has(flag)),
      [],
    );
  });

  it('knows a slip in the name of a command', () => {
    assert.match(running({}, ['chekc']).err, /Did you mean "check"\?/);
    assert.match(running({}, ['help', 'toString']).err, /unknown command "toString"/);
  });
});

describe('dossier rules', () => {
  it('lists them, and gives the page of one', () => {
    assert.match(running({}, ['rules']).out, /^broken-fence +error, warning +fix +Checks for .*$/m);
    const { out } = running({}, ['rules', 'removed-tool']);
    assert.match(out, /^removed-tool\n\n/);
    assert.match(out, /^Incorrect:\n\n {2}\S+\.md\n {4}---\n/m);
    assert.match(out, /^Correct:$/m);
    assert.match(running({}, ['rules', 'removed-tol']).err, /Did you mean "removed-tool"\?/);
  });
});

describe('progress', () => {
  const world = memoryFileSystem({ '.claude/agents/a.md': 'a', '.claude/agents/b.md': 'b' });
  const watched = (steps: readonly number[], terminal: boolean): (string | null)[] => {
    const reported: (string | null)[] = [];
    const io: Io = {
      out: () => undefined,
      err: () => undefined,
      stdin: () => '',
      color: false,
      ...(terminal && { status: (line: string | null) => reported.push(line) }),
    };
    const clock = steps.values();
    withProgress(
      { world: { ...world, catalog }, io },
      (seen) => {
        for (const file of [...seen.walk('.', () => true)]) seen.read(file);
      },
      () => clock.next().value ?? 0,
    );
    return reported;
  };

  it('appears after a delay and is removed again', () => {
    assert.deepEqual(watched([0, 10, 500, 510, 700], true), [
      '0 files read; now reading .claude/agents/b.md',
      '2 files read; now reading .claude/agents/b.md',
      null,
    ]);
  });

  it('does not appear for fast work or without a terminal', () => {
    assert.deepEqual(watched([0, 1, 2, 3, 4], true), [null]);
    assert.deepEqual(watched([0, 500, 1000, 1500, 2000], false), []);
  });
});
