// Parts of a prompt that were not written for the model: fences, tags and keys.
import assert from 'node:assert/strict';
import { diagnosing, findingsIn } from '../support/diagnosing';
import { words } from '../support/words';

const head = '---\nname: reviewer\ndescription: Reviews changes.\n---\n\n';

describe('rules on leftovers in a prompt', () => {
  it('mark the outer block of nested fences', () => {
    const [finding, ...others] = findingsIn(
      `${head}\`\`\`md\n# Title\n\`\`\`js\nx()\n\`\`\`\nMore.\n\`\`\`\n\nKeep it short.\n`,
    );
    assert.equal(others.length, 0);
    assert.match(words(finding?.message) ?? '', /contains fences of the same length/);
    assert.equal(finding?.span?.start, head.length);
  });

  it('offer to remove a fence that nothing follows', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      ---

      You review.
      \`\`\`
      ^^^ hint unclosed-code-fence: Remove it.
      `);
  });

  it('ignore a final fence if the block only ends early', () => {
    const nested = `${head}\`\`\`md\n# Title\n\`\`\`js\nx()\n\`\`\`\nMore.\n\`\`\`\n\n\n`;
    assert.deepEqual(findingsIn(nested), []);
  });

  it('read a fence four columns deeper than the block as its content', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      ---
      \`\`\`yaml
      code: |
          \`\`\`ts
          run();
          \`\`\`
      \`\`\`

      Keep it short.`);
  });

  it('name a call like the prompt does', () => {
    const call = 'Start `Task(subagent_type="tester", prompt="...")`.';
    const [finding, ...others] = findingsIn(
      `---\nname: lead\ndescription: Leads.\ntools: Read\n---\n\n${call}\n`,
    );
    assert.equal(others.length, 0);
    assert.equal(
      words(finding?.message),
      'The prompt calls "Task", which the agent does not have in Claude Code. Add "Agent" to its tools or change the prompt.',
    );
  });

  it('report tags after an open fence, and remove their lines', () => {
    const text = `${head}You review.\r\n</content>\r\n</invoke>\r\n`;
    assert.deepEqual(
      findingsIn(text).map(({ rule }) => rule),
      ['leftover-tag', 'leftover-tag'],
    );
  });

  it('never show a key', () => {
    const key = `${'sk-ant-api03'}-${'aB3dE5fG7hJ9kL2mN4pQ6rS8tU1vW3xY5zA7bC9dE2fG4hJ6kL8mN1pQ3rS5tU7vW9xY2zA4bC6dE8fG1hJ3k'}`;
    const [finding] = findingsIn(`${head}Use ${key} to log in.\n`);
    assert.equal(finding?.rule, 'hardcoded-secret');
    assert.ok(!words(finding.message).includes(key.slice(0, 12)));
  });

  it('report placeholders of commands once', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      ---

      Fix $ARGUMENTS, and only \${ARGUMENTS}. Write \`$ARGUMENTS\` in commands.
          ^^^^^^^^^^ information placeholder: "$ARGUMENTS" is replaced only in commands and skills. The model reads it literally. Refer to the task that the agent receives.
      `);
  });
});
