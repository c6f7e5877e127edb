import { privileges } from '../../hosts/model/privileges';
import { type Message, t } from '../../text/message';
import { example } from '../example';
import { cutCall } from '../names/cut-call';
import { reachOf, wayLabel } from '../names/reach';
import type { Fix, Found, Rule, RuleDocs, RuleExamples, WorkspaceInput } from '../rule';
import { actionsOf, listed } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for agents that cannot change files or run commands but can call an agent that can, directly or through other agents.',
  why: 'A called agent uses its own tools, not those of its caller, so the caller can have it do what it may not do itself. This is intended for an agent that delegates work, but a risk for an agent that reads untrusted input.',
  sources: [
    { facts: ['calls between agents', 'tool'] },
    {
      opinion:
        'An agent without a tool should not get it from an agent that it calls. Hosts allow it.',
    },
  ],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/triage.md',
      'name: triage\ndescription: Reads reports.\ntools: Read, Agent(fixer)',
      undefined,
      example(
        '.claude/agents/fixer.md',
        'name: fixer\ndescription: Fixes bugs.\ntools: Read, Edit, Bash',
      ),
    ),
    // The agent that it calls can call one that has the tool.
    example(
      '.claude/agents/triage.md',
      'name: triage\ndescription: Reads reports.\ntools: Read, Agent(lead)',
      undefined,
      example(
        '.claude/agents/lead.md',
        'name: lead\ndescription: Leads.\ntools: Read, Agent(deployer)',
      ),
      example(
        '.claude/agents/deployer.md',
        'name: deployer\ndescription: Deploys.\ntools: Read, Bash',
      ),
    ),
    example(
      '.github/agents/plan.agent.md',
      "name: plan\ndescription: Plans.\ntools: [read, agent]\nagents: ['build']",
      undefined,
      example(
        '.github/agents/build.agent.md',
        'name: build\ndescription: Builds.\ntools: [read, edit]',
      ),
    ),
    example(
      '.opencode/agent/plan-review.md',
      'description: Plans.\nmode: primary\npermission:\n  edit: deny\n  bash: deny\n  task:\n    "*": deny\n    fixer: allow',
      undefined,
      example('.opencode/agent/fixer.md', 'description: Fixes bugs.\nmode: subagent'),
    ),
  ],
  passing: [
    // The caller has the same permissions.
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Read, Bash, Agent(fixer)',
      undefined,
      example(
        '.claude/agents/fixer.md',
        'name: fixer\ndescription: Fixes bugs.\ntools: Read, Edit, Bash',
      ),
    ),
    // The denial of one command removes the whole tool. overbroad-deny reports it.
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Read, Bash, Agent(fixer)\ndisallowedTools: Bash(git push *)',
      undefined,
      example(
        '.claude/agents/fixer.md',
        'name: fixer\ndescription: Fixes bugs.\ntools: Read, Edit, Bash',
      ),
    ),
    // A subagent, which cannot call other agents in this host.
    example(
      '.opencode/agent/triage.md',
      'description: Reads reports.\nmode: subagent\npermission:\n  edit: deny\n  bash: deny\n  task:\n    fixer: allow',
      undefined,
      example('.opencode/agent/fixer.md', 'description: Fixes bugs.\nmode: subagent'),
    ),
    // An agent without a list of tools uses those of its caller.
    example(
      '.github/agents/plan.agent.md',
      "name: plan\ndescription: Plans.\ntools: [read, agent]\nagents: ['build']",
      undefined,
      example('.github/agents/build.agent.md', 'name: build\ndescription: Builds.'),
    ),
    // A list of agents, but not the tool that calls them.
    example(
      '.github/agents/plan.agent.md',
      "name: plan\ndescription: Plans.\ntools: [read]\nagents: ['build']",
      undefined,
      example(
        '.github/agents/build.agent.md',
        'name: build\ndescription: Builds.\ntools: [read, edit]',
      ),
    ),
  ],
});

export const rule: Rule = {
  name: 'privilege-escalation',
  kind: 'host',
  across: ({ agent, workspace, writer }: WorkspaceInput): Found[] => {
    const { host } = agent.place;
    const reached = reachOf(agent, workspace);
    const [first] = reached;
    if (!first) return [];
    const called = [...new Map(reached.map(({ call }) => [call.reference.name, call])).values()];
    const args = {
      agents: fewNames(eachOnce(reached.map((one) => `"${wayLabel(one)}"`))),
      calls: fewNames(called.map(({ reference }) => `"${reference.name}"`)),
      host: host.name,
    };
    const tools = eachOnce(reached.flatMap((one) => one.tools ?? []));
    const gained = privileges.filter((one) => reached.some(({ gains }) => gains.includes(one)));
    return [
      {
        span: first.call.reference.span,
        severity: delegates(agent.description) ? 'hint' : 'information',
        message:
          tools.length > 0 && reached.every((one) => one.tools !== null)
            ? t(
                'This agent can reach {tools} through {agents}. {host} gives called agents their own tools. Remove {calls} if this is not intended.',
                { ...args, tools: fewNames(tools.map((name) => `"${name}"`)) },
              )
            : t(
                'This agent cannot {actions}, but it can do so through {agents}. {host} gives called agents their own tools. Remove {calls} if this is not intended.',
                { ...args, actions: actionsOf(gained, 'or') },
              ),
        fixes: called.map(
          ({ reference }): Fix => ({
            title: t('Remove the call of "{agent}"', { agent: reference.name }),
            safety: 'review',
            at: reference.span,
            edits: () => (writer ? cutCall(writer, reference, agent) : null),
          }),
        ),
        related: reached.map(({ way, gains }) => {
          const last = way.at(-1) ?? way[0];
          return {
            path: last.path,
            span: last.nameSpan,
            message: t('"{agent}" can {actions}', {
              agent: last.id ?? '',
              actions: actionsOf(gains),
            }),
          };
        }),
      },
    ];
  },
};

const eachOnce = (names: readonly string[]): readonly string[] => [...new Set(names)];

const fewNames = (names: readonly string[]): Message =>
  names.length > 3
    ? t('{names} and {count} more', {
        names: names.slice(0, 2).join(', '),
        count: names.length - 2,
      })
    : listed(names);

/** Whether the agent is described as one that delegates work. */
const delegates = (description: string | null): boolean =>
  description !== null &&
  /\b(?:delegat|orchestrat|coordinat|dispatch|hand(?:s|ing)?\b.{0,30}\b(?:on|over|off)\b|handoff|asks?\b)/i.test(
    description,
  );
