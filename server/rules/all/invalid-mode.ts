import { example } from '../example';
import type { Rule, RuleDocs, RuleExamples } from '../rule';
import { problemFindings } from '../values/problems';

export const docs: RuleDocs = {
  what: 'Checks for modes that the program does not accept.',
  why: 'The mode defines who can call the agent. OpenCode accepts three lowercase words and does not start with any other.',
  sources: [{ facts: ['values of mode'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\nmode: Subagent'),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\nmode: agent'),
  ],
  passing: [
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\nmode: subagent'),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.'),
  ],
});

export const rule: Rule = {
  name: 'invalid-mode',
  kind: 'host',
  builtin: 'invalid-value',
  isEffect: true,
  check: (input) => problemFindings(input, ({ field }) => field?.role === 'mode'),
};
