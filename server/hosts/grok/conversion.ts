// What conversions from and to Grok Build need to know.

import { entryOf, textOf, type Value } from '../../yaml/value';
import { toolsInList } from '../judge/tools/listed-tools';
import { type ToolListForm, writeToolList } from '../judge/tools/write-tool-list';
import {
  allowed,
  denied,
  type Grant,
  type HostConversion,
  type IsWide,
  type JudgedTools,
  type ServerGrant,
  type SharedTools,
  type WrittenField,
  type WrittenTools,
} from '../model/conversion';
import type { Tools } from '../model/persona';
import type { ToolPurpose } from '../model/tool-purposes';
import { purposesByTool } from '../model/tools';
import { always, media, scheduling, tools } from './tools';

const changes: readonly ToolPurpose[] = ['create-file', 'change-file', 'edit-notebook'];

const named = purposesByTool(tools);

const controlled: readonly ToolPurpose[] = [...changes, 'run-command'];

/** What a word of a field does to purposes. Words that are not here limit nothing. */
type Limits = Readonly<
  Record<string, Readonly<{ purposes: readonly ToolPurpose[]; grant: Grant }>>
>;

const asking: Grant = { action: 'ask', exceptions: [] };

const limitsOf: Readonly<Record<string, Limits>> = {
  permissionMode: {
    plan: { purposes: controlled, grant: denied },
    // Only the settings of the session decide what does not require asking.
    dontask: { purposes: controlled, grant: denied },
    default: { purposes: controlled, grant: asking },
    auto: { purposes: controlled, grant: asking },
  },
  capabilityMode: {
    readonly: { purposes: controlled, grant: denied },
    readwrite: { purposes: ['run-command'], grant: denied },
    execute: { purposes: changes, grant: denied },
  },
};

/** All tools of servers are called through one tool, which no list of tools withholds. */
const callsServers = 'use_tool';
const everyServer: Pick<ServerGrant, 'server' | 'tool'> = { server: '*', tool: null };

const listed = toolsInList({
  purposes: named,
  // Skills are read like any other file.
  lacks: ['use-skill'],
  serversOf,
  calleesOf,
});

function serversOf(
  { all, denied: removed, always: given, unverified }: Tools,
  { fields }: JudgedTools,
): readonly ServerGrant[] {
  const isHeld = all ? !removed.includes(callsServers) : given.includes(callsServers);
  if (!isHeld) return [{ ...everyServer, action: 'deny' }];
  return [
    ...inherited(
      fields.find(({ key, outcome }) => key === 'mcpInheritance' && outcome === 'kept')?.value,
      all,
    ),
    ...unverified.flatMap(serverIn),
  ];
}

/** The servers of the session. Without a list of tools, all of them are those of any agent. */
function inherited(value: Value | undefined, all: boolean): readonly ServerGrant[] {
  const every: readonly ServerGrant[] = all ? [] : [{ ...everyServer, action: 'allow' }];
  if (textOf(value)?.toLowerCase() === 'none') return [{ ...everyServer, action: 'deny' }];
  if (value?.kind !== 'map') return every;
  const grants = (key: string, action: ServerGrant['action']): readonly ServerGrant[] => {
    const names = entryOf(value.entries, key)?.value;
    const items = names?.kind === 'list' ? names.items : [];
    return items.flatMap((item) => {
      const server = textOf(item);
      return server === undefined ? [] : [{ server, tool: null, action }];
    });
  };
  if (!entryOf(value.entries, 'named')) return [...every, ...grants('except', 'deny')];
  return [{ ...everyServer, action: 'deny' }, ...grants('named', 'allow')];
}

/** `mcp__server__tool`. */
function serverIn(name: string): readonly ServerGrant[] {
  const [, server, tool] = /^mcp__((?:(?!__).)+)(?:__(.+))?$/s.exec(name) ?? [];
  return server === undefined ? [] : [{ server, tool: tool ?? null, action: 'allow' }];
}

/** The agents in `Task(a)`; null where a plain name allows all of them. */
function calleesOf({ tools }: JudgedTools): readonly string[] | null {
  const names = tools.filter((one) => one.outcome === 'granted' && one.names.includes('task'));
  const limited = names.flatMap(({ written }) => /^\w+\((.*)\)$/s.exec(written)?.[1]?.trim() ?? []);
  return limited.length === 0 || limited.length < names.length ? null : limited;
}

