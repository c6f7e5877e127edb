// What may stand in a bundle. Run after the build.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const bundles = existsSync('dist')
  ? readdirSync('dist').filter((file) => file.endsWith('.js'))
  : [];

describe('the bundles', () => {
  it('are there', () => assert.notDeepEqual(bundles, []));

  for (const file of bundles) {
    const text = readFileSync(`dist/${file}`, 'utf8');

    it(`${file} evaluates nothing`, () => {
      assert.doesNotMatch(text, /(?<![\w$.])eval\s*\(|new Function\b/);
    });

    it(`${file} fetches nothing and knows no machine`, () => {
      assert.doesNotMatch(text, /(?<![\w$.])fetch\s*\(|\bXMLHttpRequest\b|node:https?['"]/);
      assert.doesNotMatch(text, /\/(?:work\/main|home\/[a-z])/);
    });
  }

  it('of the language server are not loaded by a check', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'dossier-parts-'));
    try {
      mkdirSync(path.join(folder, '.claude/agents'), { recursive: true });
      const agent = '---\nname: reviewer\ndescription: Reviews.\n---\nYou review.\n';
      writeFileSync(path.join(folder, '.claude/agents/reviewer.md'), agent);
      const loaded = partsLoadedBy(['check'], folder);
      assert.ok(loaded.includes('cli.main.js'), loaded.join());
      assert.ok(!loaded.includes('server.main.js'), loaded.join());
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** The files of `dist/` that the command line loads. */
function partsLoadedBy(words: readonly string[], cwd: string): readonly string[] {
  const cli = path.resolve('dist/cli.js');
  const script = `
    process.argv.splice(1, 0, ${JSON.stringify(cli)});
    process.on('exit', () => console.error(Object.keys(require.cache).join('\\n')));
    require(${JSON.stringify(cli)});`;
  const { stderr } = spawnSync(process.execPath, ['-e', script, ...words], {
    cwd,
    encoding: 'utf8',
  });
  return stderr.split('\n').map((file) => path.basename(file));
}
