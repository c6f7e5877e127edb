// What an author sees of missing-prompt-tool. Its examples are tested by test/rules/examples.test.ts.
import { diagnosing } from '../support/diagnosing';

const at = '.claude/agents/deployer.md';

describe('missing-prompt-tool', () => {
  it('underlines a call of the tool for skills that the list lacks', () =>
    diagnosing(
      `
      ---
      name: deployer
      description: Deploys.
      tools: Read, Bash
      ---
      Begin with \`Skill(skill: "release-notes")\`, then \`Skill("deploy")\`.
                  ^^^^^ warning missing-prompt-tool: The prompt calls "Skill"
      `,
      { at },
    ));

  it('underlines it where the tool is denied', () =>
    diagnosing(
      `
      ---
      name: deployer
      description: Deploys.
      disallowedTools: Skill
      ---
      Begin with Skill('deploy').
                 ^^^^^ warning missing-prompt-tool: The prompt calls "Skill"
      `,
      { at },
    ));

  it('reports nothing where the agent has the tool, and for words about skills', () => {
    diagnosing('---\nname: a\ndescription: A.\n---\nBegin with Skill("deploy").\n', { at });
    diagnosing(
      '---\nname: a\ndescription: A.\ntools: Read\n---\nUse the `deploy` skill. Skill(s) are many. Never call Skill("x").\n',
      { at },
    );
  });
});
