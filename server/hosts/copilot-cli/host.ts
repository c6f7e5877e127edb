// GitHub Copilot CLI, as its own program was measured. See docs/hosts/copilot-cli.md for the page made from this.
import { entryOf, textOf } from '../../agent/value';
import type { Message } from '../../text/message';
import { documented } from '../evidence';
import type { Dialect, FlawFate, Host } from '../host';
import type { FlawCode } from '../reading';
import { lost } from '../same-name';
import { ran, version } from './evidence';
import { fields, reserved } from './fields';
import { references } from './mentions';
import { models } from './models';
import { brings, missing, neighbours } from './neighbours';
import { idOf, persona } from './persona';
import { reader } from './reader';
import { tools } from './tools';
import usage from './usage.data.json';

const refused = (reason: FlawFate['reason'], effect: Message): FlawFate => ({
  fate: 'refused',
  reason,
  effect,
});

const flaws: Readonly<Partial<Record<FlawCode, FlawFate>>> = {
  'no-frontmatter': refused('no-frontmatter', '{host} refuses a file without frontmatter.'),
  'leading-text': refused(
    'no-frontmatter',
    '{host} refuses the file: the frontmatter must begin it.',
  ),
  'fence-language': refused(
    'fence',
    '{host} refuses the file: nothing may stand behind the dashes.',
  ),
  'unclosed-fence': refused('fence', '{host} refuses the file: the frontmatter is not closed.'),
  yaml: refused('yaml', '{host} refuses the whole agent.'),
  'duplicate-key': refused('yaml', '{host} refuses the whole agent.'),
  'not-a-mapping': refused(
    'yaml',
    '{host} refuses the whole agent: the frontmatter must be of "key: value".',
  ),
  'too-large': {
    fate: 'unknown',
    reason: 'too-large',
    effect: '{host} was not followed into a frontmatter of this size.',
  },
};

const agent: Dialect = {
  fields,
  unknownField: {
    fate: 'ignored',
    effect: '{host} ignores it, with a warning.',
    meant: {
      mcpServers: 'mcp-servers',
      reasoningEffort: 'reasoning-effort',
      effort: 'reasoning-effort',
      modelPolicy: 'model-policy',
      'user-invokable': 'user-invocable',
      userInvocable: 'user-invocable',
      disableModelInvocation: 'disable-model-invocation',
      models: 'model',
      allowedTools: 'tools',
      'allowed-tools': 'tools',
    },
    evidence: ran,
  },
  tools,
  models,
  colors: [],
  flaws,
};

export const copilotCli: Host = {
  id: 'copilot-cli',
  name: 'Copilot CLI',
  version,
  verified: '2026-11-20',
  package: '@github/copilot',
  ownFile: '.github/agents/{name}.agent.md',
  locations: [
    {
      glob: '.copilot/agents/**/*.md',
      scope: 'user',
      role: 'owner',
      id: 'path',
      summary: 'For all projects of a user; goes before the others.',
      evidence: ran,
    },
    {
      glob: '.github/agents/**/*.md',
      skipsHidden: true,
      scope: 'project',
      role: 'owner',
      id: 'path',
      summary:
        'In the working folder and every folder above it up to the git root; all sub-folders but hidden ones.',
      evidence: ran,
    },
    {
      glob: '.claude/agents/**/*.md',
      skipsHidden: true,
      scope: 'project',
      role: 'guest',
      id: 'path',
      summary: "Claude Code's folder, after its own.",
      evidence: ran,
    },
  ],
  pluginManifests: {
    files: [
      'plugin.json',
      '.plugin/plugin.json',
      '.github/plugin/plugin.json',
      '.claude-plugin/plugin.json',
    ],
    evidence: ran,
  },
  usage,
  dialects: { agent },
  reader,
  references,
  brings,
  neighbours,
  missing,
  persona,
  alsoReadBy: [
    {
      name: "GitHub's cloud agent",
      maxPrompt: 30_000,
      reads: ({ fields }) => textOf(entryOf(fields, 'target')?.value) !== 'vscode',
      evidence: documented('GitHub documentation, page "Custom agents configuration"'),
    },
  ],
  sameName: {
    rank: ({ location, role }) => (location.scope === 'user' ? 2 : role === 'owner' ? 1 : 0),
    wins: "takes the user's before the project's, and those before Claude Code's",
    nested: () => ({
      first: 'inner',
      effect: '{host} takes the one nearest to the folder it is started in.',
    }),
    // That puts x.agent.md before x.md, and team--x.md before team/x.md.
    within: {
      order: ({ below }) => below,
      effect: '{host} takes the first in the order of their paths.',
    },
    // It chooses by the path, and reads only what it has chosen.
    silent: {
      is: (fate) => fate === 'refused',
      idOf: ({ below }) => idOf(below),
      takes: 'behind',
      effect: '{host} chooses that one, and refuses it.',
      evidence: ran,
    },
    behind: lost,
    own: (id) => (id === reserved ? 'stays' : null),
    evidence: ran,
  },
  skeleton: [
    '---',
    'name: ${1:name}',
    'description: ${2:Use it when}',
    'tools: [${3:read, search, edit}]',
    '---',
    '',
    '${4:You are}$0',
    '',
  ].join('\n'),
};
