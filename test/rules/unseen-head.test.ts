// Fields that a host does not find because the file does not begin with "---". The other examples are in test/rules/examples.test.ts.
import { diagnosing } from '../support/diagnosing';
import { fixing } from '../support/fixing';

const at = '.opencode/agent/reviewer.md';
const fields = 'description: Reviews changes.\npermission:\n  edit: deny\n';
const whole = `---\n${fields}---\nYou review.\n`;
const title = 'Begin the file with this frontmatter';

describe('a frontmatter that does not begin the file', () => {
  it('is an error where a limit is lost, else a warning', () => {
    diagnosing(
      `
      ------
      ^^^^^^ error broken-fence: A limit on the agent is lost.
      description: Reviews changes.
      permission:
        edit: deny
      ---
      You review.
      `,
      { at },
    );
    diagnosing(
      `
      <!-- Generated. -->
      ---
      ^^^ warning broken-fence: OpenCode finds no frontmatter
      description: Reviews changes.
      ---
      You review.
      `,
      { at },
    );
  });

  it('becomes the frontmatter', () => {
    for (const text of [
      `-|-----\n${fields}---\nYou review.\n`,
      `-|--- \n${fields}---\nYou review.\n`,
      `-|-\n${fields}--\nYou review.\n`,
      `|${fields}---\nYou review.\n`,
      `\`\`\`yaml\n|---\n${fields}---\n\`\`\`\nYou review.\n`,
      `\`\`\`yaml\n|${fields}\`\`\`\nYou review.\n`,
      ` | ---\n  ${fields.trimEnd().replaceAll('\n', '\n  ')}\n  ---\nYou review.\n`,
    ])
      fixing(text, { at }).taking(title).gives(whole);
    fixing(`\`\`\`markdown\n|---\n${fields}---\nYou review.\n\`\`\`\n`, { at })
      .taking(title)
      .gives(whole);
  });

  it('precedes the heading or comment that was above it', () =>
    fixing(`# Reviewer\n\n-|--\n${fields}---\nYou review.\n`, { at })
      .taking(title)
      .gives(`---\n${fields}---\n# Reviewer\nYou review.\n`));

  it('is added in place of a draft where the host rejects the file', () =>
    fixing('------|\nname: reviewer\ndescription: Reviews.\n---\nYou review.\n', {
      at: '.claude/agents/reviewer.md',
    })
      .taking(title)
      .gives('---\nname: reviewer\ndescription: Reviews.\n---\nYou review.\n'));

  it('is not seen in an example, in prose or in fields of something else', () => {
    for (const text of [
      `Write each file like this:\n\n---\n${fields}---\n`,
      '# Notes\n\nname: x\n---\n',
      '# Notes\n\n---\n\nSee: the list\n\n---\n',
      'Role: you review.\n\n---\nRules\n',
      '- description: x\n---\n',
      'You review changes.\n---\n',
    ])
      fixing(`|${text}`, { at }).offersNothing();
  });
});
