import { rootOf } from '../../hosts/place';
import { example } from '../example';
import { type KnownName, shortPathOf } from '../neighbours';
import type { AcrossInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

const none: Found[] = [];

export const docs: RuleDocs = {
  what: 'An agent that the settings of the project, or of the user, keep from being called.',
  why: 'The file of the agent is right and the agent is still never used: what stops it stands in another file, where nobody looks.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.claude/agents/deployer.md', 'name: deployer\ndescription: Deploys.', undefined, {
      path: '.claude/settings.json',
      text: '{ "permissions": { "deny": ["Agent(deployer)"] } }',
    }),
    // Told where it is called, too.
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
    example('.opencode/agent/deployer.md', 'description: Deploys.\ndisable: false', undefined, {
      path: 'opencode.json',
      text: '{ "agent": { "deployer": { "disable": true } } }',
    }),
    // Names are compared letter by letter.
    example('.claude/agents/deployer.md', 'name: deployer\ndescription: Deploys.', undefined, {
      path: '.claude/settings.json',
      text: '{ "permissions": { "deny": ["Agent(Deployer)"] } }',
    }),
    // Of another project.
    example('a/.claude/agents/deployer.md', 'name: deployer\ndescription: Deploys.', undefined, {
      path: 'b/.claude/settings.json',
      text: '{ "permissions": { "deny": ["Agent(deployer)"] } }',
    }),
  ],
});

export const rule: Rule = {
  name: 'denied-agent',
  kind: 'host',
  quiet: true,
  across: ({ agent, neighbours }: AcrossInput): Found[] => {
    const { place, id, nameSpan, references } = agent;
    const { host } = place;
    const { denied } = host;
    if (!denied) return none;
    // Nearly every agent names nobody, and nothing is denied.
    const isDenied = id !== null && neighbours.beside(host, 'agent', 'denies', id).length > 0;
    if (!isDenied && references.length === 0) return none;
    const denialsOf = (name: string): readonly KnownName[] => {
      const all = neighbours.beside(host, 'agent', 'denies', name);
      if (all.length === 0 || staysOn(name)) return [];
      const root = rootOf(place);
      return all.filter((one) => one.scope === 'user' || one.root === root);
    };
    /** Its own file or another configuration may switch on again what one switches off. */
    const staysOn = (name: string): boolean =>
      neighbours.called(host, name).some((one) => one.staysOn) ||
      neighbours.beside(host, 'agent', 'brings', name).length > 0;
    const found = (name: string, span: Found['span']): Found[] => {
      const [first, ...more] = denialsOf(name);
      if (!first) return [];
      return [
        {
          span,
          severity: 'information',
          message: `"${name}" is ${denied.word} in ${shortPathOf(first)}: ${host.name} ${denied.says}. Change that file if the agent is to be used.`,
          related: [first, ...more].map(({ path, span: at }) => ({
            path,
            span: at,
            says: `"${name}" is ${denied.word} here`,
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
