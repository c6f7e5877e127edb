import { example } from '../example';
import { problemFindings } from '../problems';
import type { Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'A permission that the host cannot read.',
  why: 'Permissions say what the agent may do. One word that is wrong keeps OpenCode from starting at all.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  edit: never',
    ),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\npermission: [edit]'),
  ],
  passing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  edit: deny\n  bash:\n    "git *": allow',
    ),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\npermission: ask'),
  ],
});

export const rule: Rule = {
  name: 'wrong-permission',
  kind: 'host',
  hears: 'values',
  check: (input) => problemFindings(input, ({ field }) => field?.role === 'permission'),
};
