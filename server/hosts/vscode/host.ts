// Custom agents in VS Code with Copilot, as measured in the program. docs/hosts/vscode.md is generated from it.

import { textOf } from '../../yaml/value';
import type { Dialect } from '../model/dialect';
import type { UnknownFields } from '../model/field';
import type { FlawTable } from '../model/flaw-tables';
import type { Host } from '../model/host';
import type { Location } from '../model/location';
import { namedSkeleton } from '../model/skeleton';
import { claudeFields } from './claude-fields';
import { claudeModels, claudeTools } from './claude-tools';
import { companionFiles } from './companions';
import { conversion } from './conversion';
import { editorSupport } from './editor-support';
import { chatOpened, executedHere, readHere, version } from './evidence';
import { agentFields, githubFields, targetedFields } from './fields';
import { unparsed } from './flaws';
import { folderSettings, positionOf } from './folder-settings';
import { guards } from './guards';
import { models } from './models';
import { persona } from './persona';
import { plugins } from './plugin-layout';
import { promptLocations, prompts } from './prompts';
import { reader } from './reader';
import { mentions, references } from './references';
import { serverLocations, servers } from './servers';
import { calledAs, skillLocations, skills } from './skills';
import { tools } from './tools';
import usage from './usage.data.json';
import { writeHook } from './write-hook';

const notAgents = ['README.md', 'SKILL.md', 'copilot-instructions.md'];

const inGithub: Location = {
  glob: '.github/agents/*.md',
  scope: 'project',
  role: 'owner',
  except: notAgents,
  exceptEvidence: readHere,
  id: 'name-field',
  summary: 'In the workspace. Subfolders are not searched.',
  evidence: executedHere,
};

const inClaude: Location = {
  glob: '.claude/agents/*.md',
  scope: 'project',
  role: 'guest',
  dialect: 'claude',
  except: notAgents,
  exceptEvidence: readHere,
  id: 'name-field',
  summary:
    'The Claude Code folder in the workspace, with Claude Code tool names. Subfolders are not searched.',
  evidence: executedHere,
};

const ofCopilotUser: Location = {
  glob: '.copilot/agents/*.md',
  scope: 'user',
  role: 'owner',
  except: notAgents,
  exceptEvidence: readHere,
  id: 'name-field',
  summary: 'For all workspaces of a user. Names are looked up here first.',
  evidence: executedHere,
};

const ofClaudeUser: Location = {
  glob: '.claude/agents/*.md',
  scope: 'user',
  role: 'guest',
  dialect: 'claude',
  except: notAgents,
  exceptEvidence: readHere,
  id: 'name-field',
  summary: "The user's Claude Code folder.",
  evidence: executedHere,
};

const inProfile: Location = {
  glob: 'User/prompts/*.agent.md',
  scope: 'user',
  role: 'owner',
  id: 'name-field',
  summary: 'In the prompts folder of the user profile.',
  evidence: readHere,
};

/** By the path that the setting has to contain to disable the folder. */
const ownFolders: ReadonlyMap<string, Location> = new Map([
  ['.github/agents', inGithub],
  ['.claude/agents', inClaude],
  ['~/.copilot/agents', ofCopilotUser],
  ['~/.claude/agents', ofClaudeUser],
]);

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
  evidence: executedHere,
};

const flaws: FlawTable = {
  'leading-text': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    losesLimit: true,
    effect:
      '{host} finds no frontmatter, gives the agent every tool and uses the whole file as the prompt.',
  },
  'fence-language': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    losesLimit: true,
    effect: '{host} finds no frontmatter because the first line has more than dashes.',
  },
  'unclosed-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect: '{host} treats the whole file as frontmatter, so the agent has no prompt.',
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
  ...unparsed,
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

export const vscode: Host = {
  id: 'vscode',
  name: 'VS Code',
  version,
  olderVersions: ['1.133.0', '1.135.0', '1.138.0'],
  verified: '2026-11-20',
  package: 'code-server',
  guards,
  start: {
    editor: { command: 'workbench.action.chat.open', argument: 'mode' },
    isForHidden: false,
    evidence: readHere,
  },
  startsCalls: {
    editor: {
      command: 'workbench.action.chat.open',
      argument: 'query',
      others: { isPartialQuery: true },
    },
    sign: '/',
    nameOf: calledAs,
    subjects: ['skill', 'command'],
    evidence: chatOpened,
  },
  writeHook,
  plugins,
  ownFile: '.github/agents/{name}.agent.md',
  recognizedBy: { isEditor: true, project: ['.vscode/mcp.json'], evidence: readHere },
  locations: [
    inGithub,
    inClaude,
    ofCopilotUser,
    ofClaudeUser,
    inProfile,
    ...skillLocations,
    ...promptLocations,
    ...serverLocations,
  ],
  folderSettings: folderSettings(ownFolders),
  formerly: [
    {
      glob: '.github/chatmodes/*.md',
      effect:
        '{host} no longer reads chat modes. Move the file to .github/agents and rename it to NAME.agent.md.',
      builtin: 'chatmode',
      evidence: readHere,
    },
  ],
  editorSupport,
  companionFiles,
  usage,
  dialects: {
    agent,
    'vscode-target': vscodeTarget,
    'github-target': githubTarget,
    claude,
    skill: skills.dialectNextTo(agent),
    command: prompts.dialectNextTo(agent),
    servers: servers.dialectNextTo(agent),
  },
  dialectOf: ({ fields }, { location }) => {
    if (location.dialect !== undefined) return location.dialect;
    const target = textOf(fields.find(({ key }) => key === 'target')?.value);
    if (target === 'github-copilot') return 'github-target';
    return target === 'vscode' ? 'vscode-target' : 'agent';
  },
  kinds: {
    skill: skills.kind,
    command: prompts.kind,
    servers: servers.kind,
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
          effect: '{host} lists this agent but calls the other one.',
        },
        // It was not measured which agent is called when VS Code has a built-in agent of that name.
        own: () => null,
        ownNames: ['agent', 'Agent', 'ask', 'Ask', 'edit', 'Edit', 'Plan', 'Explore'],
        evidence: executedHere,
      },
      skeleton: namedSkeleton('tools: [${3:read, search, edit}]'),
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
    evidence: readHere,
  },
};
