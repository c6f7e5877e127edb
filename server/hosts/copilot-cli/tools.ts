// The tools of Copilot CLI 1.0.102 and their many names.

import type { ToolPurpose } from '../model/tool-purposes';
import type { FormerTool, Tool, ToolCatalog } from '../model/tools';
import { compareVersions, isInVersion } from '../model/version';
import { executedHere } from './evidence';

/** The tools of an agent without `tools`, in the order of the program. Some are available only online. */
const offered: readonly Tool[] = [
  { name: 'bash', purposes: ['run-command'], means: 'Runs shell commands.' },
  { name: 'read_bash', does: 'run', means: 'Reads the output of a running command.' },
  { name: 'stop_bash', does: 'run', means: 'Stops a running command.' },
  { name: 'list_bash', does: 'run', means: 'Lists running commands.' },
  { name: 'view', purposes: ['read-file', 'list-folder'], means: 'Reads files and lists folders.' },
  { name: 'create', purposes: ['create-file'], means: 'Creates a file.' },
  {
    name: 'edit',
    purposes: ['change-file'],
    means: 'Edits a file. In `tools` it also grants `create`.',
  },
  {
    name: 'web_fetch',
    purposes: ['fetch-page'],
    means: 'Fetches a web page. Available only online.',
  },
  {
    name: 'semantic_code_search',
    since: '1.0.102',
    purposes: ['search-text'],
    means: 'Finds code by its meaning. Available only online.',
  },
  { name: 'grep', purposes: ['search-text'], means: 'Searches file contents.' },
  { name: 'glob', purposes: ['find-files'], means: 'Finds files by name.' },
  { name: 'task', purposes: ['delegate'], means: 'Starts another agent.' },
  { name: 'read_agent', does: 'delegate', means: 'Reads the response of another agent.' },
  { name: 'list_agents', does: 'delegate', means: 'Lists the running agents.' },
  {
    name: 'write_agent',
    since: '1.0.80',
    does: 'delegate',
    means: 'Sends a message to another agent.',
  },
  {
    name: 'update_todo',
    since: '1.0.92',
    purposes: ['track-todos'],
    means: 'Manages a to-do list.',
  },
  {
    name: 'tool_search_tool',
    since: '1.0.92',
    does: 'other',
    means: 'Finds and loads deferred tools.',
  },
];

/**
 * The names for `tools` that GitHub documents. Each stands for one or more tools of the program, whose own names are completed
 * only after their first characters.
 */
const documented: readonly Tool[] = [
  { name: 'read', documented: 1, purposes: ['read-file', 'list-folder'], means: 'Reads files.' },
  {
    name: 'search',
    documented: 2,
    purposes: ['find-files', 'search-text'],
    means: 'Finds files by name and searches their contents.',
  },
  {
    name: 'edit',
    documented: 3,
    purposes: ['create-file', 'change-file', 'edit-notebook'],
    means: 'Creates and changes files.',
  },
  { name: 'execute', documented: 4, purposes: ['run-command'], means: 'Runs shell commands.' },
  { name: 'agent', documented: 5, purposes: ['delegate'], means: 'Starts other agents.' },
  {
    name: 'web',
    documented: 6,
    purposes: ['fetch-page', 'search-web'],
    means: 'Fetches web pages.',
  },
  { name: 'todo', documented: 7, purposes: ['track-todos'], means: 'Manages a to-do list.' },
];

/** Given to every agent, whatever its `tools`. */
export const always: readonly string[] = ['skill', 'sql'];

const alwaysIn = (version: string): readonly string[] =>
  compareVersions(version, '1.0.80') < 0 ? ['skill', 'report_intent'] : always;

const alwaysTools: readonly Tool[] = [
  { name: 'skill', does: 'other', means: 'Runs a skill. Available to every agent.' },
  {
    name: 'sql',
    does: 'other',
    means: 'Stores and queries data in the database of the session. Available to every agent.',
  },
];

