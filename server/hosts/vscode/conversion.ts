// What conversions from and to VS Code need to know.
import { textOf } from '../../yaml/value';
import { toolsInList } from '../judge/tools/listed-tools';
import { namedServers } from '../judge/tools/named-servers';
import { formIn, type ToolListForm, writeToolList } from '../judge/tools/write-tool-list';
import type { HostConversion, JudgedTools, SharedModel } from '../model/conversion';
import type { ToolPurpose } from '../model/tool-purposes';
import { availableModel, models } from './models';
import { tools as catalog, desktopOnly } from './tools';

/** What each tool is for, without those that only one program has. */
const purposes: Readonly<Record<string, readonly ToolPurpose[]>> = Object.fromEntries(
  catalog.tools.flatMap(({ name, purposes: own, members }) =>
    own && !members ? [[name, own]] : [],
  ),
);

/** A tool of VS Code that only some of its programs have. */
const isOwn = (name: string): boolean => Object.hasOwn(purposes, name);

/** Whether it is a name of VS Code, and not that of a server or an extension. */
const isBuiltIn = (name: string): boolean =>
  desktopOnly.has(name) || catalog.tools.some((tool) => tool.name === name);

/** With the current names of tools that only some of its programs have. */
function withCurrentNames(verdict: JudgedTools): JudgedTools {
  const { persona } = verdict;
  if (!persona?.tools.unverified.some((name) => desktopOnly.has(name))) return verdict;
  const { tools } = persona;
  const unverified = tools.unverified.map((name) => desktopOnly.get(name) ?? name);
  return { ...verdict, persona: { ...persona, tools: { ...tools, unverified } } };
}

/** The name before the slash is that of an extension, with its publisher. */
const isExtensionTool = (name: string): boolean => /^[\w-]+\.[\w-]+\//.test(name);

/** The tools of the sets among the names. */
const expanded = (names: readonly string[]): readonly string[] =>
  names.flatMap((name) => [
    ...(catalog.tools.find((tool) => tool.name === name)?.members ?? [name]),
    // The browser has no tool for this, so the set does not list it.
    ...(name === 'web' ? ['web/fetch'] : []),
  ]);

function calleesOf({ fields }: JudgedTools): readonly string[] | null {
  const agents = fields.find(({ key, field }) => key === 'agents' && field !== undefined);
  if (agents?.value.kind !== 'list') return null;
  const names = agents.value.items.flatMap((item) => textOf(item) ?? []);
  return names.includes('*') ? null : names;
}

const form: ToolListForm = {
  key: 'tools',
  form: 'flow',
  names: [
    { name: 'read', grants: ['read-file'] },
    { name: 'search', grants: ['list-folder', 'find-files', 'search-text'] },
    { name: 'search/fileSearch', grants: ['find-files'] },
    { name: 'search/textSearch', grants: ['search-text'] },
    { name: 'edit', grants: ['create-file', 'change-file', 'edit-notebook'] },
    { name: 'edit/createFile', grants: ['create-file'] },
    { name: 'edit/editFiles', grants: ['change-file'] },
    { name: 'edit/editNotebook', grants: ['edit-notebook'] },
    { name: 'execute', grants: ['run-command'] },
    // The set also searches GitHub.
    { name: 'web', grants: ['fetch-page', 'search-web'] },
    { name: 'web/fetch', grants: ['fetch-page'] },
    { name: 'agent', grants: ['delegate'] },
    { name: 'todo', grants: ['track-todos'] },
    { name: 'vscode/askQuestions', grants: ['ask-person'] },
  ],
  // The name of an extension would grant its tools instead of those of a server.
  server: (server, tool) => {
    const name = `${server}/${tool ?? '*'}`;
    const isOther = isExtensionTool(name) || isBuiltIn(server);
    return /^[^\s,]+$/.test(name) && !isOther ? name : null;
  },
  callees: (names) => ({ field: { key: 'agents', value: { kind: 'names', names, form: 'flow' } } }),
};

const aliases: ReadonlySet<string> = new Set(['sonnet', 'opus', 'haiku']);

/** `claude-sonnet-4.5` for `Claude Sonnet 4.5 (copilot)`. */
function readModel(written: string): SharedModel | null {
  const whole = written.trim();
  const ending = /(?<!\s)\s*\((\w+)\)$/.exec(whole);
  const vendor = ending?.[1] ?? 'copilot';
  const name = whole.slice(0, ending?.index);
  if (vendor !== 'copilot' || name === '') return null;
  // Authors copy the aliases of Claude Code, which are no names of the model picker.
  if (aliases.has(name)) return { provider: 'anthropic', alias: name, id: null };
  return { provider: null, alias: null, id: name.toLowerCase().replaceAll(/\s+/g, '-') };
}

function writeModel({ alias, id }: SharedModel): string | null {
  const { outcome, instead } = models.resolve(alias ?? id ?? '');
  if (outcome !== 'foreign' || instead === undefined) return null;
  // An ID has to lead to the same model, an alias to any of its family.
  if (alias !== null || readModel(instead)?.id === id) return instead;
  return availableModel(instead, []) ?? null;
}

const listed = toolsInList({
  purposes,
  lacks: ['use-skill', 'search-web'],
  grantedIn: ({ granted, unverified }) => expanded([...granted, ...unverified.filter(isOwn)]),
  // Names before the slash with a dot are those of extensions.
  serversOf: ({ unverified }) =>
    namedServers(unverified.filter((name) => !isBuiltIn(name) && !isExtensionTool(name))),
  calleesOf,
});

const declared: HostConversion = {
  toolsOf: (verdict) => listed(withCurrentNames(verdict)),
  writeTools: (tools, isWide, catalog) => writeToolList(tools, isWide, formIn(catalog, form)),
  toolFields: ['agents'],
  harmless: [],
  fields: {
    effort: 'reasoning-effort',
    'argument-hint': 'argument-hint',
    handoffs: 'handoffs',
    target: 'target',
  },
  guards: { hooks: ['PreToolUse', 'preToolUse'] },
  servers: { file: '.vscode/mcp.json', key: 'servers' },
  readModel,
  writeModel,
  invocation: 'flags',
  family: 'copilot',
};

export const conversion = (): HostConversion => declared;
