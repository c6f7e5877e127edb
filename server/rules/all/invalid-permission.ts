import { example } from '../example';
import type { Rule, RuleDocs, RuleExamples } from '../rule';
import { problemFindings } from '../values/problems';

export const docs: RuleDocs = {
  what: 'Checks for permissions that the program cannot read.',
  why: 'A single invalid value keeps OpenCode from starting.',
  sources: [{ facts: ['values of permission'] }],
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
  name: 'invalid-permission',
  kind: 'host',
  isEffect: true,
  check: (input) => problemFindings(input, ({ field }) => field?.role === 'permission'),
};
