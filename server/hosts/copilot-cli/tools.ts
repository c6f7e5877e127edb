// Tools of Copilot CLI 1.0.102, and the many words it takes for them.
import type { FormerTool, Tool, ToolCatalogue } from '../tools';
import { deeds } from './deeds';
import { ran } from './evidence';

/** What an agent is given without `tools`, in the program's order; some only online. */
export const offered: readonly Tool[] = [
  { name: 'bash', does: 'run', means: 'Runs any shell command.' },
  { name: 'read_bash', does: 'run', means: 'Reads what a running command has printed.' },
  { name: 'stop_bash', does: 'run', means: 'Ends a running command.' },
  { name: 'list_bash', does: 'run', means: 'Lists running commands.' },
  { name: 'view', does: 'read', means: 'Reads files and lists folders.' },
  { name: 'create', does: 'write', means: 'Makes a file.' },
  { name: 'edit', does: 'write', means: 'Changes a file. Written alone it also grants "create".' },
  { name: 'web_fetch', does: 'web', means: 'Reads a web page. Online only.' },
  {
    name: 'semantic_code_search',
    does: 'search',
    means: 'Finds code by its meaning. Online only.',
  },
  { name: 'grep', does: 'search', means: 'Searches the text of files.' },
  { name: 'glob', does: 'search', means: 'Finds files by name.' },
  { name: 'task', does: 'delegate', means: 'Starts another agent.' },
  { name: 'read_agent', does: 'delegate', means: 'Reads what another agent answers.' },
  { name: 'list_agents', does: 'delegate', means: 'Lists the agents at work.' },
  { name: 'write_agent', does: 'delegate', means: 'Talks to another agent.' },
  { name: 'update_todo', does: 'plan', means: 'Keeps a list of what is to be done.' },
  { name: 'tool_search_tool', does: 'other', means: 'Finds tools that were held back.' },
];

/**
 * The words for `tools` that GitHub documents. Each stands for several names of the program's own, which are offered only once
 * they are being typed.
 */
const documented: readonly Tool[] = [
  { name: 'read', documented: 1, does: 'read', means: 'Reads files.' },
  {
    name: 'search',
    documented: 2,
    does: 'search',
    means: 'Finds files by name and by their text.',
  },
  { name: 'edit', documented: 3, does: 'write', means: 'Creates and changes files.' },
  { name: 'execute', documented: 4, does: 'run', means: 'Runs shell commands.' },
  { name: 'agent', documented: 5, does: 'delegate', means: 'Starts other agents.' },
  { name: 'web', documented: 6, does: 'web', means: 'Reads web pages.' },
  { name: 'todo', documented: 7, does: 'plan', means: 'Keeps a list of tasks.' },
];

/** Given to every agent, whatever its `tools` say. */
export const always: readonly string[] = ['skill', 'sql'];

const alwaysTools: readonly Tool[] = [
  { name: 'skill', does: 'other', means: 'Runs a skill. Every agent has it.' },
  {
    name: 'sql',
    does: 'other',
    means: "Keeps notes in the session's database. Every agent has it.",
  },
];

/** Granted by their very names only, and not offered otherwise. */
const hidden: readonly Tool[] = [
  { name: 'read_file', does: 'read', means: 'Reads a file, by another tool than "view".' },
  {
    name: 'file_search',
    does: 'search',
    means: 'Finds files by name, by another tool than "glob".',
  },
  { name: 'grep_search', does: 'search', means: 'Searches text, by another tool than "grep".' },
  { name: 'semantic_search', does: 'search', means: 'Finds code by its meaning.' },
  { name: 'send_inbox', does: 'other', means: 'Leaves a message for another session.' },
];

/** Tools that need the network. */
export const onlineOnly: ReadonlySet<string> = new Set(['web_fetch', 'semantic_code_search']);

const shell = ['bash', 'read_bash', 'stop_bash', 'list_bash'];
const write = ['create', 'edit'];
const delegate = ['task', 'read_agent', 'list_agents', 'write_agent'];

/** Whatever the case of the word. */
const words: Readonly<Record<string, readonly string[]>> = {
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

/** Names that are what they are in any case. */
export const inAnyCase: readonly string[] = [...Object.keys(words), ...always];

/** Exactly as written. */
const exact: ReadonlySet<string> = new Set([
  'update_todo',
  'tool_search_tool',
  'semantic_code_search',
  ...hidden.map(({ name }) => name),
]);

/** The tools that a name in `tools` stands for; empty where it stands for none. */
export function toolsFor(name: string): readonly string[] {
  const word = name.toLowerCase();
  const plain = Object.hasOwn(words, word) ? words[word] : undefined;
  if (plain) return plain;
  if (exact.has(name)) return [name];
  if (word === 'web/fetch') return ['web_fetch'];
  const slash = word.lastIndexOf('/');
  return slash > 0 ? memberFor(word.slice(slash + 1)) : [];
}

/** Behind a slash the last word counts, whatever stands before it. */
function memberFor(word: string): readonly string[] {
  if (word === 'edit') return ['edit'];
  return Object.hasOwn(words, word) ? (words[word] ?? []) : [];
}

/** Words of other programs that this one takes: offered by nobody, and understood. */
const aliases: readonly FormerTool[] = Object.entries(words).flatMap(([name, now]): FormerTool[] =>
  offered.some((tool) => tool.name === name) ? [] : [{ name, now, mapped: true }],
);

/** Sets of VS Code, which no MCP server is called. */
export const setsOfTheEditor: ReadonlySet<string> = new Set([
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

export const tools: ToolCatalogue = {
  tools: [...offered, ...alwaysTools, ...hidden].map((tool) =>
    documented.some(({ name }) => name === tool.name) ? tool : { ...tool, internal: true },
  ),
  aliases: documented,
  ofServer: (server) => ({ all: `${server}/*`, prefix: `${server}/` }),
  former: aliases,
  forms: [
    { form: 'SERVER/TOOL', means: 'One tool of an MCP server.', snippet: '${1:server}/${2:tool}' },
    { form: 'SERVER/*', means: 'Every tool of an MCP server.', snippet: '${1:server}/*' },
    { form: '*', means: 'Every tool there is.', snippet: '*' },
  ],
  deeds,
  standsFor: toolsFor,
  synonyms: {
    terminal: ['execute'],
    terminalcommand: ['execute'],
    runterminalcommand: ['execute'],
    command: ['execute'],
    findfiles: ['glob'],
    internet: ['web'],
    subagent: ['agent'],
    subagents: ['agent'],
  },
  separators: ',',
  evidence: ran,
};
