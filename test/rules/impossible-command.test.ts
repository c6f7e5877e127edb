// What an author sees of impossible-command. Its examples are tested by test/rules/examples.test.ts.
import { diagnosing } from '../support/diagnosing';

const reviewer = (tools: string, prompt: string): string =>
  `---\nname: reviewer\ndescription: Reviews changes.\n${tools}---\n${prompt}\n`;
const finding = (command: string): string =>
  `warning impossible-command: The prompt asks the agent to run "${command}", but it has no tool for commands in Claude Code. Add "Bash" to its tools or change the prompt.`;

describe('a command that the prompt asks the agent to run', () => {
  it('is reported once where the agent has no tool for commands', () =>
    diagnosing(
      reviewer(
        'tools: Read, Grep\n',
        `When you start:\n1. Run git diff --stat to see the change.\n       ^^^^^^^^^^^^^^^ ${finding('git diff --stat')}\n2. Then run \`npm test\`.`,
      ),
    ));

  it('is reported behind a title in bold, and at the start of a sentence', () => {
    diagnosing(
      reviewer(
        'disallowedTools: Bash\n',
        `- **Tests**: Run \`npm test\`.\n                  ^^^^^^^^ warning impossible-command: but "Bash" is denied to it in Claude Code. Allow it or change the prompt.`,
      ),
    );
    diagnosing(
      reviewer(
        'tools: Read\n',
        `Read the files. Always run \`make lint\`.\n                            ^^^^^^^^^ ${finding('make lint')}`,
      ),
    );
  });

  it('is left alone where it may run, where others run it, and in code', () => {
    const run = 'Run `git diff`.';
    for (const tools of ['', 'tools: Read, Bash\n', 'tools: Read, mcp__shell__exec\n'])
      diagnosing(reviewer(tools, run), { besides: ['missing-server'] });
    for (const prompt of [
      'Ask the user to run `npm test`.',
      'Never run `git push`.',
      'If available, run `npm test`.',
      'Run `/review` first.',
      'Run tests.',
      'You can re-run `npm test`.',
      'The **hooks** run `npm test`.',
      'Show how:\n\n```md\n1. Run `npm install`\n```',
    ])
      diagnosing(reviewer('tools: Read\n', prompt));
  });

  it('is left alone where the list has a tool for it that the program does not know', () =>
    diagnosing(
      `
      ---
      description: Reviews changes.
      tools: [read, terminalCommand]
                    ^^^^^^^^^^^^^^^ warning unknown-tool: Did you mean "execute
      ---
      Run \`terraform plan\`.`,
      { at: '.github/agents/reviewer.agent.md', besides: ['unavailable-tool'] },
    ));

  it('is reported where a rule denies it, with the rule', () =>
    diagnosing(
      `
      ---
      description: Reviews changes.
      permission:
        bash:
          "*": allow
          "git push*": deny
      ---
      Run \`git diff\`. Then run \`git push\`.
                                ^^^^^^^^ warning impossible-command: The prompt asks the agent to run "git push", but "bash, git push*: deny" denies it in OpenCode. Allow the command or change the prompt.`,
      { at: '.opencode/agent/reviewer.md' },
    ));

  it('is reported where every command is denied', () =>
    diagnosing(
      `
      ---
      description: Reviews changes.
      permission:
        bash: deny
      ---
      Run \`git commit\` when you are done.
           ^^^^^^^^^^ warning impossible-command: The prompt asks the agent to run "git commit", but "bash" is denied to it in OpenCode. Allow it or change the prompt.`,
      { at: '.opencode/agent/reviewer.md' },
    ));
});
