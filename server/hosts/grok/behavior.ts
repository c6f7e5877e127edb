// What Grok Build does with its files.
import {
  type Dialect,
  type FlawOutcome,
  silentlyNotLoaded,
  uncheckedFrontmatter,
} from '../model/dialect';
import type { HostBehavior } from '../model/host';
import { type LocatedFile, rootOf } from '../model/located-file';
import { lost } from '../model/name-precedence';
import type { FlawCode } from '../model/reading';
import { conversion } from './conversion';
import { ran } from './evidence';
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

/** Agents of a project come first, of these those of the inner folder, and at one place those of the own folder. */
function rankOf(place: LocatedFile): number {
  const { scope, role } = place.location;
  const depth = scope === 'project' ? 1 + rootOf(place).split('/').length : 0;
  return 2 * depth + (role === 'owner' ? 1 : 0);
}

/** The program looks for an agent in the project, among its own, and then in the folders of the user. */
const ofProgram = (id: string, place?: LocatedFile): 'replaced' | 'stays' | null => {
  if (!builtIn.includes(id)) return null;
  return place?.location.scope === 'user' ? 'stays' : 'replaced';
};

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
        wins: '{host} prefers agents of the project to those of the user, the inner folder to the outer one, and its own folder to others.',
        behind: lost,
        own: ofProgram,
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
});
