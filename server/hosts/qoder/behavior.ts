// What Qoder CLI does with its files.
import type { Message } from '../../text/message';
import { type Dialect, type FlawOutcome, uncheckedFrontmatter } from '../model/dialect';
import type { HostBehavior } from '../model/host';
import type { LocatedFile } from '../model/located-file';
import { inheritedModel, type ModelCatalog } from '../model/models';
import { lost } from '../model/name-precedence';
import type { FlawCode } from '../model/reading';
import { conversion } from './conversion';
import { inProgram, ran } from './evidence';
import { colors, fields, refused } from './fields';
import { persona } from './persona';
import { reader } from './reader';
import { tools } from './tools';

const rejects = (reason: FlawOutcome['reason'], effect: Message = refused.effect): FlawOutcome => ({
  outcome: 'refused',
  reason,
  effect,
});

const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  'no-frontmatter': rejects('no-frontmatter'),
  'leading-text': rejects('no-frontmatter'),
  'fence-language': rejects('fence'),
  'unclosed-fence': rejects('fence'),
  'early-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect: '{host} ignores the prompt because text follows the closing "---".',
  },
  yaml: rejects('yaml'),
  'duplicate-key': rejects('yaml'),
  'not-a-mapping': rejects('yaml'),
  'yaml-repaired': {
    outcome: 'loads-changed',
    reason: 'yaml-repaired',
    effect: '{host} repairs it by quoting values, which turns inline lists and maps into strings.',
  },
  'too-large': uncheckedFrontmatter,
};

const models: ModelCatalog = {
  models: [
    { id: 'inherit', means: 'The model of the session.' },
    { id: 'lite', means: 'For simple questions and tasks.' },
    { id: 'efficient', means: 'For daily coding.' },
    { id: 'auto', means: 'For complex tasks.' },
    { id: 'performance', means: 'For hard problems and large projects.' },
    { id: 'ultimate', means: 'The most capable.' },
  ],
  resolve: (written) =>
    written === '' || written === 'inherit'
      ? inheritedModel
      : {
          effective: null,
          outcome: 'unchecked',
          effect: '{host} accepts any name. The available models depend on your account.',
        },
  ofAccount: true,
  evidence: inProgram,
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
      'max-turns': 'maxTurns',
      max_turns: 'maxTurns',
      timeout_mins: 'timeoutMins',
      mcp_servers: 'mcpServers',
      'mcp-servers': 'mcpServers',
      'permission-mode': 'permissionMode',
      permission_mode: 'permissionMode',
    },
    evidence: ran,
  },
  tools,
  models,
  colors,
  flaws,
};

/** The agents that are part of the program. */
const builtIn: readonly string[] = [
  'general-purpose',
  'statusline-setup',
  'Explore',
  'Plan',
  'qoder-guide',
];

/**
 * The program reads the files of a folder in the order of their names, and its subfolders after them. The last agent is used, so
 * each character counts in reverse.
 */
function readingOrder({ below }: LocatedFile): string {
  const parts = below.split('/');
  const key = parts.map((part, index) => `${index < parts.length - 1 ? 1 : 0}${part}\0`).join('');
  return key.replaceAll(/[\s\S]/g, (one) => String.fromCharCode(0xff_ff - one.charCodeAt(0)));
}

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
        rank: ({ location: { scope } }) => (scope === 'project' ? 1 : 0),
        wins: '{host} prefers agents of the project to those of the user.',
        within: {
          order: readingOrder,
          effect: '{host} silently uses whichever it reads last.',
        },
        behind: lost,
        own: (id) => (builtIn.includes(id) ? 'replaced' : null),
        evidence: ran,
      },
      skeleton: [
        '---',
        'name: ${1:name}',
        'description: ${2:Use it when}',
        'tools: ${3:Read, Grep, Glob}',
        '---',
        '',
        '${4:You are}$0',
        '',
      ].join('\n'),
    },
  },
});
