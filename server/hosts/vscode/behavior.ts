// What VS Code does with its files.

import { textOf } from '../../yaml/value';
import type { Dialect, FlawOutcome } from '../model/dialect';
import type { UnknownFields } from '../model/field';
import type { HostBehavior } from '../model/host';
import type { Location } from '../model/location';
import type { FlawCode } from '../model/reading';
import { claudeFields } from './claude-fields';
import { claudeModels, claudeTools } from './claude-tools';
import { conversion } from './conversion';
import { ran, seen } from './evidence';
import { agentFields, githubFields, targetedFields } from './fields';
import { positionOf } from './folder-settings';
import { models } from './models';
import { persona } from './persona';
import { reader } from './reader';
import { mentions, references } from './references';
import { tools } from './tools';
import usage from './usage.data.json';

const meant: Readonly<Record<string, string>> = {
  'user-invokable': 'user-invocable',
  userInvocable: 'user-invocable',
  disableModelInvocation: 'disable-model-invocation',
  argumentHint: 'argument-hint',
  reasoningEffort: 'reasoning-effort',
  effort: 'reasoning-effort',
  mcpServers: 'mcp-servers',
  handOffs: 'handoffs',
  subagents: 'agents',
  models: 'model',
  allowedTools: 'tools',
  'allowed-tools': 'tools',
};

const unknownField: UnknownFields = {
  outcome: 'ignored',
  effect: '{host} ignores it.',
  meant,
  evidence: ran,
};

const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  'leading-text': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    effect:
      '{host} finds no frontmatter because the file does not begin with it. The agent is named after the file, has every tool, and its prompt includes the frontmatter.',
  },
  'fence-language': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    effect: '{host} finds no frontmatter because the first line has more than dashes.',
  },
  'unclosed-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect: '{host} treats the whole file as frontmatter, so the agent has no prompt.',
  },
  yaml: {
    outcome: 'loads-changed',
    reason: 'yaml',
    effect: '{host} uses the parts that it can read.',
  },
  'duplicate-key': {
    outcome: 'loads-changed',
    reason: 'yaml',
    effect: '{host} reports an error and uses the first one.',
  },
  'not-a-mapping': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    effect:
      '{host} finds no "key: value" in the frontmatter. The agent is named after the file and has every tool.',
  },
  'too-large': {
    outcome: 'unknown',
    reason: 'too-large',
    effect: 'Frontmatter of this size is not checked, so what {host} reads from it is unknown.',
  },
};

const agent: Dialect = { fields: agentFields, unknownField, tools, models, colors: [], flaws };
const vscodeTarget: Dialect = { ...agent, fields: targetedFields };
const githubTarget: Dialect = { ...agent, fields: githubFields };
const claude: Dialect = {
  ...agent,
  fields: claudeFields,
  unknownField: {
    ...unknownField,
    effect: '{host} silently ignores it.',
    meant: {},
  },
  tools: claudeTools,
  models: claudeModels,
};

/** The precedence of the folders in which a name is looked up; the highest first. */
const folderOrder: ReadonlyMap<string, number> = new Map([
  ['user .copilot/agents/*.md', 3],
  ['user .claude/agents/*.md', 2],
  ['project .github/agents/*.md', 1],
  ['project .claude/agents/*.md', 0],
]);

/** An added folder comes after VS Code's own folders of the same scope, in the order of the setting. */
function rankOf(location: Location): number | null {
  const { scope, glob } = location;
  const position = positionOf(location);
  if (position === undefined) return folderOrder.get(`${scope} ${glob}`) ?? null;
  return (scope === 'user' ? 2 : 0) - (position + 1) / 1_000;
}

export const behavior = (): HostBehavior => ({
  usage,
  dialects: { agent, 'vscode-target': vscodeTarget, 'github-target': githubTarget, claude },
  dialectOf: ({ fields }, { location }) => {
    if (location.dialect !== undefined) return location.dialect;
    const target = textOf(fields.find(({ key }) => key === 'target')?.value);
    if (target === 'github-copilot') return 'github-target';
    return target === 'vscode' ? 'vscode-target' : 'agent';
  },
  kinds: {
    agent: {
      reader,
      syntax: 'yaml',
      persona,
      references,
      sameName: {
        rank: ({ location }) => rankOf(location),
        wins: '{host} prefers user agents to project agents, and in each scope its own folders to the Claude Code folder.',
        within: {
          order: ({ below }) => below,
          effect: '{host} uses the one whose path comes first in alphabetical order.',
        },
        behind: {
          becomes: 'listed',
          effect: '{host} lists this agent, but uses the other one when the name is called.',
        },
        // It was not measured which agent is called when VS Code has a built-in agent of that name.
        own: () => null,
        ownNames: ['agent', 'Agent', 'ask', 'Ask', 'edit', 'Edit', 'Plan', 'Explore'],
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
  mentions,
  conversion,
  delegation: {
    depth: 1,
    effect: '{host} does not let a called agent call other agents, unless a setting allows it.',
    leads: ({ userInvocable }) => userInvocable,
    namingOpens: true,
    lendsTools: true,
    unreached:
      '{host} hides this agent from users and the model, and no "agents" list, handoff or prompt file in this workspace names it.',
    evidence: seen,
  },
});
