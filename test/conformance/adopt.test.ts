// `npm run conformance -- --adopt` in a copy of what it changes, with made answers of a made version.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Host } from '../../server/hosts/model/host';
import { hosts } from '../support/catalog';
import { adopt } from './adopt';
import { caseFilesOf } from './cases';
import type { Facts } from './facts';
import type { Compared } from './live';
import { versionRunsOf } from './versions';

const next = '999.1.0';
const on = '2030-01-02';

describe('a version that is adopted', () => {
  const root = process.cwd();
  let folder = '';
  const host = hosts.find(({ id }) => id === 'copilot-cli') as Host;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'dossier-adopt-'));
    for (const part of [
      ...['server/hosts/copilot-cli', 'test/conformance/oracles'],
      ...['test/hosts/cases/copilot-cli', 'test/hosts/evidence', 'test/hosts/versions'],
    ])
      cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(root);
    rmSync(folder, { recursive: true, force: true });
  });

  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

  /** The recorded answers, but for what is different. @param skipped groups that are not asked. */
  const answers = (different: Readonly<Record<string, Facts>>, ...skipped: string[]): Compared[] =>
    [...caseFilesOf(host.id)].flatMap(([group, { cases }]) =>
      cases.flatMap((question): Compared[] =>
        skipped.includes(group)
          ? []
          : [
              {
                question,
                there: { ...question.facts, ...different[`${group}: ${question.id}`] },
                differences: [],
                open: null,
              },
            ],
      ),
    );

  it('has its answers as cases, and the version so far is an older one with its own', () => {
    const [one] = caseFilesOf(host.id).get('toolnames')?.cases ?? [];
    assert.ok(one);
    const id = `toolnames: ${one.id}`;
    adopt(host, next, on, answers({ [id]: { granted: 'made' } }));
    const { version, cases } = caseFilesOf(host.id).get('toolnames') ?? {};
    assert.deepEqual([version, cases?.[0]?.facts['granted']], [next, 'made']);
    const runs = versionRunsOf(host.id);
    const [before, ...others] = runs;
    assert.deepEqual([before?.version, before?.on], [host.version, host.verified]);
    assert.deepEqual(before?.answers, { [id]: { granted: one.facts['granted'] } });
    assert.deepEqual(
      others.map((run) => run.version),
      (host.olderVersions ?? []).toReversed(),
    );
    // It answered as the version so far, or in a way of its own.
    for (const run of others) assert.ok(run.answers?.[id]?.['granted'] !== 'made', run.version);
  });

  it('leaves what earlier versions did differently as it is where its answers are the same', () => {
    const before = versionRunsOf(host.id);
    adopt(host, next, on, answers({}));
    const [own, ...others] = versionRunsOf(host.id);
    assert.deepEqual([own?.changes, own?.answers], [[], {}]);
    assert.deepEqual(others, before);
  });

  it('is that of the declaration, the oracle and the README', () => {
    const texts = adopt(host, next, on, answers({}));
    assert.match(read('server/hosts/copilot-cli/evidence.ts'), /version = '999\.1\.0';/);
    const declared = read('server/hosts/copilot-cli/host.ts');
    const older = [...(host.olderVersions ?? []), host.version].map((each) => `'${each}'`);
    assert.ok(declared.includes(`  olderVersions: [${older.join(', ')}],\n`));
    assert.ok(declared.includes(`  verified: '${on}',`));
    assert.match(read('test/conformance/oracles/copilot-cli.ts'), /version = '999\.1\.0';/);
    assert.match(read('test/hosts/cases/copilot-cli/README.md'), /version 999\.1\.0\.\n/);
    assert.equal(texts.length, 2);
  });

  it('leaves what was not asked again, and what was only read, to its version', () => {
    const texts = adopt(host, next, on, answers({}, 'commands'));
    assert.equal(caseFilesOf(host.id).get('commands')?.version, host.version);
    assert.match(texts.join('\n'), /keep their version:\n {2}commands\.md: /);
    assert.ok(read('server/hosts/copilot-cli/evidence.ts').includes(`readIn = '${host.version}';`));
    assert.match(read('test/hosts/cases/copilot-cli/README.md'), /earlier versions: commands\.md/);
  });

  it('changes nothing where a file does not have the version', () => {
    const file = 'server/hosts/copilot-cli/evidence.ts';
    writeFileSync(file, read(file).replace(host.version, '0.0.1'));
    assert.throws(() => adopt(host, next, on, answers({})), /evidence\.ts must contain/);
    assert.equal(caseFilesOf(host.id).get('commands')?.version, host.version);
  });

  it('is a newer one', () => {
    const [older = ''] = host.olderVersions ?? [];
    assert.throws(() => adopt(host, older, on, answers({})), /is not newer/);
  });

  it('is named by no test, which would fail with it', () => {
    // The windows have the version of VS Code. That of Kimi Code is also one of SARIF, and a range.
    const others = ['vscode', 'kimi'];
    const versions = hosts.flatMap(({ id, package: program, version }) =>
      program !== undefined && !others.includes(id) ? [version] : [],
    );
    const files = readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' });
    const named = files
      .filter((file) => file.endsWith('.test.ts'))
      .flatMap((file) => {
        const text = readFileSync(path.join(root, 'test', file), 'utf8');
        const code = text
          .replaceAll(/^\s*(?:\/\/|\/?\*).*$|since: '[\d.]+'/gm, '')
          .replaceAll('\\.', '.');
        return versions.filter((one) => code.includes(one)).map((one) => `${file}: ${one}`);
      });
    assert.deepEqual(named, []);
  });
});