const earlier: readonly Tool[] = [
  { name: 'write_bash', until: '1.0.60', does: 'run', means: 'Writes to a running command.' },
  {
    name: 'report_intent',
    until: '1.0.60',
    does: 'other',
    means: 'States what the agent is doing. Available to every agent.',
  },
];

/** Available only if `tools` names them exactly. */
const hidden: readonly Tool[] = [
  {
    name: 'read_file',
    since: '1.0.80',
    purposes: ['read-file'],
    means: 'Reads a file. An alternative to `view`.',
  },
  {
    name: 'file_search',
    since: '1.0.80',
    purposes: ['find-files'],
    means: 'Finds files by name. An alternative to `glob`.',
  },
  {
    name: 'grep_search',
    since: '1.0.80',
    purposes: ['search-text'],
    means: 'Searches file contents. An alternative to `grep`.',
  },
  {
    name: 'semantic_search',
    since: '1.0.92',
    purposes: ['search-text'],
    means: 'Finds code by its meaning.',
    noEqual: true,
  },
  {
    name: 'send_inbox',
    since: '1.0.92',
    does: 'other',
    means: 'Sends a message to another session.',
  },
];

/** The tools of an agent without `tools` in a version, besides those that every agent has. */
export const offeredIn = ({ tools: known, always: given = [] }: ToolCatalog): readonly Tool[] =>
  known.filter(
    (tool) => !given.includes(tool.name) && !hidden.some(({ name }) => name === tool.name),
  );

/** Tools that need the network. */
export const onlineOnly: ReadonlySet<string> = new Set(['web_fetch', 'semantic_code_search']);

const shell = ['bash', 'read_bash', 'stop_bash', 'list_bash'];
const write = ['create', 'edit'];
const delegate = ['task', 'read_agent', 'list_agents', 'write_agent'];

/** Names that are not case-sensitive, in lowercase, with the tools that they grant. */
const toolsByName: Readonly<Record<string, readonly string[]>> = {
  execute: shell,
  shell,
  bash: shell,
  runcommands: shell,
  runinterminal: shell,
  read_bash: ['read_bash'],
  stop_bash: ['stop_bash'],
  list_bash: ['list_bash'],
  read: ['view'],
  view: ['view'],
  notebookread: ['view'],
  readfile: ['view'],
  edit: write,
  write,
  multiedit: write,
  notebookedit: write,
  editfiles: ['edit'],
  create: ['create'],
  createfile: ['create'],
  createdirectory: ['create'],
  search: ['grep', 'glob'],
  codebase: ['grep', 'glob'],
  grep: ['grep'],
  textsearch: ['grep'],
  glob: ['glob'],
  filesearch: ['glob'],
  agent: delegate,
  task: delegate,
  'custom-agent': delegate,
  runsubagent: delegate,
  read_agent: ['read_agent'],
  list_agents: ['list_agents'],
  write_agent: ['write_agent'],
  todo: ['update_todo'],
  todos: ['update_todo'],
  todowrite: ['update_todo'],
  web: ['web_fetch'],
  webfetch: ['web_fetch'],
  web_fetch: ['web_fetch'],
};

/** Names that are not case-sensitive, in lowercase. */
export const caseInsensitiveNames: readonly string[] = [...Object.keys(toolsByName), ...always];

/** Names that are case-sensitive. */
const exact: ReadonlySet<string> = new Set([
  'update_todo',
  'tool_search_tool',
  'semantic_code_search',
  ...hidden.map(({ name }) => name),
]);

/** The tools that a name in `tools` grants; empty for an unknown name. */
export function toolsFor(name: string): readonly string[] {
  const word = name.toLowerCase();
  const plain = Object.hasOwn(toolsByName, word) ? toolsByName[word] : undefined;
  if (plain) return plain;
  if (exact.has(name)) return [name];
  if (word === 'web/fetch') return ['web_fetch'];
  const slash = word.lastIndexOf('/');
  return slash > 0 ? memberFor(word.slice(slash + 1)) : [];
}

