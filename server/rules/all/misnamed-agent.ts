import type { Host } from '../../hosts/host';
import type { Reference } from '../../hosts/reference';
import { example } from '../example';
import { type Meant, meantAgent } from '../meant-agent';
import type { KnownAgent, Neighbours } from '../neighbours';
import type { AcrossInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'A name that no agent has, where an agent is to be called.',
  why: 'A host does not say that an agent to be called is not there: the call is never offered, or fails when it is made.',
};

export const examples = (): RuleExamples => ({
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
    // The name of its file.
    example(
      '.github/agents/lead.agent.md',
      "name: lead\ndescription: Leads.\ntools: [agent]\nagents: ['code-review']",
      undefined,
      example('.github/agents/code-review.agent.md', 'name: Auditor\ndescription: Reviews.'),
    ),
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Agent(ADR Creation)',
      undefined,
      example('.claude/agents/adr.md', 'name: ADR Creator\ndescription: Writes ADRs.'),
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
});

export const rule: Rule = {
  name: 'misnamed-agent',
  kind: 'host',
  builtin: 'unknown-agent',
  hears: 'names',
  across: ({ agent, neighbours }: AcrossInput): Found[] =>
    agent.references.flatMap((reference): readonly Found[] => {
      const { kind, name, isPattern } = reference;
      const { host } = agent.place;
      if (kind !== 'agent' || isPattern || neighbours.called(host, name).length > 0) return [];
      const meant = meantAgent(name, host, neighbours);
      return meant ? [misnamed(reference, host, meant)] : nobody(agent, reference, neighbours);
    }),
};

function misnamed({ name, span }: Reference, host: Host, { id, how }: Meant): Found {
  return {
    span,
    severity: 'warning',
    message:
      how === 'file'
        ? `"${name}" is the name of a file. ${host.name} calls its agent "${id}". Use that name.`
        : `${host.name} sees no agent called "${name}" in this workspace. Did you mean "${id}"?`,
    fixes: [
      {
        title: `Replace with ${id}`,
        safety: 'review',
        edits: () => [{ span, text: id }],
      },
    ],
  };
}

/** One that nobody is like. It may be the host's own, a plugin's, or of a home that was not looked at. */
function nobody(
  { place: { host, location }, path }: KnownAgent,
  { name, span, how, path: field }: Reference,
  neighbours: Neighbours,
): readonly Found[] {
  const isCall = (how === 'calls' || how === 'hands-over') && field.length > 0;
  if (!isCall || location.scope !== 'project' || name.includes(':')) return [];
  const { sameName } = host;
  if (!sameName || sameName.own(name) !== null) return [];
  if (sameName.isOwnPartial && /^\w*$/.test(name)) return [];
  // Where it is the only agent, the others are elsewhere.
  if (
    neighbours
      .ids(host)
      .every((id) => neighbours.called(host, id).every((one) => one.path === path))
  )
    return [];
  return [
    {
      span,
      severity: neighbours.seesAll ? 'warning' : 'information',
      message: `No agent of this workspace is named "${name}". ${host.name} cannot ${how === 'calls' ? 'call' : 'hand over to'} it. Correct the name, or remove it.`,
    },
  ];
}
