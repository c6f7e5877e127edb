import { rootOf } from '../../hosts/model/located-file';
import { effectIn } from '../../hosts/model/outcome';
import { composed, t } from '../../text/message';
import { example } from '../example';
import type { Found, Rule, RuleDocs, RuleExamples, WorkspaceInput } from '../rule';
import { type KnownName, shortPathOf } from '../workspace-view';

const none: Found[] = [];

export const docs: RuleDocs = {
  what: 'Checks for agents that the settings of the project or the user prevent from being called.',
  why: 'The agent file is correct, but the agent is never used. The cause is in another file, where it is easily overlooked.',
  sources: [{ facts: ['denied agents', 'companion'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.claude/agents/deployer.md', 'name: deployer\ndescription: Deploys.', undefined, {
      path: '.claude/settings.json',
      text: '{ "permissions": { "deny": ["Agent(deployer)"] } }',
    }),
    // Also reported where it is called.
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Agent(deployer)',
      undefined,
      {
        path: '.claude/settings.local.json',
        text: '{ "permissions": { "deny": ["Task(deployer)"] } }',
      },
    ),
    example('.opencode/agent/deployer.md', 'description: Deploys.', undefined, {
      path: 'opencode.json',
      text: '{ "agent": { "deployer": { "disable": true } } }',
    }),
  ],
  passing: [
    // A command is denied, not the agent.
    example('.claude/agents/deployer.md', 'name: deployer\ndescription: Deploys.', undefined, {
      path: '.claude/settings.json',
      text: '{ "permissions": { "deny": ["Bash(git push:*)"] } }',
    }),
    example('.opencode/agent/deployer.md', 'description: Deploys.\ndisable: false', undefined, {
      path: 'opencode.json',
      text: '{ "agent": { "deployer": { "disable": true } } }',
    }),
    // Names are case-sensitive.
    example('.claude/agents/deployer.md', 'name: deployer\ndescription: Deploys.', undefined, {
      path: '.claude/settings.json',
      text: '{ "permissions": { "deny": ["Agent(Deployer)"] } }',
    }),
    // The settings of another project.
    example('a/.claude/agents/deployer.md', 'name: deployer\ndescription: Deploys.', undefined, {
      path: 'b/.claude/settings.json',
      text: '{ "permissions": { "deny": ["Agent(deployer)"] } }',
    }),
  ],
});

export const rule: Rule = {
  name: 'denied-agent',
  kind: 'host',
  across: ({ agent, workspace }: WorkspaceInput): Found[] => {
    const { place, id, nameSpan, references } = agent;
    const { host } = place;
    const { denied } = host;
    if (!denied) return none;
    // Nearly all agents have no references and are not denied: they are done here.
    const isDenied = id !== null && workspace.companions(host, 'agent', 'denies', id).length > 0;
    if (!isDenied && references.length === 0) return none;
    const denialsOf = (name: string): readonly KnownName[] => {
      const all = workspace.companions(host, 'agent', 'denies', name);
      if (all.length === 0 || isReenabled(name)) return [];
      const root = rootOf(place);
      return all.filter((one) => one.scope === 'user' || one.root === root);
    };
    /** Whether its own file or another configuration enables the agent again. */
    const isReenabled = (name: string): boolean =>
      workspace.called(host, name).some((one) => one.staysOn) ||
      workspace.companions(host, 'agent', 'defines', name).length > 0;
    const found = (name: string, span: Found['span']): Found[] => {
      const [first, ...more] = denialsOf(name);
      if (!first) return [];
      return [
        {
          span,
          severity: 'information',
          message: composed`${t(denied.problem, { agent: name, file: shortPathOf(first) })} ${effectIn(host, denied.effect)} ${t('Change that file to use the agent.')}`,
          related: [first, ...more].map((one) => ({
            path: one.path,
            span: one.span,
            message: t(denied.here, { agent: name }),
          })),
        },
      ];
    };
    return [
      ...(isDenied ? found(id, nameSpan) : none),
      ...references.flatMap(({ kind, how, name, span, isPattern }) =>
        kind === 'agent' && how === 'calls' && !isPattern ? found(name, span) : [],
      ),
    ];
  },
};
