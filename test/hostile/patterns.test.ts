// Globs in a repository. As ordinary regular expressions, these would take minutes.
import assert from 'node:assert/strict';
import { readConfig } from '../../server/settings/config';
import { english } from '../../server/text/translate';
import { catalog } from '../support/catalog';
import { running } from '../support/running';

const long = 'a'.repeat(200);
const agent = '---\nname: reviewer\ndescription: Reviews.\n---\nReview.\n';

describe('a glob that matches slowly', () => {
  for (const glob of [
    '*a*a*a*a*b',
    '(a+)+b',
    '!(a|aa)b',
    `${'[a]+'.repeat(20)}b`,
    `${'{a,aa}'.repeat(20)}b`,
    `${'**/a/'.repeat(9)}b`,
    '*'.repeat(600),
  ])
    it(`is reported in a configuration, and ignored: ${glob.slice(0, 30)}`, () => {
      const text = JSON.stringify({ exclude: [glob, 'docs/**'], include: ['prompts/*.md'] });
      const { faults, excludes, includes } = readConfig(
        catalog,
        '/project/dossier.config.json',
        text,
      );
      assert.deepEqual(
        faults.map(({ span, message }) => [text.slice(span.start, span.end), english(message)]),
        [[JSON.stringify(glob), 'The glob has parentheses, or too many wildcards. Simplify it.']],
      );
      assert.equal(excludes(`/project/${long}`), false);
      assert.ok(excludes('/project/docs/a.md') && includes('/project/prompts/a.md'));
    });

  it('in the settings of VS Code does not delay anything', () => {
    const files = {
      '.vscode/settings.json': JSON.stringify({
        'chat.agentFilesLocations': {
          [`${'**a'.repeat(60)}b`]: true,
          [`${'*a'.repeat(60)}b`]: true,
        },
      }),
      [`${long}/reviewer.agent.md`]: agent,
    };
    const { code, err } = running(files, ['check', `${long}/reviewer.agent.md`]);
    assert.deepEqual([code, err], [0, '']);
  });

  for (const [glob, isMatched] of [
    ['team/*', true],
    ['./team/**/', true],
    ['**/agents', true],
    ['**agents', true],
    ['team/*/x', false],
    ['*', false],
  ] as const)
    it(`in the settings of VS Code that ${isMatched ? 'matches' : 'does not match'} is ${isMatched ? '' : 'not '}named: ${glob}`, () => {
      const files = {
        '.vscode/settings.json': JSON.stringify({ 'chat.agentFilesLocations': { [glob]: true } }),
        'team/agents/reviewer.agent.md': agent,
      };
      const { out } = running(files, ['check', '--notes', 'team/agents/reviewer.agent.md']);
      assert.equal(out.includes(`"${glob}"`), isMatched, out);
    });
});
