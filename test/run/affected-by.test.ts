// Which tests `npm run precommit` runs after a change.
import assert from 'node:assert/strict';
import { affectedBy } from './affected-by.mjs';

const texts: Readonly<Record<string, string>> = {
  'test/rules/one.test.ts': '',
  'test/docs/two.test.ts': "readFileSync(`docs/${name}.md`); cpSync('package.json')",
  'test/hosts/three.test.ts': '',
  'test/support/corpus.ts': "const own = 'test/corpus';",
  'server/a.ts': "import './b'",
  'server/b.ts': "'docs/x.md' is only a word here",
};
const imports = (...paths: readonly string[]) => ({ imports: paths.map((path) => ({ path })) });
const bundle = {
  tests: Object.keys(texts).filter((file) => file.endsWith('.test.ts')),
  inputs: {
    'test/rules/one.test.ts': imports('server/a.ts'),
    'test/docs/two.test.ts': imports(),
    'test/hosts/three.test.ts': imports('test/support/corpus.ts'),
    'test/support/corpus.ts': imports(),
    'server/a.ts': imports('server/b.ts'),
    'server/b.ts': imports('server/a.ts'),
  },
  textOf: (file: string) => texts[file] ?? '',
};
const affected = (...changed: readonly string[]) =>
  affectedBy(changed, bundle).map((file) => file.split('/')[1]);

describe('the tests that a change concerns', () => {
  it('import it, directly or not', () => {
    assert.deepEqual(affected('server/b.ts'), ['rules']);
    assert.deepEqual(affected('test/rules/one.test.ts'), ['rules']);
    assert.deepEqual(affected('test/support/corpus.ts'), ['hosts']);
  });

  it('name it, or a folder of it', () => {
    assert.deepEqual(affected('docs/rules/x.md'), ['docs']);
    assert.deepEqual(affected('package.json'), ['docs']);
    assert.deepEqual(affected('test/corpus/a/b.md'), ['hosts']);
  });

  it('are next to it, where no test imports it', () =>
    assert.deepEqual(affected('test/hosts/cases/claude-code/tools.md'), ['hosts']));

  it('are all where the runner changes, and none where nothing does', () => {
    assert.deepEqual(affected('test/run/mocha.mjs'), ['rules', 'docs', 'hosts']);
    assert.deepEqual(affected(), []);
    assert.deepEqual(affected('README.md'), []);
  });
});
