import { example } from '../example';
import { problemFindings } from '../problems';
import type { Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'A mode that the host does not know.',
  why: 'The mode says who may call the agent. OpenCode takes three words, in lower case, and does not start with any other.',
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
  name: 'wrong-mode',
  kind: 'host',
  builtin: 'wrong-value',
  hears: 'values',
  check: (input) => problemFindings(input, ({ field }) => field?.role === 'mode'),
};
