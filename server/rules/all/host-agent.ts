import { textOf } from '../../agent/value';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: "An agent that is called as one of the host's own.",
  why: 'Some hosts then use the file wherever they would have used their own agent, in work that nobody thought of when it was written; others pass over the file. Neither says so.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.claude/agents/planner.md', 'name: Plan\ndescription: Plans changes.'),
    example('.github/agents/general-purpose.agent.md', 'description: Does everything.'),
  ],
  passing: [
    // Spelled otherwise it is another agent.
    example('.claude/agents/planner.md', 'name: plan\ndescription: Plans changes.'),
    // Laid over the host's own, as its makers mean it.
    example('.opencode/agent/plan.md', 'description: Plans changes.'),
  ],
});

export const rule: Rule = {
  name: 'host-agent',
  kind: 'host',
  check: ({ verdict }: HostInput): Found[] => {
    const { persona, place, fields } = verdict;
    if (!persona) return [];
    const { id } = persona;
    const own = place.host.sameName?.own(id) ?? null;
    if (own === null || own === 'changed') return [];
    const name = fields.find(({ field }) => field?.role === 'name')?.value;
    const span = name && textOf(name) === id ? name.span : null;
    const its = `${hostName(verdict)} has an agent called "${id}" itself`;
    return own === 'stays'
      ? [
          {
            span,
            severity: 'error',
            message: `${its}, and does not use this one. Give this one another name.`,
          },
        ]
      : [
          {
            span,
            severity: 'information',
            message: `${its}, and uses this one in its place. Where that is not meant, give this one another name.`,
          },
        ];
  },
};
