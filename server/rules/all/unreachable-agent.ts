import { effectIn } from '../../hosts/model/outcome';
import { composed, t } from '../../text/message';
import { example } from '../example';
import { isNamed } from '../names/calls';
import type { Example, Found, Rule, RuleDocs, RuleExamples, WorkspaceInput } from '../rule';
import type { KnownAgent, WorkspaceView } from '../workspace-view';

const closed = 'description: Works.\nuser-invocable: false\ndisable-model-invocation: true';

export const docs: RuleDocs = {
  what: 'Checks for agents that users cannot select and that no other agent can call.',
  why: 'The agent loads, but it is never used.',
  sources: [{ facts: ['values of user-invocable', 'values of model-invocable'] }],
};

export const examples = (): RuleExamples => {
  /** An agent of this name in `helper.agent.md`, and another that lists it as "helper". */
  const namedByLead = (name: string): Example =>
    example(
      '.github/agents/helper.agent.md',
      `name: ${name}\n${closed}`,
      undefined,
      example(
        '.github/agents/lead.agent.md',
        "name: lead\ndescription: Leads.\ntools: [read, agent]\nagents: ['helper']",
      ),
    );
  return {
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
      namedByLead('helper'),
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
      // Named by its file name, or in the list of another host.
      namedByLead('The Helper'),
      example(
        '.github/agents/helper.agent.md',
        `name: helper\n${closed}`,
        undefined,
        example(
          '.claude/agents/lead.md',
          'name: lead\ndescription: Leads.\ntools: Read, Agent(helper)',
        ),
      ),
      // Other agents may call it.
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
  };
};

export const rule: Rule = {
  name: 'unreachable-agent',
  kind: 'host',
  across: ({ catalog, agent, workspace }: WorkspaceInput): Found[] => {
    const { place, id, leads, isOffered, nameSpan } = agent;
    const { delegation } = place.host;
    if (delegation?.unreached === undefined || id === null || place.role === 'guest') return [];
    if (leads || isOffered || isNamedSomewhere(catalog, agent, workspace)) return [];
    return [
      {
        span: nameSpan,
        severity: 'information',
        message: composed`${effectIn(place.host, delegation.unreached)} ${t('Name it in another agent, or delete it.')}`,
      },
    ];
  },
};

/** Whether a list that any host reads names the agent, by any of the names that authors use, or names all agents. */
const isNamedSomewhere = (
  { mainHosts }: WorkspaceInput['catalog'],
  agent: KnownAgent,
  workspace: WorkspaceView,
): boolean => {
  if (isNamed(agent, workspace)) return true;
  const { path, place, id } = agent;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const names = [id, place.base, file, file.replace(/\.\w+$/, ''), '*'];
  return mainHosts.some((host) =>
    names.some((one) => one !== null && isListed(path, workspace.callers(host, one), names)),
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