const plainWord = (word: string): string => word.toLowerCase().replaceAll(/[^a-z]/g, '');

function toolsOf(verdict: JudgedTools): SharedTools {
  const shared = listed(verdict);
  const purposes = { ...shared.purposes };
  for (const [key, limits] of Object.entries(limitsOf)) {
    const field = verdict.fields.find((one) => one.key === key && one.outcome === 'kept');
    const word = plainWord(textOf(field?.value) ?? '');
    const limit = Object.hasOwn(limits, word) ? limits[word] : undefined;
    for (const purpose of limit?.purposes ?? [])
      if ((purposes[purpose] ?? allowed).action === 'allow' || limit?.grant === denied)
        purposes[purpose] = limit?.grant ?? denied;
  }
  return { ...shared, purposes };
}

/** Whether a mode holds as a limit was not measured, so none is written. */
const form: ToolListForm = {
  key: 'tools',
  form: 'flow',
  names: Object.entries(named).map(([name, grants]) => ({ name, grants })),
  denials: {
    key: 'disallowedTools',
    names: {
      // No agent starts that can change files but not read them.
      'read-file': ['read_file', 'search_replace'],
      'list-folder': ['list_dir'],
      'find-files': ['list_dir'],
      'search-text': ['grep'],
      'create-file': ['write', 'search_replace', ...media],
      'change-file': ['search_replace'],
      'run-command': ['run_terminal_cmd', 'monitor', ...scheduling],
      'fetch-page': ['web_fetch'],
      'search-web': ['web_search'],
      'track-todos': ['todo_write'],
      delegate: ['task', 'workflow'],
      'ask-person': ['ask_user_question'],
    },
  },
  server: () => null,
};

const isEvery = ({ server, tool }: ServerGrant): boolean =>
  server === everyServer.server && tool === null;

/** An agent with a list still has the tools of all servers, and one with an empty list has every tool. */
function writeTools(shared: SharedTools, isWide: IsWide): WrittenTools {
  const { fields, inexact } = writeToolList(shared, isWide, form);
  const namesOf = (key: string): readonly string[] | undefined => {
    const value = fields.find((one) => one.key === key)?.value;
    return value?.kind === 'names' ? value.names : undefined;
  };
  const own = namesOf('tools');
  const { servers } = shared;
  const every = servers.find(isEvery)?.action;
  const hasServers =
    own === undefined ? every !== 'deny' : every === 'allow' && servers.length === 1;
  const tools = own?.length === 0 ? [leastTool] : own;
  const without = [
    ...(own?.length === 0 ? [leastTool] : []),
    ...(namesOf('disallowedTools') ?? []),
    ...(hasServers ? [] : always),
  ];
  return {
    fields: [
      ...(tools ? [listOf('tools', tools)] : []),
      ...(without.length > 0 ? [listOf('disallowedTools', without)] : []),
    ],
    inexact: inexact.filter(({ part }) => !(hasServers && part === everyServer.server)),
  };
}

/** Listed and removed again where an agent has no tools. */
const leastTool = 'read_file';

const listOf = (key: string, names: readonly string[]): WrittenField => ({
  key,
  value: { kind: 'names', names: [...new Set(names)], form: 'flow' },
});

const declared: HostConversion = {
  toolsOf,
  writeTools,
  toolFields: ['permissionMode', 'capabilityMode', 'mcpInheritance', 'injectDefaultTools'],
  modes: {
    permissionMode: (word) => limitsOf['permissionMode']?.[plainWord(word)]?.grant.action,
  },
  harmless: [
    ...['kill_task', 'get_task_output', 'wait_tasks', 'scheduler_delete', 'scheduler_list'],
    ...['search_tool', 'use_tool', 'enter_plan_mode', 'exit_plan_mode', 'update_goal', 'lsp'],
  ],
  fields: { turns: 'maxTurns', effort: 'effort', skills: 'skills' },
  guards: {
    hooks: ['PreToolUse'],
    isolation: null,
    toolOverrides: ['webSearch', 'xSearch'],
  },
  servers: { field: 'mcpServers', file: '.grok/config.toml', key: 'mcp_servers' },
  // The models depend on the account.
  readModel: () => null,
  writeModel: () => null,
  invocation: 'none',
};

export const conversion = (): HostConversion => declared;
