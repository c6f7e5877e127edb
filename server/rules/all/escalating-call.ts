import { givenByCall } from '../../hosts/delegation';
import { powers } from '../../hosts/powers';
import { callsOf } from '../calls';
import { example } from '../example';
import type { AcrossInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';
import { deeds, listed } from '../words';

export const docs: RuleDocs = {
  what: 'An agent that may not run commands or change files, and may call one that may.',
  why: 'An agent that is called works with its own tools, not with those of the caller: what the caller was kept from, it can have done. For an agent that only hands out work that is the plan; for one that reads what strangers wrote it is the gap.',
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
});

export const rule: Rule = {
  name: 'escalating-call',
  kind: 'host',
  quiet: true,
  hears: 'names',
  across: ({ agent, neighbours }: AcrossInput): Found[] => {
    const { host } = agent.place;
    const calls = callsOf(agent, neighbours).flatMap(({ reference, callee }) => {
      const gains = givenByCall(host.delegation, agent, callee);
      return gains.length === 0 ? [] : [{ reference, callee, gains }];
    });
    const [first] = calls;
    if (!first) return [];
    const gained = powers.filter((power) => calls.some(({ gains }) => gains.includes(power)));
    const names = [...new Set(calls.map(({ reference }) => `"${reference.name}"`))];
    const [it, verb] =
      names.length === 1
        ? ['it', 'an agent that is called its']
        : ['them', 'agents that are called their'];
    return [
      {
        span: first.reference.span,
        severity: delegates(agent.description) ? 'hint' : 'information',
        message: `This agent may not ${deeds(gained, 'or')}, and may call ${some(names)}, which may: ${host.name} gives ${verb} own tools. Leave ${it} out if that is not meant.`,
        related: calls.map(({ reference, callee, gains }) => ({
          path: callee.path,
          span: callee.nameSpan,
          says: `"${reference.name}" may ${deeds(gains)}`,
        })),
      },
    ];
  },
};

const some = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : listed(names);

/** To have it done by others is what the agent is for. */
const delegates = (description: string | null): boolean =>
  description !== null &&
  /\b(?:delegat|orchestrat|coordinat|dispatch|hand(?:s|ing)?\b.{0,30}\b(?:on|over|off)\b|handoff|asks?\b)/i.test(
    description,
  );
