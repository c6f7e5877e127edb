// What Gemini CLI does with its files.

import type { Message } from '../../text/message';
import { type Dialect, type FlawOutcome, uncheckedFrontmatter } from '../model/dialect';
import type { HostBehavior } from '../model/host';
import { lost } from '../model/name-precedence';
import type { FlawCode } from '../model/reading';
import { conversion } from './conversion';
import { ran, seenIn } from './evidence';
import { fields, refused } from './fields';
import { models } from './models';
import { persona } from './persona';
import { reader } from './reader';
import { defines, missing, references } from './references';
import { tools } from './tools';

const rejects = (reason: FlawOutcome['reason'], effect: Message): FlawOutcome => ({
  outcome: 'refused',
  reason,
  effect,
});

const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  'no-frontmatter': rejects('no-frontmatter', '{host} rejects files without frontmatter.'),
  'leading-text': rejects(
    'no-frontmatter',
    '{host} rejects the file because it does not begin with the frontmatter.',
  ),
  'fence-language': rejects(
    'fence',
    '{host} rejects the file because text follows the opening "---".',
  ),
  'unclosed-fence': rejects(
    'fence',
    '{host} rejects the file because the frontmatter is not closed.',
  ),
  'early-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect: '{host} ignores the prompt because text follows the closing "---".',
  },
  yaml: rejects('yaml', refused.effect),
  'duplicate-key': rejects('yaml', refused.effect),
  'not-a-mapping': rejects('yaml', refused.effect),
  'without-prompt': {
    outcome: 'unknown',
    reason: 'unknown',
    effect: '{host} reads it as a remote agent, which is not checked here.',
  },
  'too-large': uncheckedFrontmatter,
};

const agent: Dialect = {
  fields,
  unknownField: {
    outcome: 'refused',
    file: 'refused',
    effect: refused.effect,
    meant: {
      mcpServers: 'mcp_servers',
      'mcp-servers': 'mcp_servers',
      maxTurns: 'max_turns',
      'max-turns': 'max_turns',
      steps: 'max_turns',
      displayName: 'display_name',
      'display-name': 'display_name',
      timeoutMins: 'timeout_mins',
      timeout: 'timeout_mins',
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

/** The agents that are part of the program. */
const builtIn: readonly string[] = ['codebase_investigator', 'cli_help', 'generalist'];

export const behavior = (): HostBehavior => ({
  dialects: { agent },
  kinds: {
    agent: {
      reader,
      syntax: 'yaml',
      persona,
      references,
      defines,
      sameName: {
        rank: ({ location }) => (location.scope === 'project' ? 1 : 0),
        wins: '{host} prefers agents of the project to those of the user.',
        within: {
          // Of two agents of a project, the user confirms one after the other.
          order: ({ path, location }) => (location.scope === 'user' ? path : ''),
          effect: '{host} uses the first one in the order of their paths.',
        },
        tie: '{host} uses the one that you confirmed last.',
        behind: lost,
        own: (id) => (builtIn.includes(id) ? 'stays' : null),
        evidence: ran,
      },
      skeleton: [
        '---',
        'name: ${1:name}',
        'description: ${2:Use it when}',
        'tools:',
        '  - ${3:read_file}',
        '---',
        '',
        '${4:You are}$0',
        '',
      ].join('\n'),
    },
  },
  missing,
  conversion,
  delegation: {
    depth: 1,
    effect: '{host} does not let a called agent call other agents.',
    leads: () => false,
    evidence: seenIn('agents/local-executor.js'),
  },
});
