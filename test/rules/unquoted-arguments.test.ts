// What an author sees of unquoted-arguments. Its examples are tested by test/rules/examples.test.ts.
import { diagnosing } from '../support/diagnosing';
import { fixing } from '../support/fixing';

const claude = { at: '.claude/commands/history.md' };
const head = '---\ndescription: Shows who changed a file.\n---\n';

describe('unquoted-arguments', () => {
  it('underlines the arguments in commands', () =>
    diagnosing(
      `${head}Changes: !\`git log -- $ARGUMENTS\`\n                      ^^^^^^^^^^ information unquoted-arguments: Put quotes around "$ARGUMENTS".\n`,
      claude,
    ));

  it('accepts both kinds of quotes, and text that is not run', () => {
    for (const command of ['!`git log -- "$ARGUMENTS"`', "!`git log -- 'a $0'`", '`git log $0`'])
      diagnosing(`${head}Changes: ${command}\n`, claude);
  });

  it('sees that a quote is closed or protected', () => {
    for (const before of ['"a" ', "'a' ", '\\" '])
      diagnosing(
        `${head}Run: !\`echo ${before}$0\`\n${' '.repeat(12 + before.length)}^^ information unquoted-arguments: Put quotes around "$0".\n`,
        { ...claude, besides: ['shifted-arguments'] },
      );
  });

  it('quotes all of them', () =>
    fixing(`${head}Changes: !\`git log -- $ARG|UMENTS\` and !\`git show $0\`\n`, claude)
      .taking('Put quotes around the arguments')
      .gives(`${head}Changes: !\`git log -- "$ARGUMENTS"\` and !\`git show "$0"\`\n`));
});
