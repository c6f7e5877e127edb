// Custom agents in VS Code with Copilot, as the program itself was measured.

import { textOf } from '../../agent/value';
import type { Dialect, FlawFate, Host, Location, UnknownFields } from '../host';
import type { FlawCode } from '../reading';
import { builtinSupport } from './builtin';
import { claudeFields } from './claude-fields';
import { claudeModels, claudeTools } from './claude-tools';
import { ran, seen, version } from './evidence';
import { agentFields, githubFields, targetedFields } from './fields';
import { folderSettings, positionOf } from './folder-settings';
import { references } from './mentions';
import { models } from './models';
import { neighbours } from './neighbours';
import { persona } from './persona';
import { reader } from './reader';
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
  fate: 'ignored',
  effect: '{host} takes no notice of it.',
  meant,
  evidence: ran,
};

const flaws: Readonly<Partial<Record<FlawCode, FlawFate>>> = {
  'leading-text': {
    fate: 'loads-changed',
    reason: 'frontmatter-lost',
    effect:
      '{host} sees no frontmatter, because the file does not begin with it: the agent is named after the file, has every tool, and the frontmatter is part of its prompt.',
  },
  'fence-language': {
    fate: 'loads-changed',
    reason: 'frontmatter-lost',
    effect: '{host} sees no frontmatter, because more than dashes stand in the first line.',
  },
  'unclosed-fence': {
    fate: 'loads-changed',
    reason: 'fence',
    effect: '{host} takes the whole file for frontmatter, so the agent has no prompt.',
  },
  yaml: {
    fate: 'loads-changed',
    reason: 'yaml',
    effect: '{host} takes what it understands of it.',
  },
  'duplicate-key': {
    fate: 'loads-changed',
    reason: 'yaml',
    effect: '{host} marks it as an error, and the first one counts.',
  },
  'not-a-mapping': {
    fate: 'loads-changed',
    reason: 'frontmatter-lost',
    effect:
      '{host} finds no "key: value" in the frontmatter: the agent is named after the file and has every tool.',
  },
  'too-large': {
    fate: 'unknown',
    reason: 'too-large',
    effect: '{host} was not followed into a frontmatter of this size.',
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
    effect: '{host} takes no notice of it, and does not say so.',
    meant: {},
  },
  tools: claudeTools,
  models: claudeModels,
};

/** A name is looked for in these one after the other; the highest first. */
const folderOrder: ReadonlyMap<string, number> = new Map([
  ['user .copilot/agents/*.md', 3],
  ['user .claude/agents/*.md', 2],
  ['project .github/agents/*.md', 1],
  ['project .claude/agents/*.md', 0],
]);

/** An added folder comes after its host's own of the same scope, in the order of the setting. */
function rankOf(location: Location): number | null {
  const { scope, glob } = location;
  const position = positionOf(location);
  if (position === undefined) return folderOrder.get(`${scope} ${glob}`) ?? null;
  return (scope === 'user' ? 2 : 0) - (position + 1) / 1_000;
}

const notAgents = ['README.md', 'SKILL.md', 'copilot-instructions.md'];

const inGithub: Location = {
  glob: '.github/agents/*.md',
  scope: 'project',
  role: 'owner',
  except: notAgents,
  id: 'name-field',
  summary: 'In the workspace. Not in folders below it.',
  evidence: ran,
};

const inClaude: Location = {
  glob: '.claude/agents/*.md',
  scope: 'project',
  role: 'guest',
  dialect: 'claude',
  except: notAgents,
  id: 'name-field',
  summary:
    "Claude Code's folder in the workspace, with Claude Code's tool names. Not in folders below it.",
  evidence: ran,
};

const ofCopilotUser: Location = {
  glob: '.copilot/agents/*.md',
  scope: 'user',
  role: 'owner',
  except: notAgents,
  id: 'name-field',
  summary: 'For all workspaces of a user. A name is looked for here first.',
  evidence: ran,
};

const ofClaudeUser: Location = {
  glob: '.claude/agents/*.md',
  scope: 'user',
  role: 'guest',
  dialect: 'claude',
  except: notAgents,
  id: 'name-field',
  summary: "Claude Code's folder of a user.",
  evidence: ran,
};

const inProfile: Location = {
  glob: 'User/prompts/*.agent.md',
  scope: 'user',
  role: 'owner',
  id: 'name-field',
  summary: "In the folder of the editor's profile.",
  evidence: seen,
};

/** By the path that a setting has to name to disable it. */
const ownFolders: ReadonlyMap<string, Location> = new Map([
  ['.github/agents', inGithub],
  ['.claude/agents', inClaude],
  ['~/.copilot/agents', ofCopilotUser],
  ['~/.claude/agents', ofClaudeUser],
]);

export const vscode: Host = {
  id: 'vscode',
  name: 'VS Code',
  version,
  verified: '2026-11-20',
  package: 'code-server',
  ownFile: '.github/agents/{name}.agent.md',
  locations: [inGithub, inClaude, ofCopilotUser, ofClaudeUser, inProfile],
  folderSettings: folderSettings(ownFolders),
  formerly: [
    {
      glob: '.github/chatmodes/*.md',
      effect:
        '{host} no longer reads chat modes. Move the file to .github/agents and name it NAME.agent.md.',
      builtin: 'chatmode',
      evidence: ran,
    },
  ],
  usage,
  dialects: { agent, 'vscode-target': vscodeTarget, 'github-target': githubTarget, claude },
  dialectOf: ({ fields }, { location }) => {
    if (location.dialect !== undefined) return location.dialect;
    const target = textOf(fields.find(({ key }) => key === 'target')?.value);
    if (target === 'github-copilot') return 'github-target';
    return target === 'vscode' ? 'vscode-target' : 'agent';
  },
  reader,
  builtin: builtinSupport,
  references,
  neighbours,
  persona,
  sameName: {
    rank: ({ location }) => rankOf(location),
    wins: "takes the user's before the project's, and Claude Code's folder last of each",
    within: {
      order: ({ below }) => below,
      effect: '{host} takes the first in the order of their paths.',
    },
    behind: {
      becomes: 'listed',
      effect: '{host} lists this agent, and takes another where its name is called.',
    },
    // Which is called where it has one of the name itself was not seen.
    own: () => null,
    isOwnPartial: true,
    evidence: ran,
  },
  delegation: {
    depth: 1,
    effect: '{host} lets an agent that was called call none, unless a setting allows it.',
    leads: ({ userInvocable }) => userInvocable,
    namingOpens: true,
    lendsTools: true,
    unreached:
      '{host} hides this agent from users and the model, and no "agents" list, handoff or prompt file in this workspace names it.',
    evidence: seen,
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
