import { example } from '../example';
import { nearest } from '../nearest';
import type { AcrossInput, Found, Rule } from '../rule';

export const rule: Rule = {
  name: 'misnamed-agent',
  what: 'A name that is nearly that of another agent, where an agent is to be called.',
  why: 'A host does not say that an agent to be called is not there: the call is never offered, or fails when it is made.',
  kind: 'host',
  builtin: 'unknown-agent',
  failing: [
    example(
      '.github/agents/lead.agent.md',
      "name: lead\ndescription: Leads.\ntools: [agent]\nagents: ['reviewr']",
      undefined,
      example('.github/agents/reviewer.agent.md', 'name: reviewer\ndescription: Reviews changes.'),
    ),
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Agent(reviewr)',
      undefined,
      example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    ),
  ],
  passing: [
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Agent(reviewer)',
      undefined,
      example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    ),
    // It may come from a plugin, or be the host's own.
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Agent(general-purpose)',
      undefined,
      example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    ),
  ],
  hears: 'names',
  across: ({ agent: { place, references }, neighbours }: AcrossInput): Found[] =>
    references.flatMap(({ kind, name, span, isPattern }): Found[] => {
      if (kind !== 'agent' || isPattern || neighbours.called(place.host, name).length > 0)
        return [];
      const meant = nearest(name, neighbours.ids(place.host));
      if (meant === undefined) return [];
      return [
        {
          span,
          severity: 'warning',
          message: `${place.host.name} sees no agent called "${name}" in this workspace. Did you mean "${meant}"?`,
          fixes: [
            {
              title: `Replace with ${meant}`,
              safety: 'review',
              edits: () => [{ span, text: meant }],
            },
          ],
        },
      ];
    }),
};
