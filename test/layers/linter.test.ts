// The linter is configured: it finds a planted violation of each rule that matters here.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { core } from './rooms';

const biome = path.resolve('node_modules/@biomejs/biome/bin/biome');

interface Report {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string | { readonly file: string } };
  }[];
}

/** Files of a made-up project, linted by our rules: `path category` for each complaint. */
function complaints(planted: ReadonlyMap<string, string>): ReadonlySet<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-lint-'));
  try {
    const rules = JSON.parse(readFileSync('biome.json', 'utf8'));
    const config = { ...rules, vcs: undefined, $schema: undefined };
    writeFileSync(path.join(folder, 'biome.json'), JSON.stringify(config));
    writeFileSync(path.join(folder, 'package.json'), readFileSync('package.json'));
    for (const [file, text] of planted) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const asked = ['lint', '--reporter=json', '--max-diagnostics=none'];
    const run = spawnSync(process.execPath, [biome, ...asked], { cwd: folder, encoding: 'utf8' });
    const report: Report = JSON.parse(run.stdout);
    return new Set(
      report.diagnostics.map(({ category, location }) => {
        const where = typeof location.path === 'string' ? location.path : location.path.file;
        return `${where} ${category.split('/').at(-1)}`;
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the linter', () => {
  const planted = new Map<string, string>();
  const expected: string[] = [];
  const plant = (file: string, text: string, rule: string): void => {
    planted.set(file, text);
    expected.push(`${file} ${rule}`);
  };
  for (const room of core) {
    plant(`server/${room}/node.ts`, "export * from 'node:path';\n", 'noNodejsModules');
  }
  plant(
    'server/text/cycle.ts',
    "import { b } from './other';\nexport const a = () => b();\n",
    'noImportCycles',
  );
  planted.set(
    'server/text/other.ts',
    "import { a } from './cycle';\nexport const b = () => a();\n",
  );
  plant('server/text/any.ts', 'export const a: any = 1;\n', 'noExplicitAny');
  plant(
    'server/text/sure.ts',
    'export const a = (b?: string) => b!.length;\n',
    'noNonNullAssertion',
  );
  plant('server/text/default.ts', 'export default 1;\n', 'noDefaultExport');

  let found: ReadonlySet<string>;
  before(() => {
    found = complaints(planted);
  });

  it('finds every planted violation', () => {
    assert.deepEqual(
      expected.filter((complaint) => !found.has(complaint)),
      [],
    );
  });
});
