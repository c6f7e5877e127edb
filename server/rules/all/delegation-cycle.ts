import { effectIn } from '../../hosts/model/outcome';
import { composed, t } from '../../text/message';
import { example } from '../example';
import { callsOf } from '../names/calls';
import type { Found, Rule, RuleDocs, RuleExamples, WorkspaceInput } from '../rule';
import type { KnownAgent, WorkspaceView } from '../workspace-view';

export const docs: RuleDocs = {
  what: 'Checks for agents that can call each other in a cycle.',
  why: 'Every call costs tokens. Agents that pass work to each other continue until the program stops them, and none of them sees all of the work.',
  sources: [
    { facts: ['calls between agents', 'tool'] },
    { opinion: 'A cycle is worth reporting, although no program does.' },
  ],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Read, Agent(builder)',
      undefined,
      example(
        '.claude/agents/builder.md',
        'name: builder\ndescription: Builds.\ntools: Read, Agent(lead)',
      ),
    ),
    example(
      '.claude/agents/a.md',
      'name: a\ndescription: Works.\ntools: Read, Agent(b)',
      undefined,
      example('.claude/agents/b.md', 'name: b\ndescription: Works.\ntools: Read, Agent(c)'),
      example('.claude/agents/c.md', 'name: c\ndescription: Works.\ntools: Read, Task(a)'),
    ),
  ],
  passing: [
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Read, Agent(builder)',
      undefined,
      example('.claude/agents/builder.md', 'name: builder\ndescription: Builds.\ntools: Read'),
    ),
    // More calls than the program makes.
    example(
      '.claude/agents/a.md',
      'name: a\ndescription: Works.\ntools: Read, Agent(b)',
      undefined,
      ...['b', 'c', 'd'].map((name, at) =>
        example(
          `.claude/agents/${name}.md`,
          `name: ${name}\ndescription: Works.\ntools: Read, Agent(${'cda'.charAt(at)})`,
        ),
      ),
    ),
    // A user has to click a button for each handoff.
    example(
      '.github/agents/plan.agent.md',
      'name: plan\ndescription: Plans.\nhandoffs:\n  - {label: Build, agent: build, prompt: go}',
      undefined,
      example(
        '.github/agents/build.agent.md',
        'name: build\ndescription: Builds.\nhandoffs:\n  - {label: Plan, agent: plan, prompt: go}',
      ),
    ),
    // A call and a handoff back.
    example(
      '.github/agents/plan.agent.md',
      "name: plan\ndescription: Plans.\ntools: [read, agent]\nagents: ['build']",
      undefined,
      example(
        '.github/agents/build.agent.md',
        'name: build\ndescription: Builds.\nhandoffs:\n  - {label: Plan, agent: plan, prompt: go}',
      ),
    ),
    // In this host, a called agent cannot call others.
    example(
      '.github/agents/plan.agent.md',
      "name: plan\ndescription: Plans.\ntools: [read, agent]\nagents: ['build']",
      undefined,
      example(
        '.github/agents/build.agent.md',
        "name: build\ndescription: Builds.\ntools: [read, agent]\nagents: ['plan']",
      ),
    ),
  ],
});

export const rule: Rule = {
  name: 'delegation-cycle',
  kind: 'host',
  across: ({ agent, workspace }: WorkspaceInput): Found[] => {
    const { host } = agent.place;
    const { delegation } = host;
    if (!delegation || delegation.depth < 2) return [];
    return callsOf(agent, workspace).flatMap(({ reference, callee }): Found[] => {
      const path = pathBetween(callee, agent, workspace, delegation.depth - 1);
      if (!path) return [];
      const names = [agent, ...path].map(({ id }) => id ?? '');
      const cycle = [...names, names[0]].join(' > ');
      return [
        {
          span: reference.span,
          severity: 'information',
          message: composed`${t('These agents call each other in a cycle: {cycle}.', { cycle })} ${effectIn(host, delegation.effect)} ${t('Remove one of the calls if this is not intended.')}`,
          sharedWith: path.map((one) => one.path),
          related: path.map((one) => ({
            path: one.path,
            span: one.nameSpan,
            message: t('"{agent}" is part of the cycle', { agent: one.id ?? '' }),
          })),
        },
      ];
    });
  },
};

/** The agents on the shortest path of calls that leads to the target, without the target; null if it has more than `maxLength`. */
function pathBetween(
  from: KnownAgent,
  target: KnownAgent,
  workspace: WorkspaceView,
  maxLength: number,
): readonly KnownAgent[] | null {
  let paths: readonly (readonly [KnownAgent, ...KnownAgent[]])[] = [[from]];
  const seen = new Set([from.path]);
  for (let length = 1; length <= maxLength; length++) {
    const longer: (readonly [KnownAgent, ...KnownAgent[]])[] = [];
    for (const path of paths) {
      for (const { callee } of callsOf(path.at(-1) ?? path[0], workspace)) {
        if (callee.path === target.path) return path;
        if (seen.has(callee.path)) continue;
        seen.add(callee.path);
        longer.push([...path, callee]);
      }
    }
    paths = longer;
  }
  return null;
}
