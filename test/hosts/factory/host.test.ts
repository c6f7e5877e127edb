// What an author sees in a file of Factory Droid.
import assert from 'node:assert/strict';
import { diagnosing } from '../../support/diagnosing';
import { viewAt } from '../../support/viewing';

const at = '.factory/droids/reviewer.md';

const agentIn = (text: string) => {
  const [verdict] = viewAt(text, { at }).verdicts();
  assert.equal(verdict?.place.host.id, 'factory');
  assert.ok(verdict.persona);
  return verdict.persona;
};

const withTools = (tools: string, model = 'inherit') =>
  agentIn(`---\nname: reviewer\nmodel: ${model}\ntools: ${tools}\n---\nYou review.\n`).tools;

describe('Factory Droid', () => {
  it('has the agent', () => {
    const agent = agentIn(
      '---\nname: probe\ndescription: Reviews.\nmodel: claude-sonnet-5\n---\n\nYou review.\n',
    );
    assert.equal(agent.id, 'probe');
    assert.equal(agent.description, 'Reviews.');
    assert.equal(agent.model.effective, 'claude-sonnet-5');
    assert.equal(agent.prompt, 'You review.');
    assert.equal(agent.tools.all, true);
  });

  it('loads a file without frontmatter, whose whole text is the prompt', () => {
    const agent = agentIn('You review.\n');
    assert.equal(agent.id, 'reviewer');
    assert.equal(agent.prompt, 'You review.');
    assert.equal(agent.tools.all, true);
  });

  it('drops the whole frontmatter at one value of the wrong type', () => {
    const agent = agentIn('---\nname: probe\ndescription: 42\ntools: [Read]\n---\nYou review.\n');
    assert.equal(agent.id, 'reviewer');
    assert.equal(agent.tools.all, true);
  });

  it('reports this as an error, because the limit is lost', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: 42
                   ^^ error invalid-type: all tools
      tools: [Read]
      ---
      You review.
      `,
      { at },
    ));

  it('reports an empty field, which is no string', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews.
      tools:
      ^^^^^ error invalid-type: all tools
      ---
      You review.
      `,
      { at },
    ));

  it('reports a limit that is lost with the frontmatter', () =>
    diagnosing(
      `

      ---
      ^^^ error broken-fence: all tools
      name: reviewer
      tools: [Read]
      ---
      You review.
      `,
      { at },
    ));

  it('reports a category in a list', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews.
      tools: [read-only]
      ^^^^^ warning empty-tools: must be the whole value
      ---
      You review.
      `,
      { at },
    ));

  it('grants a category only as the whole value', () => {
    assert.deepEqual(withTools('web').granted, ['WebSearch', 'FetchUrl']);
    assert.deepEqual(withTools('[web]').granted, []);
    assert.deepEqual(
      withTools('[web]').lost.map(({ written, why }) => [written, why]),
      [['web', 'wrong-form']],
    );
  });

  it('gives the tool with which the model changes files', () => {
    assert.deepEqual(withTools('Edit', 'claude-sonnet-5').granted, ['Edit']);
    assert.deepEqual(withTools('Edit', 'gpt-5.4').granted, ['ApplyPatch']);
    assert.deepEqual(withTools('Edit').granted, ['Edit', 'ApplyPatch']);
  });

  it('has only the tools of every agent where no name counts', () => {
    const tools = withTools('Bash, Write');
    assert.deepEqual(tools.granted, []);
    assert.deepEqual(tools.always, ['TodoWrite', 'Skill']);
    assert.equal(tools.all, false);
  });

  it('reads line by line where YAML fails', () => {
    const agent = agentIn(
      '---\nname: probe\ndescription: Use when: always\ntools: Read, Grep\n---\nYou review.\n',
    );
    assert.equal(agent.description, 'Use when: always');
    assert.deepEqual(agent.tools.granted, ['Read', 'Grep']);
  });

  it('reads no category there, because every string is a list', () => {
    const agent = agentIn(
      '---\ndescription: Use when: always\ntools: read-only\n---\nYou review.\n',
    );
    assert.deepEqual(agent.tools.granted, []);
  });
});
