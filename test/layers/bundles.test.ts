// What may stand in a bundle. Run after the build.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

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

  for (const [file, isLate] of [
    ['parsers.js', false],
    ['cli.main.js', true],
    ['cli.shared.js', true],
    ['cli.later.js', true],
    ['server.main.js', true],
    ['server.shared.js', true],
    ['server.later.js', true],
  ] as const)
    it(`${file} ${isLate ? 'loads the YAML parser on demand' : 'contains the YAML parser'}`, () => {
      const hasParser = /Implicit map keys need to be followed by map values/.test(
        readFileSync(`dist/${file}`, 'utf8'),
      );
      assert.equal(hasParser, !isLate);
    });
});
