import assert from 'node:assert/strict';
import { hides, lastRule, matches, type Rule } from '../../../server/hosts/opencode/rules';

const rule = (text: string): Rule => {
  const [permission = '', pattern = '', action = ''] = text.split(' | ');
  return { permission, pattern, action };
};
describe('Permission rules of OpenCode', () => {
  it('applies the last rule for a tool, regardless of its pattern', () => {
    const rules = ['* | * | deny', 'bash | git * | allow', 'bash | git push * | ask'].map(rule);
    assert.deepEqual(lastRule(rules, 'bash'), rules[2]);
    assert.deepEqual(lastRule(rules, 'read'), rules[0]);
    assert.equal(lastRule([rule('read | * | allow')], 'bash'), undefined);
  });

  it('hides a tool only where the last rule about it denies everything', () => {
    assert.equal(hides([rule('bash | * | deny')], 'bash'), true);
    assert.equal(hides([rule('bash | * | deny'), rule('bash | git * | allow')], 'bash'), false);
    assert.equal(hides([rule('bash | git * | deny')], 'bash'), false);
    assert.equal(hides([rule('* | * | deny')], 'bash'), true);
  });
});

describe('Wildcards of OpenCode', () => {
  const matching: readonly (readonly [string, string])[] = [
    ['*', ''],
    ['git *', 'git push'],
    ['git *', 'git'],
    ['a*c*e', 'abcde'],
    ['git*', 'git'],
    ['git**', 'git'],
    ['*git', 'git'],
    ['**', ''],
    ['a*b*', 'ab'],
    ['a*bc', 'abbc'],
    ['g?t*', 'git'],
    ['?', 'x'],
    ['src\\*', 'src/a'],
    ['*.env', 'dir/.env'],
    ['*', 'two\nlines'],
    ['a.b', 'a.b'],
  ];
  const other: readonly (readonly [string, string])[] = [
    ['git *', 'gitk'],
    ['?', ''],
    ['git?', 'git'],
    ['', 'git'],
    ['git', ''],
    ['a*b', 'abc'],
    ['*a*b', 'ba'],
    ['bash', 'Bash'],
    ['a.b', 'axb'],
    ['*.env', '.env.local'],
  ];
  for (const [wildcard, text] of matching) {
    it(`${wildcard} matches ${JSON.stringify(text)}`, () => assert.ok(matches(wildcard, text)));
  }
  for (const [wildcard, text] of other) {
    it(`${wildcard} does not match ${JSON.stringify(text)}`, () =>
      assert.ok(!matches(wildcard, text)));
  }

  it('is fast on a pattern that would take forever as a regular expression', () => {
    assert.ok(!matches(`${'*a'.repeat(40)}b`, 'a'.repeat(2000)));
  });
});
