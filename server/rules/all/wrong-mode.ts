import { example } from '../example';
import { problemFindings } from '../problems';
import type { Rule } from '../rule';

export const rule: Rule = {
  name: 'wrong-mode',
  what: 'A mode that the host does not know.',
  why: 'The mode says who may call the agent. OpenCode takes three words, in lower case, and does not start with any other.',
  kind: 'host',
  builtin: 'wrong-value',
  failing: [
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\nmode: Subagent'),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\nmode: agent'),
  ],
  passing: [
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\nmode: subagent'),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.'),
  ],
  hears: 'values',
  check: (input) => problemFindings(input, ({ field }) => field?.role === 'mode'),
};
