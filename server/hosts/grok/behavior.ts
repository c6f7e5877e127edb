// What Grok Build does with its files.
import {
  type Dialect,
  type FlawOutcome,
  silentlyNotLoaded,
  uncheckedFrontmatter,
} from '../model/dialect';
import type { HostBehavior } from '../model/host';
import type { LocatedFile } from '../model/located-file';
import { lost } from '../model/name-precedence';
import type { FlawCode } from '../model/reading';
import { conversion } from './conversion';
import { inProgram, ran } from './evidence';
import { colors, fields } from './fields';
import { models } from './models';
import { persona } from './persona';
import { reader } from './reader';
import { tools } from './tools';

const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  'no-frontmatter': silentlyNotLoaded('no-frontmatter'),
  'unclosed-fence': silentlyNotLoaded('fence'),
  yaml: silentlyNotLoaded('yaml'),
  'duplicate-key': silentlyNotLoaded('yaml'),
  'not-a-mapping': silentlyNotLoaded('yaml'),
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
      allowed_tools: 'tools',
      'disallowed-tools': 'disallowedTools',
      disallowed_tools: 'disallowedTools',
      permission_mode: 'permissionMode',
      'permission-mode': 'permissionMode',
      capability_mode: 'capabilityMode',
      'capability-mode': 'capabilityMode',
      prompt_mode: 'promptMode',
      max_turns: 'maxTurns',
      'max-turns': 'maxTurns',
      mcp_servers: 'mcpServers',
      reasoning_effort: 'effort',
      reasoningEffort: 'effort',
    },
    evidence: ran,
  },
  tools,
  limits: [{ field: 'capabilityMode', value: 'read-only', denies: ['write', 'run'] }],
  models,
  colors,
  flaws,
};

/** The agents that are part of the program. */
const builtIn: readonly string[] = ['general-purpose', 'explore', 'plan'];

/** Agents of a project come first, and in each scope those of the own folder. */
const rankOf = ({ location: { scope, role } }: LocatedFile): number =>
  (scope === 'project' ? 2 : 0) + (role === 'owner' ? 1 : 0);

export const behavior = (): HostBehavior => ({
  dialects: { agent },
  conversion,
  kinds: {
    agent: {
      reader,
      syntax: 'yaml',
      readsPrompt: true,
      persona,
      sameName: {
        rank: rankOf,
        wins: '{host} prefers agents of the project to those of the user, and its own folder to others.',
        nested: () => ({ first: 'inner', effect: '{host} prefers the inner folder.' }),
        behind: lost,
        own: (id) => (builtIn.includes(id) ? 'replaced' : null),
        evidence: inProgram,
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
});
