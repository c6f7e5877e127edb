// The tools of Factory Droid 0.225.2 that an agent file can name. Names are matched exactly.
import { toolWords } from '../judge/tools/tool-words';
import type { Tool, ToolCatalog, ToolUse } from '../model/tools';
import { executedHere, inProgram } from './evidence';

/** Tools with several names of which authors of agents hardly know. */
const internal = ({
  names,
  ...tool
}: ToolUse & { readonly names: readonly string[]; readonly means: string }): readonly Tool[] =>
  names.map((name) => ({ ...tool, name, internal: true }));

const offered: readonly Tool[] = [
  { name: 'Read', purposes: ['read-file'], means: 'Reads a file.' },
  { name: 'LS', purposes: ['list-folder'], means: 'Lists a folder.' },
  { name: 'Grep', purposes: ['search-text'], means: 'Searches file contents.' },
  { name: 'Glob', purposes: ['find-files'], means: 'Finds files by name.' },
  { name: 'Create', purposes: ['create-file'], means: 'Creates a file.' },
  { name: 'Edit', purposes: ['change-file', 'edit-notebook'], means: 'Replaces text in a file.' },
  {
    name: 'ApplyPatch',
    purposes: ['create-file', 'change-file', 'edit-notebook'],
    means: 'Creates and changes files with a patch.',
  },
  { name: 'Execute', purposes: ['run-command'], means: 'Runs shell commands.' },
  { name: 'WebSearch', purposes: ['search-web'], means: 'Searches the web.' },
  { name: 'FetchUrl', purposes: ['fetch-page'], means: 'Fetches web pages.' },
  {
    name: 'TodoWrite',
    purposes: ['track-todos'],
    means: 'Manages a to-do list. Every agent has it.',
  },
  { name: 'Skill', purposes: ['use-skill'], means: 'Uses a skill. Every agent has it.' },
  {
    name: 'Task',
    purposes: ['delegate'],
    means: 'Starts another agent. Available only if a setting enables it.',
    sometimes: true,
  },
  ...internal({
    names: ['ToolSearch', 'ConnectorSearch'],
    does: 'search',
    means: 'Finds tools that are loaded on demand.',
  }),
  ...internal({ names: ['GenerateImage'], does: 'write', means: 'Creates an image.' }),
  ...internal({
    names: ['Script', 'Loop'],
    purposes: ['run-command'],
    means: 'Runs a program or a prompt repeatedly.',
  }),
  ...internal({
    names: ['WaitForScript', 'TaskOutput'],
    does: 'read',
    means: 'Reads the output of a background task.',
  }),
  ...internal({ names: ['TaskStop'], does: 'run', means: 'Stops a background task.' }),
  ...internal({
    names: ['UpgradeSessionModel', 'StageSettingsChanges'],
    does: 'other',
    means: 'Changes settings of the session.',
  }),
  ...internal({
    names: [
      ...['RecommendMission', 'ExitMissionPlanning', 'ProposeMission', 'StartMissionRun'],
      ...['EndFeatureRun', 'DismissHandoffItems'],
    ],
    does: 'plan',
    means: 'Belongs to missions.',
  }),
  ...internal({
    names: [
      ...['slack_post_file', 'slack_post_message', 'slack_create_or_update_code_channel'],
      ...['slack_archive_code_channel', 'slack_list_channels'],
    ],
    does: 'other',
    means: 'Uses Slack.',
  }),
  ...internal({
    names: [
      ...['store_agent_readiness_report', 'get_agent_effectiveness_usage'],
      'render_agent_effectiveness_report',
    ],
    does: 'other',
    means: 'Reports on the use of agents.',
  }),
];

const catalog: readonly Tool[] = [
  ...offered,
  {
    name: 'AskUser',
    does: 'ask',
    means: 'Asks the user.',
    unavailable: '{host} never gives this tool to subagents.',
    evidence: inProgram,
  },
  ...['ExitSpecMode', 'GenerateDroid'].map(
    (name): Tool => ({
      name,
      does: 'plan',
      means: name === 'GenerateDroid' ? 'Writes an agent file.' : 'Leaves the specification mode.',
      unavailable: '{host} never gives this tool to subagents.',
      evidence: inProgram,
    }),
  ),
];

/** The tools of a word that is the whole value. */
const categories: Readonly<Record<string, readonly string[]>> = {
  'read-only': [
    ...['Read', 'LS', 'Execute', 'Grep', 'Glob', 'RecommendMission', 'ExitMissionPlanning'],
    ...['WebSearch', 'FetchUrl', 'StageSettingsChanges', 'ToolSearch', 'ConnectorSearch'],
  ],
  edit: ['Edit', 'ApplyPatch', 'Create'],
  execute: ['Execute'],
  execution: ['Execute'],
  web: ['WebSearch', 'FetchUrl'],
  mcp: [],
};

/** The tools of a category; undefined for any other word. */
export const categoryOf = (word: string): readonly string[] | undefined =>
  Object.hasOwn(categories, word) ? categories[word] : undefined;

/** Tools that every agent has, whatever is in its list. */
export const always: readonly string[] = ['TodoWrite', 'Skill'];

/** Names of other programs, in lowercase. None of them counts in a file. */
const meant: Readonly<Record<string, string>> = {
  bash: 'Execute',
  shell: 'Execute',
  write: 'Create',
  webfetch: 'FetchUrl',
  fetch: 'FetchUrl',
  agent: 'Task',
};

export const words = toolWords(catalog, meant);

export const tools: ToolCatalog = {
  tools: catalog,
  always,
  former: [{ name: 'MultiEdit', now: ['Edit'], mapped: true }],
  forms: [
    {
      form: 'read-only',
      means: 'As the only value: tools that read, and commands that change nothing.',
      snippet: 'read-only',
    },
    { form: 'edit', means: 'As the only value: tools that change files.', snippet: 'edit' },
    { form: 'execute', means: 'As the only value: `Execute`.', snippet: 'execute' },
    { form: 'web', means: 'As the only value: `WebSearch` and `FetchUrl`.', snippet: 'web' },
    {
      form: 'SERVER___TOOL',
      means: 'One tool of an MCP server.',
      snippet: '${1:server}___${2:tool}',
    },
  ],
  synonyms: {
    bash: ['Execute'],
    shell: ['Execute'],
    terminal: ['Execute'],
    search: ['Grep'],
    fetch: ['FetchUrl'],
  },
  separators: ',',
  none: '{host} has none of the tools in "{field}", so the agent has only the default tools. A category such as "read-only" must be the whole value.',
  evidence: executedHere,
};
