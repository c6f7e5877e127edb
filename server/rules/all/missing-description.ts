import { composed, t } from '../../text/message';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for subagents without a description.',
  why: 'Agents choose which agent to call by its description. Without one, OpenCode lists the subagent as one that only a user should call, so no agent calls it on its own.',
  sources: [{ facts: ['agents without a description', 'values of mode'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.opencode/agent/reviewer.md', 'mode: subagent'),
    example('.kilo/agent/reviewer.md', 'mode: subagent\nhidden: true'),
  ],
  passing: [
    example('.opencode/agent/reviewer.md', 'mode: subagent\ndescription: Reviews changes.'),
    example('.opencode/agent/reviewer.md', 'mode: primary'),
    // The built-in agent of this name has a description.
    example('.opencode/agent/explore.md', 'mode: subagent'),
  ],
});

export const rule: Rule = {
  name: 'missing-description',
  kind: 'host',
  check: ({ outline, verdict }: HostInput): Found[] => {
    const { undescribed } = verdict.dialect;
    if (!undescribed || !verdict.persona || !undescribed.applies(verdict.persona)) return [];
    const mode = verdict.fields.find(({ field }) => field?.role === 'mode');
    return [
      {
        span: mode?.span ?? outline.opening,
        severity: 'warning',
        message: composed`${t('No "{field}".', { field: 'description' })} ${effectOf(verdict, undescribed.effect)} ${t('Describe when to use the agent.')}`,
      },
    ];
  },
};
