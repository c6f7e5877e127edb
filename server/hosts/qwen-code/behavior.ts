// What Qwen Code does with its files.

import {
  type Dialect,
  type FlawOutcome,
  silentlyNotLoaded,
  uncheckedFrontmatter,
} from '../model/dialect';
import type { HostBehavior } from '../model/host';
import { lost } from '../model/name-precedence';
import type { FlawCode } from '../model/reading';
import { colors } from './choices';
import { conversion } from './conversion';
import { exclusionsFile, ran, seenIn } from './evidence';
import { fields } from './fields';
import { models } from './models';
import { persona } from './persona';
import { reader } from './reader';
import { defines, references } from './references';
import { shortestPrompt } from './shortest-prompt';
import { tools } from './tools';

const readByLine: FlawOutcome = {
  outcome: 'loads-changed',
  reason: 'yaml-repaired',
  effect: '{host} reads the frontmatter line by line instead.',
};

const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  'no-frontmatter': silentlyNotLoaded('no-frontmatter'),
  'leading-text': silentlyNotLoaded('no-frontmatter'),
  'fence-language': silentlyNotLoaded('fence'),
  'unclosed-fence': silentlyNotLoaded('fence'),
  'short-prompt': silentlyNotLoaded('unknown'),
  'yaml-repaired': readByLine,
  'duplicate-key': readByLine,
  'not-a-mapping': readByLine,
  'too-large': uncheckedFrontmatter,
};

const agent: Dialect = {
  fields,
  unknownField: {
    outcome: 'ignored',
    effect: '{host} silently ignores it.',
    meant: {
      'allowed-tools': 'tools',
      allowedTools: 'tools',
      'disallowed-tools': 'disallowedTools',
      disallowed_tools: 'disallowedTools',
      disabledTools: 'disallowedTools',
      'approval-mode': 'approvalMode',
      approval_mode: 'approvalMode',
      'permission-mode': 'permissionMode',
      permission_mode: 'permissionMode',
      'max-turns': 'maxTurns',
      max_turns: 'maxTurns',
      steps: 'maxTurns',
      'mcp-servers': 'mcpServers',
      mcp_servers: 'mcpServers',
      run_config: 'runConfig',
    },
    evidence: ran,
  },
  tools,
  models,
  colors,
  flaws,
  shortestPrompt,
};

/** The agents that are part of the program. */
const builtIn: readonly string[] = [
  ...['general-purpose', 'explore', 'statusline-setup', 'review-agent', 'claude-code', 'codex'],
];

export const behavior = (): HostBehavior => ({
  dialects: { agent },
  kinds: {
    agent: {
      reader,
      syntax: 'yaml',
      readsPrompt: true,
      persona,
      references,
      defines,
      sameName: {
        rank: ({ location }) => (location.scope === 'project' ? 1 : 0),
        wins: '{host} prefers agents of the project to those of the user.',
        within: {
          order: ({ path }) => path,
          effect: '{host} uses the first one in the order of their paths.',
        },
        behind: lost,
        own: (id) => (builtIn.includes(id.toLowerCase()) ? 'replaced' : null),
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
  conversion,
  delegation: {
    depth: 5,
    effect: '{host} allows calls only five agents deep.',
    leads: () => true,
    evidence: seenIn(exclusionsFile),
  },
});
