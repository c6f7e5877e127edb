import { agentKindOf } from '../../hosts/model/place';
import { t } from '../../text/message';
import { textOf } from '../../yaml/value';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: "Checks for agents that have the name of one of the program's built-in agents.",
  why: 'Some programs silently use the file wherever they would use the built-in agent. Others silently ignore the file.',
  sources: [{ facts: ['agents of one name'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.claude/agents/planner.md', 'name: Plan\ndescription: Plans changes.'),
    example('.github/agents/general-purpose.agent.md', 'description: Does everything.'),
  ],
  passing: [
    // Names are case-sensitive, so this is another agent.
    example('.claude/agents/planner.md', 'name: plan\ndescription: Plans changes.'),
    // OpenCode merges the file into its built-in agent, as documented.
    example('.opencode/agent/plan.md', 'description: Plans changes.'),
  ],
});

export const rule: Rule = {
  name: 'reserved-name',
  kind: 'host',
  check: ({ verdict }: HostInput): Found[] => {
    const { persona, place, fields } = verdict;
    if (!persona) return [];
    const { id } = persona;
    const own = agentKindOf(place)?.sameName?.own(id, place) ?? null;
    if (own === null || own === 'changed') return [];
    const name = fields.find(({ field }) => field?.role === 'name')?.value;
    const span = name && textOf(name) === id ? name.span : null;
    const args = { host: hostName(verdict), name: id };
    return own === 'stays'
      ? [
          {
            span,
            severity: 'error',
            message: t(
              '{host} has a built-in agent named "{name}" and does not use this one. Rename this agent.',
              args,
            ),
          },
        ]
      : [
          {
            span,
            severity: 'information',
            message: t(
              '{host} has a built-in agent named "{name}" and uses this one instead. Rename this agent if that is not intended.',
              args,
            ),
          },
        ];
  },
};
