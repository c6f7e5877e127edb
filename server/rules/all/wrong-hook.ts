import { example } from '../example';
import { problemFindings } from '../problems';
import type { Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'A hook that the host cannot use.',
  why: 'Most faults cost one entry. A fault in a hook that was to stop something costs the whole agent, without a word.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nhooks: check.sh',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nhooks:\n  PreTool:\n    - hooks:\n        - type: command\n          command: "true"',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nhooks:\n  Stop:\n    - hooks:\n        - type: constructor\n          command: "true"',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nhook:\n  PreToolUse:\n    - hooks:\n        - type: command\n          command: "true"',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nhooks:\n  Stop:\n    - hooks:\n        - type: command\n          command: "true"',
    ),
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.\nhooks:'),
  ],
  // Also below a key that is no field: a guard that stands there is not heard.
});

export const rule: Rule = {
  name: 'wrong-hook',
  kind: 'host',
  builtin: 'wrong-value',
  hears: 'values',
  check: (input) =>
    problemFindings(input, ({ field, otherwise }) =>
      field ? field.role === 'hooks' : otherwise !== undefined,
    ),
};
