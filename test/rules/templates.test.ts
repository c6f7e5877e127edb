// Templates from which a program generates agents are not reported as incomplete.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const head = 'name: builder\ndescription: Builds.';
const rulesIn = (path: string, text: string): readonly string[] => {
  const { json } = running({ [path]: text }, ['check', '--loose', '--format', 'json']);
  return (json as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);
};
const agent = (prompt: string, lines = head): string => `---\n${lines}\n---\n\n${prompt}\n`;
const many = 'Use {{LANGUAGE}}, {{TOOLS}} and {{STYLE}} for {{PROJECT}}.';

describe('templates', () => {
  it('are recognized by their folder, their name and their keys', () => {
    const one = agent('You build {{PROJECT}}.');
    for (const path of [
      'templates/agents/builder.md',
      '.claude/agents/templates/builder.md',
      '.tool/staging/.github/agents/builder.agent.md',
      '.claude/agents/_builder.md',
    ])
      assert.deepEqual(rulesIn(path, one), [], path);
    const patches = `${head}\nextends: base.md\npatches:\n  - op: append\n    content: "{{PROJECT}}"`;
    const found = rulesIn('.claude/agents/builder.md', agent('', patches));
    assert.ok(!found.includes('placeholder') && !found.includes('empty-prompt'), found.join());
  });

  it('are recognized by many placeholders or one for the name if no host reads the file', () => {
    assert.deepEqual(rulesIn('catalog/builder.md', agent(many)), []);
    assert.deepEqual(
      rulesIn('catalog/role.md', agent('{{X}}', 'name: {{ROLE}}\ndescription: d')),
      [],
    );
    assert.deepEqual(rulesIn('catalog/builder.md', agent('You build {{PROJECT}}.')), [
      'placeholder',
    ]);
  });

  it('do not include files with placeholders that a host reads', () => {
    const path = '.claude/agents/builder.md';
    assert.deepEqual(rulesIn(path, agent('You build {{name}}.')), ['placeholder']);
    assert.equal(rulesIn(path, agent(many)).length, 4);
    assert.ok(
      rulesIn(path, agent('x', 'name: "a:{{ROLE}}"\ndescription: d')).includes('invalid-name'),
    );
    // An agent that a host drops is an error, independently of the file name.
    assert.ok(
      rulesIn('.claude/agents/_x.md', agent('x', 'name: "a:b"\ndescription: d')).includes(
        'invalid-name',
      ),
    );
    // A folder for templates alone does not make one of a file without a placeholder.
    assert.deepEqual(rulesIn('.claude/agents/templates/builder.md', agent('')), ['empty-prompt']);
  });

  it('are not reported for broken frontmatter or open code fences', () => {
    const fence = agent('```sh\nmake\n\nThen test.');
    assert.deepEqual(rulesIn('templates/builder.md', fence), []);
    assert.deepEqual(rulesIn('.claude/agents/builder.md', fence), ['unclosed-code-fence']);
    const broken = `---\n${head}\nnotes: a --- b\nmodel: haiku\n---\n\nYou build {{PROJECT}}.\n`;
    assert.ok(!rulesIn('.claude/agents/_builder.md', broken).includes('broken-fence'));
    assert.ok(rulesIn('.claude/agents/builder.md', broken).includes('broken-fence'));
  });
});