/** Like `toolsFor` in a version that lacks some names, in lowercase, also after a slash. */
const toolsForIn =
  (version: string, lacking: ReadonlySet<string>) =>
  (name: string): readonly string[] => {
    const word = name.toLowerCase();
    // It is a name of its own, and the versions that have it also have the short one.
    const isLacking = lacking.has(word.slice(word.lastIndexOf('/') + 1)) || word === 'web/fetch';
    if (isLacking) return [];
    const isPlain = [...alwaysTools, ...earlier].some(
      (tool) => tool.name === name && isInVersion(tool, version),
    );
    if (isPlain) return [name];
    const all = toolsFor(name);
    const [first] = all;
    // These names used to stand for the tool itself, without those that follow what it started.
    const isAlone =
      (first === 'bash' || first === 'task') && compareVersions(version, '1.0.80') < 0;
    return isAlone ? [first] : all;
  };

/** The first version that was asked and has these names; the version before it has all the others. */
const newNames: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...['search', 'codebase', 'textsearch', 'filesearch', 'runsubagent'],
    ...['todo', 'todos', 'todowrite', 'web', 'webfetch'],
  ].map((name) => [name, '1.0.102']),
);

const withSince = <T extends FormerTool | Tool>(tool: T): T => {
  const since = newNames[tool.name];
  return since === undefined ? tool : { ...tool, since };
};

/** After a slash only the last part of a name counts. */
function memberFor(word: string): readonly string[] {
  if (word === 'edit') return ['edit'];
  return Object.hasOwn(toolsByName, word) ? (toolsByName[word] ?? []) : [];
}

/** Names under which other programs have these tools. */
const otherNames: Readonly<Record<string, ToolPurpose>> = {
  write: 'create-file',
  notebookedit: 'edit-notebook',
  shell: 'run-command',
  'custom-agent': 'delegate',
};

const usesOf = (name: string): Pick<FormerTool, 'purposes'> => {
  const purpose = Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
  return purpose === undefined ? {} : { purposes: [purpose] };
};

/** Names of other programs that Copilot CLI accepts but no completion offers. */
const aliases: readonly FormerTool[] = Object.entries(toolsByName).flatMap(
  ([name, now]): FormerTool[] =>
    offered.some((tool) => tool.name === name)
      ? []
      : [withSince({ name, now, ...usesOf(name), mapped: true })],
);

/** The tool sets of VS Code in lowercase. MCP servers do not have these names. */
export const vscodeToolSets: ReadonlySet<string> = new Set([
  'agent',
  'edit',
  'execute',
  'new',
  'read',
  'runcommands',
  'runnotebooks',
  'runtasks',
  'search',
  'todo',
  'vscode',
  'vscodegeneral',
  'vscodenotebooks',
  'vscodetasks',
  'web',
]);

export const tools: ToolCatalog = {
  tools: [...offered, ...alwaysTools, ...hidden].map((tool) =>
    documented.some(({ name }) => name === tool.name) ? tool : { ...tool, internal: true },
  ),
  aliases: documented.map(withSince),
  ofServer: (server) => ({ all: `${server}/*`, prefix: `${server}/` }),
  former: aliases,
  earlier,
  always,
  forms: [
    { form: 'SERVER/TOOL', means: 'One tool of an MCP server.', snippet: '${1:server}/${2:tool}' },
    { form: 'SERVER/*', means: 'All tools of an MCP server.', snippet: '${1:server}/*' },
    { form: '*', means: 'All tools.', snippet: '*' },
  ],
  standsFor: toolsFor,
  inVersion: (version, lacking) => ({
    always: alwaysIn(version),
    standsFor: toolsForIn(version, lacking),
  }),
  synonyms: {
    terminal: ['execute'],
    terminalcommand: ['execute'],
    runterminalcommand: ['execute'],
    command: ['execute'],
    findfiles: ['glob'],
    internet: ['web'],
    subagent: ['agent'],
    subagents: ['agent'],
    askuserquestion: ['ask_user'],
  },
  separators: ',',
  evidence: executedHere,
};
