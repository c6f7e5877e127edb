import { givenByCall } from '../../hosts/delegation';
import { callsOf } from '../calls';
import { example } from '../example';
import type { AcrossInput, Found, Rule } from '../rule';
import { deeds } from '../words';

export const rule: Rule = {
  name: 'escalating-call',
  what: 'An agent that may not run commands or change files, and may call one that may.',
  why: 'An agent that is called works with its own tools, not with those of the caller: what the caller was kept from, it can have done. For an agent that only hands out work that is the plan; for one that reads what strangers wrote it is the gap.',
  kind: 'host',
  quiet: true,
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
    // It may do all that itself.
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Read, Bash, Agent(fixer)',
      undefined,
      example(
        '.claude/agents/fixer.md',
        'name: fixer\ndescription: Fixes bugs.\ntools: Read, Edit, Bash',
      ),
    ),
    // Only ever called, and there an agent that was called calls none.
    example(
      '.opencode/agent/triage.md',
      'description: Reads reports.\nmode: subagent\npermission:\n  edit: deny\n  bash: deny\n  task:\n    fixer: allow',
      undefined,
      example('.opencode/agent/fixer.md', 'description: Fixes bugs.\nmode: subagent'),
    ),
    // Without tools of its own it works with the caller's.
    example(
      '.github/agents/plan.agent.md',
      "name: plan\ndescription: Plans.\ntools: [read, agent]\nagents: ['build']",
      undefined,
      example('.github/agents/build.agent.md', 'name: build\ndescription: Builds.'),
    ),
    // A list of agents without the tool to call them with.
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
  hears: 'names',
  across: ({ agent, neighbours }: AcrossInput): Found[] => {
    const { host } = agent.place;
    return callsOf(agent, neighbours).flatMap(({ reference, callee }): Found[] => {
      const gains = givenByCall(host.delegation, agent, callee);
      if (gains.length === 0) return [];
      return [
        {
          span: reference.span,
          severity: 'information',
          message: `This agent may not ${deeds(gains, 'or')}, and may call "${reference.name}", which may: ${host.name} gives an agent that is called its own tools. Leave it out if that is not meant.`,
          related: [
            {
              path: callee.path,
              span: callee.nameSpan,
              says: `"${reference.name}" may ${deeds(gains)}`,
            },
          ],
        },
      ];
    });
  },
};
