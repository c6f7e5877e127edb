// What an author sees of shifted-arguments. Its examples are tested by test/rules/examples.test.ts.
import { diagnosing } from '../support/diagnosing';
import { fixing } from '../support/fixing';

const claude = '.claude/commands/fix.md';
const opencode = '.opencode/command/fix.md';
const head = '---\ndescription: Fixes an issue.\n---\n';

describe('shifted-arguments', () => {
  it('underlines the first number where nothing takes the first argument', () =>
    diagnosing(
      `
      ---
      description: Fixes an issue.
      ---
      Fix issue $1 on branch $2.
                ^^ warning shifted-arguments: Claude Code counts arguments from 0, so nothing takes the first one. Begin with "$0".
      `,
      { at: claude },
    ));

  it('underlines a number below the first', () =>
    diagnosing(
      `
      ---
      description: Fixes an issue.
      ---
      Fix issue $0 on branch $1.
                ^^ warning shifted-arguments: OpenCode counts arguments from 1, so "$0" is no argument. Begin with "$1".
      `,
      { at: opencode },
    ));

  it('names both programs where they share the folder', () =>
    diagnosing(
      `
      ---
      name: fix
      description: Fixes an issue.
      argument-hint: issue
      ---
      Fix issue $0.
                ^^ warning shifted-arguments: Arguments are counted from 0 in Copilot CLI and from 1 in OpenCode, so "$0" is another argument there. Use "$ARGUMENTS".
      `,
      { at: '.agents/skills/fix/SKILL.md' },
    ));

  it('shifts all numbers', () => {
    fixing(`${head}Fix issue $|1 on branch $2.\n`, { at: claude })
      .taking('Count arguments from 0')
      .gives(`${head}Fix issue $0 on branch $1.\n`);
    fixing(`${head}Fix issue $|0 on branch $1.\n`, { at: opencode })
      .taking('Count arguments from 1')
      .gives(`${head}Fix issue $1 on branch $2.\n`);
  });

  it('offers no fix where code has numbers too', () => {
    fixing(`${head}Fix $|1 with \`echo $2\`.\n`, { at: claude }).offersNot(
      'Count arguments from 0',
    );
  });

  it('is silent about amounts in a skill that takes no arguments', () => {
    const skill = '---\nname: fix\ndescription: Fixes an issue.\n---\n';
    for (const text of ['Use a $0 scorer.', 'It costs $1.', 'You have used $7 of $9.']) {
      diagnosing(`${skill}${text}\n`, { at: '.opencode/skills/fix/SKILL.md' });
      diagnosing(`${skill}${text}\n`, { at: '.claude/skills/fix/SKILL.md' });
    }
    for (const text of ['You have used $7.', 'Between $2 and $5.'])
      diagnosing(`${head}${text}\n`, { at: claude });
  });

  it('is silent about code, amounts and escaped numbers', () => {
    for (const text of ['`echo $1`', '```sh\necho $1\n```', 'Pay $1.50 or $10.', '\\\\$1'])
      diagnosing(`${head}${text}\n`, { at: claude });
  });
});
