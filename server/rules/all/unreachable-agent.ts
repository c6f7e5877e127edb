import { mainHosts } from '../../hosts/places';
import { isNamed } from '../calls';
import { example } from '../example';
import type { KnownAgent, Neighbours } from '../neighbours';
import type { AcrossInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

const closed = 'description: Works.\nuser-invocable: false\ndisable-model-invocation: true';

export const docs: RuleDocs = {
  what: 'An agent that no person can choose, that is offered to no other agent, and that none names.',
  why: 'It loads as it is written, and is never used.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.github/agents/helper.agent.md',
      `name: helper\n${closed}`,
      undefined,
      example(
        '.github/agents/lead.agent.md',
        'name: lead\ndescription: Leads.\ntools: [read, agent]',
      ),
    ),
    example(
      '.github/agents/old.agent.md',
      'name: old\ndescription: Works.\nuser-invocable: false\ninfer: false',
      undefined,
      example(
        '.github/agents/lead.agent.md',
        "name: lead\ndescription: Leads.\ntools: [read, agent]\nagents: ['new']",
      ),
    ),
  ],
  passing: [
    example(
      '.github/agents/helper.agent.md',
      `name: helper\n${closed}`,
      undefined,
      example(
        '.github/agents/lead.agent.md',
        "name: lead\ndescription: Leads.\ntools: [read, agent]\nagents: ['helper']",
      ),
    ),
    example(
      '.github/agents/helper.agent.md',
      `name: helper\n${closed}`,
      undefined,
      example(
        '.github/agents/lead.agent.md',
        'name: lead\ndescription: Leads.\nhandoffs:\n  - {label: Go, agent: helper, prompt: go}',
      ),
    ),
    example(
      '.github/agents/helper.agent.md',
      `name: helper\n${closed}`,
      undefined,
      example('.github/prompts/help.prompt.md', 'description: Helps.\nagent: helper'),
    ),
    // Under the name of its file, or by the list of another host.
    example(
      '.github/agents/helper.agent.md',
      `name: The Helper\n${closed}`,
      undefined,
      example(
        '.github/agents/lead.agent.md',
        "name: lead\ndescription: Leads.\ntools: [read, agent]\nagents: ['helper']",
      ),
    ),
    example(
      '.github/agents/helper.agent.md',
      `name: helper\n${closed}`,
      undefined,
      example(
        '.claude/agents/lead.md',
        'name: lead\ndescription: Leads.\ntools: Read, Agent(helper)',
      ),
    ),
    // Other agents are offered it.
    example(
      '.github/agents/helper.agent.md',
      'name: helper\ndescription: Works.\nuser-invocable: false',
      undefined,
      example(
        '.github/agents/lead.agent.md',
        'name: lead\ndescription: Leads.\ntools: [read, agent]',
      ),
    ),
  ],
});

export const rule: Rule = {
  name: 'unreachable-agent',
  kind: 'host',
  quiet: true,
  across: ({ agent, neighbours }: AcrossInput): Found[] => {
    const { place, id, leads, isOffered, nameSpan } = agent;
    const { name, delegation } = place.host;
    if (delegation?.unreached === undefined || id === null || place.role === 'guest') return [];
    if (leads || isOffered || isNamedSomewhere(agent, neighbours)) return [];
    return [
      {
        span: nameSpan,
        severity: 'information',
        message: `${name} ${delegation.unreached}. Name it in one of them, or delete it.`,
      },
    ];
  },
};

/** By a list that is read by any host, under any name that an author may take for it, or among all agents. */
const isNamedSomewhere = (agent: KnownAgent, neighbours: Neighbours): boolean => {
  if (isNamed(agent, neighbours)) return true;
  const { path, place, id } = agent;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const names = [id, place.base, file, file.replace(/\.md$/, ''), '*'];
  return mainHosts.some((host) =>
    names.some((one) => one !== null && isListed(path, neighbours.callers(host, one), names)),
  );
};

const isListed = (
  path: string,
  callers: readonly KnownAgent[],
  names: readonly (string | null)[],
): boolean =>
  callers.some(
    (caller) =>
      caller.path !== path &&
      caller.references.some(
        ({ kind, how, name }) => kind === 'agent' && how !== 'mentions' && names.includes(name),
      ),
  );
