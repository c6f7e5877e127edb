import { diagnosing } from '../support/diagnosing';

describe('a frontmatter that a host reads no further than it can', () => {
  const at = '.github/agents/reviewer.agent.md';

  it('is worth a warning where the agent stays, and no limit is lost', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      some text
      ^^^^^^^^^ error invalid-yaml: Copilot CLI cannot read this frontmatter
      ^^^^^^^^^ warning invalid-yaml: this line is no "key: value", and nothing below it is read. It does not see "model".
      model: GPT-5
      ---
      You review.`,
      { at },
    );
  });

  it('is an error where a limit is', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      some text
      ^^^^^^^^^ error invalid-yaml: Copilot CLI cannot read this frontmatter
      ^^^^^^^^^ error invalid-yaml: It does not see "tools". The limit on what the agent may do is lost.
      tools: [read]
      ---
      You review.`,
      { at },
    );
  });
});
