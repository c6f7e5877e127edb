import { callsOf } from '../calls';
import { example } from '../example';
import type { KnownAgent, Neighbours } from '../neighbours';
import type { AcrossInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Agents that may call each other round in a circle, where the host lets them.',
  why: 'Each agent that is called is paid for. Two that pass work to each other go on until the host stops them, and neither has all of it.',
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
    // A person presses a button each time.
    example(
      '.github/agents/plan.agent.md',
      'name: plan\ndescription: Plans.\nhandoffs:\n  - {label: Build, agent: build, prompt: go}',
      undefined,
      example(
        '.github/agents/build.agent.md',
        'name: build\ndescription: Builds.\nhandoffs:\n  - {label: Plan, agent: plan, prompt: go}',
      ),
    ),
    // An agent that was called calls none there.
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
  name: 'call-circle',
  kind: 'host',
  quiet: true,
  hears: 'names',
  across: ({ agent, neighbours }: AcrossInput): Found[] => {
    const { host } = agent.place;
    const { delegation } = host;
    if (!delegation || delegation.depth < 2) return [];
    return callsOf(agent, neighbours).flatMap(({ reference, callee }): Found[] => {
      const way = wayBack(callee, agent, neighbours, delegation.depth - 1);
      if (!way) return [];
      const names = [agent, ...way].map(({ id }) => id ?? '');
      return [
        {
          span: reference.span,
          severity: 'information',
          message: `These agents may call each other in a circle (${[...names, names[0]].join(' > ')}): ${host.name} ${delegation.says}. Take one of the calls out if that is not meant.`,
          twins: way.map(({ path }) => path),
          related: way.map((one) => ({
            path: one.path,
            span: one.nameSpan,
            says: `"${one.id ?? ''}" is part of the circle`,
          })),
        },
      ];
    });
  },
};

/** The shortest way of calls from one agent to another, both beginning and end of it agents that call; null if too long. */
function wayBack(
  from: KnownAgent,
  to: KnownAgent,
  neighbours: Neighbours,
  most: number,
): readonly KnownAgent[] | null {
  let ways: readonly (readonly [KnownAgent, ...KnownAgent[]])[] = [[from]];
  const seen = new Set([from.path]);
  for (let length = 1; length <= most; length++) {
    const longer: (readonly [KnownAgent, ...KnownAgent[]])[] = [];
    for (const way of ways) {
      for (const { callee } of callsOf(way.at(-1) ?? way[0], neighbours)) {
        if (callee.path === to.path) return way;
        if (seen.has(callee.path)) continue;
        seen.add(callee.path);
        longer.push([...way, callee]);
      }
    }
    ways = longer;
  }
  return null;
}
