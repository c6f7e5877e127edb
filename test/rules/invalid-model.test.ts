// What an author sees of invalid-model. Its examples are tested by test/rules/examples.test.ts.
import { diagnosing } from '../support/diagnosing';

const role = { at: '.codex/agents/reviewer.toml' };

describe('invalid-model', () => {
  for (const value of ['""', '" "', "''"])
    it(`reports an empty name of a model, with which Codex starts no agent: ${value}`, () =>
      diagnosing(
        `
        name = "reviewer"
        description = "Reviews."
        model = ${value}
                ${'^'.repeat(value.length)} warning invalid-model: "model" is empty. Codex loads the agent but does not start it. Use a model such as
        developer_instructions = "You review."
        `,
        role,
      ));

  it('has nothing to report where a role names no model', () =>
    diagnosing(
      `
      name = "reviewer"
      description = "Reviews."
      developer_instructions = "You review."
      `,
      role,
    ));
});
