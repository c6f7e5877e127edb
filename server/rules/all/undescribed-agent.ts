import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'An agent for other agents that has no description.',
  why: 'Agents choose whom to start by its description. Without one, OpenCode lists the subagent as one that only a user should call, so no agent starts it by itself.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.opencode/agent/reviewer.md', 'mode: subagent'),
    example('.kilo/agent/reviewer.md', 'mode: subagent\nhidden: true'),
  ],
  passing: [
    example('.opencode/agent/reviewer.md', 'mode: subagent\ndescription: Reviews changes.'),
    example('.opencode/agent/reviewer.md', 'mode: primary'),
    // The built-in agent of this name has one.
    example('.opencode/agent/explore.md', 'mode: subagent'),
  ],
});

export const rule: Rule = {
  name: 'undescribed-agent',
  kind: 'host',
  check: ({ outline, verdict }: HostInput): Found[] => {
    const { undescribed } = verdict.dialect;
    if (!undescribed || !verdict.persona || !undescribed.is(verdict.persona)) return [];
    const mode = verdict.fields.find(({ field }) => field?.role === 'mode');
    return [
      {
        span: mode?.span ?? outline.opening,
        severity: 'warning',
        message: `No "description". ${hostName(verdict)} ${undescribed.says}. Describe when to use it.`,
      },
    ];
  },
};
