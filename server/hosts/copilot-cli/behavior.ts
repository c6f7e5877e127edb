// What Copilot CLI does with its files.

import type { Message } from '../../text/message';
import { entryOf, textOf } from '../../yaml/value';
import type { Dialect, FlawOutcome } from '../model/dialect';
import { documented } from '../model/evidence';
import type { HostBehavior } from '../model/host';
import { lost } from '../model/name-precedence';
import type { FlawCode } from '../model/reading';
import { defines, missing } from './companions';
import { conversion } from './conversion';
import { ran } from './evidence';
import { fields, reserved } from './fields';
import { models } from './models';
import { idOf, persona } from './persona';
import { reader } from './reader';
import { references } from './references';
import { tools } from './tools';
import usage from './usage.data.json';

const refused = (reason: FlawOutcome['reason'], effect: Message): FlawOutcome => ({
  outcome: 'refused',
  reason,
  effect,
});

const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  'no-frontmatter': refused('no-frontmatter', '{host} rejects files without frontmatter.'),
  'leading-text': refused(
    'no-frontmatter',
    '{host} rejects the file because it does not begin with the frontmatter.',
  ),
  'fence-language': refused(
    'fence',
    '{host} rejects the file because text follows the opening "---".',
  ),
  'unclosed-fence': refused(
    'fence',
    '{host} rejects the file because the frontmatter is not closed.',
  ),
  yaml: refused('yaml', '{host} rejects the whole agent.'),
  'duplicate-key': refused('yaml', '{host} rejects the whole agent.'),
  'not-a-mapping': refused(
    'yaml',
    '{host} rejects the whole agent because the frontmatter is not a map of keys and values.',
  ),
  'too-large': {
    outcome: 'unknown',
    reason: 'too-large',
    effect: '{host} may read a frontmatter of this size, but it is too large to be checked here.',
  },
};

const agent: Dialect = {
  fields,
  unknownField: {
    outcome: 'ignored',
    effect: '{host} ignores it and shows a warning.',
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

export const behavior = (): HostBehavior => ({
  usage,
  dialects: { agent },
  kinds: {
    agent: {
      reader,
      syntax: 'yaml',
      persona,
      references,
      defines,
      sameName: {
        rank: ({ location, role }) => (location.scope === 'user' ? 2 : role === 'owner' ? 1 : 0),
        wins: '{host} prefers agents of the user to those of the project, and .github/agents to .claude/agents.',
        nested: () => ({
          first: 'inner',
          effect: '{host} uses the one nearest to the folder in which it is started.',
        }),
        // By this order x.agent.md precedes x.md, and team--x.md precedes team/x.md.
        within: {
          order: ({ below }) => below,
          effect: '{host} uses the first one in the order of their paths.',
        },
        // Copilot CLI selects a file by its path and reads only that one.
        silent: {
          applies: (outcome) => outcome === 'refused',
          idOf: ({ below }) => idOf(below),
          takes: 'behind',
          effect: '{host} selects that file and then rejects it.',
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
    },
  },
  missing,
  conversion,
  alsoReadBy: [
    {
      name: "GitHub's cloud agent",
      maxPrompt: 30_000,
      reads: ({ fields }) => textOf(entryOf(fields, 'target')?.value) !== 'vscode',
      evidence: documented({
        title: 'GitHub documentation, page "Custom agents configuration"',
        address: 'https://docs.github.com/en/copilot/reference/custom-agents-configuration',
        on: '2026-11-20',
      }),
    },
  ],
});
