// What may stand in a bundle. Run after the build.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const bundles = existsSync('dist')
  ? readdirSync('dist').filter((file) => file.endsWith('.js'))
  : [];

/** A message of the parser. */
const yamlParser = /Implicit map keys need to be followed by map values/;

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

  for (const file of bundles.filter((file) => /^(?:cli|server)\.(?!browser)/.test(file)))
    it(`${file} loads the YAML parser on demand`, () =>
      assert.doesNotMatch(readFileSync(`dist/${file}`, 'utf8'), yamlParser));

  it('parsers.js contains the YAML parser', () =>
    assert.match(readFileSync('dist/parsers.js', 'utf8'), yamlParser));
});
