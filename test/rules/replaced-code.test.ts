// What an author sees of replaced-code. Its examples are tested by test/rules/examples.test.ts.
import { diagnosing } from '../support/diagnosing';
import { fixing } from '../support/fixing';

const claude = '.claude/commands/owners.md';
const opencode = '.opencode/command/owners.md';
const skill = '.opencode/skills/owners/SKILL.md';
const head = '---\ndescription: Lists owners.\n---\n';

describe('replaced-code', () => {
  it('underlines the fields of awk, a warning where the author takes arguments', () => {
    diagnosing(
      `
      ---
      description: Lists owners.
      argument-hint: folder
      ---
      Run \`git shortlog -s | awk '{ print $2 }'\`.
                                          ^^ warning replaced-code: Claude Code replaces "$2" in code too if the call has an argument of this number. Write "$(2)".
      `,
      { at: claude },
    );
    diagnosing(
      `
      ---
      description: Lists owners.
      ---
      Run \`git shortlog -s | awk '{ print $2 }'\`.
                                          ^^ information replaced-code: Claude Code replaces "$2" in code too
      `,
      { at: claude },
    );
  });

  it('is a warning in any case where nothing is left without an argument', () =>
    diagnosing(
      `
      ---
      description: Lists owners.
      ---
      \`\`\`sh
      count() {
        wc -l < "$1"
                 ^^ warning replaced-code: When a user calls it, OpenCode replaces "$1" in code too, even without such an argument. Write "\${1}".
      }
      \`\`\`
      `,
      { at: opencode },
    ));

  it('protects every number in one step', () => {
    fixing(
      `${head}\`\`\`sh\nage() { local days=$|1; }\n  local name="$2"\nawk -F: '\n/x/ { print $1, $10 }' f\ncd "$(dirname "$0")"\n\`\`\`\nShow $1.\n`,
      { at: opencode },
    )
      .offersSafely('Protect the numbers in code')
      .taking('Protect the numbers in code')
      .gives(
        `${head}\`\`\`sh\nage() { local days=\${1}; }\n  local name="\${2}"\nawk -F: '\n/x/ { print $(1), $(10) }' f\ncd "$(dirname "\${0}")"\n\`\`\`\nShow $1.\n`,
      );
  });

  it('is silent where the number may be an argument, and where it is protected', () => {
    for (const text of [
      '`gh pr view $1`',
      "`awk -v n=$1 '{ print NR }'`",
      "`grep $1 f | awk '{ print $(2) }'`",
      "An awk that isn't { $1 } here.",
      '```sh\necho "${1}" $1\n```',
      '```ts\nconst cost = "$1";\n```',
      "`awk '{ print \\\\$1 }'`",
    ])
      diagnosing(`${head}${text}\n`, { at: opencode });
  });

  it('is silent in a skill that users cannot call', () => {
    const text = "`awk '{ print $1 }'`\n";
    diagnosing(
      `---\nname: owners\ndescription: Lists owners.\nuser-invocable: false\n---\n${text}`,
      { at: '.github/skills/owners/SKILL.md' },
    );
    diagnosing(
      `
      ---
      name: owners
      description: Lists owners.
      ---
      Run \`awk '{ print $1 }'\`.
                        ^^ warning replaced-code: When a user calls it, OpenCode replaces "$1"
      `,
      { at: skill },
    );
  });
});
