// Tools of VS Code 1.139.1 with Copilot. Names and old names are a table made by a script; what the program was
// seen not to know is sorted here by why.
import type { FormerTool, Tool, ToolCatalogue, ToolForm } from '../tools';
import { deeds } from './deeds';
import { ran } from './evidence';
import { meanings } from './meanings';
import data from './tools.data.json';

const {
  names,
  renamed,
  unknown,
}: { names: string[]; renamed: Record<string, string[]>; unknown: string[] } = data;

/** The tools there are in the browser-served program; a desktop has these and `desktopOnly`. */
export const knownNames: ReadonlySet<string> = new Set(names);

/** Old names, each with the names that VS Code puts in its place. */
export const renamedTo: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(renamed));

/** There on the desktop and not in a browser: which of them runs, a file cannot tell. */
export const desktopOnly: ReadonlyMap<string, string> = new Map([
  ['web/fetch', 'web/fetch'],
  ['fetch', 'web/fetch'],
]);

const desktopSays = '{host} has it on the desktop, but not in a browser.';

/** Behind a setting that is off by default. */
const switchedOff: readonly string[] = [
  'changes',
  'search/changes',
  'skill',
  'executionSubagent',
  'searchSubagent',
  'exploreSubagent',
  'switchAgent',
];
export const offByDefault: ReadonlySet<string> = new Set(switchedOff);
export const offSays = '{host} has it only with a setting that is off by default.';

/** Names that the program was seen not to know, and that once were a tool's. */
const removedNames: ReadonlySet<string> = new Set([
  'openSimpleBrowser',
  'vscode/openSimpleBrowser',
  'think',
  'searchResults',
  'findTestFiles',
  'getProjectSetupInfo',
  'vscode/getProjectSetupInfo',
]);
export const isRemoved = (name: string): boolean => removedNames.has(name);

/** Ids of the tools below, which agents are not given by; the right-hand side is what VS Code calls them. */
export const namesOfIds: ReadonlyMap<string, string> = new Map([
  ['copilot_getErrors', 'read/problems'],
  ['run_in_terminal', 'execute/runInTerminal'],
  ['fetch_webpage', 'web/fetch'],
  ['manage_todo_list', 'todo'],
  ['insertEdit', 'edit/editFiles'],
  ['replaceString', 'edit/editFiles'],
  ['multiReplaceString', 'edit/editFiles'],
  ['applyPatch', 'edit/editFiles'],
]);

const members = new Map<string, string[]>();
for (const name of names) {
  const slash = name.indexOf('/');
  if (slash < 0) continue;
  const set = name.slice(0, slash);
  members.set(set, [...(members.get(set) ?? []), name]);
}

/** The names that the documentation of custom agents teaches first. */
const documentedNames = ['read', 'search', 'edit', 'execute', 'agent', 'web', 'todo'];

const offered: readonly Tool[] = names.map((name) => {
  const within = members.get(name);
  const { means, does } = meanings[name] ?? { means: 'A tool of VS Code.', does: 'other' as const };
  const documented = documentedNames.indexOf(name) + 1;
  return {
    ...{ name, means, does },
    ...(within && { members: within }),
    ...(documented > 0 && { documented }),
  };
});

const former: readonly FormerTool[] = [
  ...[...renamedTo].map(([name, now]): FormerTool => ({ name, now, mapped: true })),
  { name: 'fetch', now: ['web/fetch'], mapped: true, effect: desktopSays },
  ...unknown
    .filter((name) => isRemoved(name))
    .map((name): FormerTool => ({ name, now: [], mapped: false })),
];

export const forms: readonly ToolForm[] = [
  { form: 'SERVER/TOOL', means: 'One tool of an MCP server.', snippet: '${1:server}/${2:tool}' },
  { form: 'SERVER/*', means: 'Every tool of an MCP server.', snippet: '${1:server}/*' },
  {
    form: 'PUBLISHER.NAME/TOOL',
    means: 'A tool that an extension brings.',
    snippet: '${1:publisher.name}/${2:tool}',
  },
];

export const tools: ToolCatalogue = {
  tools: [
    ...offered,
    { name: 'web/fetch', does: 'web', means: 'Reads a web page. On the desktop only.' },
  ],
  former,
  forms,
  ofServer: (server) => ({ all: `${server}/*`, prefix: `${server}/` }),
  deeds,
  synonyms: {
    terminal: ['execute'],
    terminalcommand: ['execute/runInTerminal'],
    runterminalcommand: ['execute/runInTerminal'],
    command: ['execute/runInTerminal'],
    findfiles: ['search/fileSearch'],
    list_dir: ['search/listDirectory'],
    listdir: ['search/listDirectory'],
    websearch: ['web'],
    internet: ['web'],
    subagent: ['agent'],
    subagents: ['agent'],
  },
  separators: ',',
  others: 'an extension or an MCP server',
  evidence: ran,
};
