// What may stand in a file of this project, and how long it may be.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { code, files, read } from './sources';

const linesOf = (file: string): number => read(file).split('\n').length;
const isText = (file: string): boolean => !/\.(png|ico|vsix|woff2?|gif)$/.test(file);

const having = (pattern: RegExp, among = files): readonly string[] =>
  among
    .filter(isText)
    .flatMap((file) =>
      pattern.exec(read(file)) ? [`${file}: ${pattern.exec(read(file))?.[0]}`] : [],
    );

describe('the files of the project', () => {
  const lengths = code.map(linesOf).sort((a, b) => a - b);
  const share = (part: number): number => lengths[Math.floor(lengths.length * part)] ?? 0;

  it('are short: half of them at most 100 lines, nine of ten under 250', () => {
    assert.ok(share(0.5) <= 100, `median ${share(0.5)}`);
    assert.ok(share(0.9) < 250, `nine of ten ${share(0.9)}`);
  });

  it('keep the front doors under 60 lines', () => {
    const doors = code.filter((file) => file.startsWith('server/bin/'));
    assert.deepEqual(
      doors.filter((file) => linesOf(file) >= 60),
      [],
    );
  });

  it('contain no path of a machine', () => {
    assert.deepEqual(having(/(?<![\w.}])\/(?:work\/(?:main|shared)|root\/(?!\.claude))/), []);
  });

  it('name no package registry', () => {
    const hosts = [
      ['registry', 'npmjs'],
      ['deb', 'debian'],
      ['pypi', 'org'],
      ['crates', 'io'],
    ];
    assert.deepEqual(having(new RegExp(hosts.map((parts) => parts.join('\\.')).join('|'))), []);
  });

  it('look for no folder next to the project: larger collections are named by variables', () => {
    const others = files.filter((file) => !file.startsWith('test/layers/'));
    // A setting of an editor may name any folder: this is one in a test of such a setting.
    const setting = 'test/hosts/vscode/folder-settings.test.ts';
    assert.deepEqual(
      having(
        /\.\.\/shared(?![\w-])/,
        others.filter((file) => file !== setting),
      ),
      [],
    );
  });

  it('lock versions, not download addresses', () => {
    assert.ok(existsSync('package-lock.json'));
    assert.doesNotMatch(read('package-lock.json'), /"resolved"/);
  });

  // npm leaves out of the lock what a registry does not carry, and then `npm ci` refuses the whole of it.
  it('lock the programs of every platform', () => {
    const lock: {
      packages: Record<string, { optionalDependencies?: Record<string, string> } | undefined>;
    } = JSON.parse(read('package-lock.json'));
    const wanted = Object.values(lock.packages).flatMap((one) =>
      Object.keys(one?.optionalDependencies ?? {}),
    );
    assert.deepEqual(
      wanted.filter((name) => !lock.packages[`node_modules/${name}`]),
      [],
    );
  });
});
