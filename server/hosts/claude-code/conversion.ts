// What conversions from and to Claude Code need to know.

import { splitNames } from '../../agent/name-tokens';
import { textOf } from '../../yaml/value';
import { toolsInList } from '../judge/tools/listed-tools';
import { controlled, limitedByMode } from '../judge/tools/mode-limit';
import { serverGrants } from '../judge/tools/server-grants';
import { formIn, type ToolListForm, writeToolList } from '../judge/tools/write-tool-list';
import type {
  Grant,
  GrantException,
  HostConversion,
  JudgedTools,
  SharedModel,
  SharedTools,
} from '../model/conversion';
import type { ToolVerdict } from '../model/persona';
import type { ToolPurpose } from '../model/tool-purposes';
import { namesToDeny, purposesByTool } from '../model/tools';
import { models } from './models';
import { delegateTool, searchTools, servers, tools } from './tools';

const purposes = purposesByTool(tools);

const actionByMode: Readonly<Record<string, Grant['action']>> = {
  plan: 'deny',
  // What would require asking is refused, and only the settings of the session decide what does not.
  dontAsk: 'deny',
  default: 'ask',
  manual: 'ask',
  auto: 'ask',
};

const listed = toolsInList({
  purposes,
  lacks: ['track-todos', 'ask-person'],
  // The host replaces these by the shell, which does the same. What only a field adds for its own use is not the agent's.
  grantedIn: ({ granted }, { tools }) => [
    ...granted.filter((name) => tools.some((one) => isGranted(one, name))),
    ...tools.flatMap(({ why, written }) =>
      why === 'replaced' && searchTools.includes(written) ? [written] : [],
    ),
  ],
  serversOf: (granted) => serverGrants(granted, servers),
  calleesOf,
});

const isGranted = ({ outcome, names }: ToolVerdict, name: string): boolean =>
  outcome === 'granted' && names.includes(name);

function toolsOf(verdict: JudgedTools): SharedTools {
  const { fields } = verdict;
  const mode = fields.find(({ key, outcome }) => key === 'permissionMode' && outcome === 'kept');
  const action = mode?.field?.noEffect ? undefined : actionByMode[textOf(mode?.value) ?? ''];
  return { ...limitedByMode(listed(verdict), action), intended: intendedIn(verdict) };
}

/** The commands and paths in parentheses, which the host ignores. */
function intendedIn({ tools }: JudgedTools): NonNullable<SharedTools['intended']> {
  const patterns: Partial<Record<ToolPurpose, GrantException[]>> = {};
  for (const { written, names, wider, outcome } of tools) {
    const [, argument] = /^\w+\((.+)\)$/s.exec(written) ?? [];
    const [purpose] = purposes[names[0] ?? ''] ?? [];
    if (wider === undefined || outcome !== 'granted' || !argument || !purpose) continue;
    const pattern = argument.trim().replace(/:\*$/, ' *');
    patterns[purpose] = [...(patterns[purpose] ?? []), { pattern, action: 'allow' }];
  }
  // A plain name next to the limited ones grants everything anyway.
  for (const { written } of tools)
    for (const purpose of purposes[written] ?? []) delete patterns[purpose];
  return patterns;
}

/** The agents in `Agent(a, b)`; null where a plain name allows all of them. */
function calleesOf({ tools }: JudgedTools): readonly string[] | null {
  const names = tools.filter(
    (one) => one.outcome === 'granted' && one.names.includes(delegateTool),
  );
  const limited = names.flatMap(({ written }) => /^\w+\((.*)\)$/s.exec(written)?.[1] ?? []);
  if (limited.length === 0 || limited.length < names.length) return null;
  const listed = limited.flatMap((one) => splitNames(one, ', ').map(({ text }) => text));
  return listed.length === 0 || listed.includes('*') ? null : listed;
}

const form: ToolListForm = {
  key: 'tools',
  form: 'comma',
  names: Object.entries(purposes).map(([name, grants]) => ({ name, grants })),
  denials: {
    key: 'disallowedTools',
    names: {
      ...namesToDeny(purposes),
      // These two create folders and start sessions without the shell.
      'run-command': ['Bash', 'EnterWorktree', 'CronCreate'],
      delegate: ['Agent', 'SendMessage'],
    },
  },
  asking: {
    purposes: controlled,
    field: { key: 'permissionMode', value: { kind: 'text', text: 'default' } },
  },
  server: (server, tool) =>
    /^(?:(?!__)[^\s,*()])+$/.test(server) && (tool === null || /^[^\s,*()]+$/.test(tool))
      ? `mcp__${server}${tool === null ? '' : `__${tool}`}`
      : null,
  callees: (names) =>
    names.length > 0 && names.every((name) => /^[^\s,()]+$/.test(name))
      ? { name: `${delegateTool}(${names.join(', ')})` }
      : {},
};

const families = ['sonnet', 'opus', 'haiku', 'fable'];

function readModel(written: string): SharedModel | null {
  const { outcome, effective } = models.resolve(written);
  const alias = written.trim().toLowerCase();
  if (outcome === 'inherits' || outcome === 'foreign' || effective === null) return null;
  if (outcome === 'alias')
    return {
      provider: 'anthropic',
      alias: families.find((one) => alias.startsWith(one)) ?? alias,
      id: null,
    };
  const id = effective.replace(/-\d{8}$/, '').replace(/-(\d+)-(\d{1,2})$/, '-$1.$2');
  return { provider: 'anthropic', alias: null, id };
}

function writeModel({ provider, alias, id }: SharedModel): string | null {
  if (provider !== null && provider !== 'anthropic' && provider !== 'github-copilot') return null;
  if (alias !== null) return families.includes(alias) ? alias : null;
  if (id === null || !id.startsWith('claude-')) return null;
  const own = id.replace('.', '-');
  if (models.resolve(own).outcome === 'known') return own;
  return families.find((family) => id.includes(family)) ?? null;
}

const declared: HostConversion = {
  toolsOf,
  writeTools: (tools, isWide, catalog) => writeToolList(tools, isWide, formIn(catalog, form)),
  toolFields: ['permissionMode'],
  modes: { permissionMode: (word) => (word === 'auto' ? 'check' : actionByMode[word]) },
  harmless: [
    ...['TaskStop', 'ExitWorktree', 'CronDelete', 'CronList', 'ListAgents', 'ReportFindings'],
    ...['ExitPlanMode', 'Monitor'],
  ],
  fields: { turns: 'maxTurns', effort: 'effort', skills: 'skills' },
  guards: { hooks: ['PreToolUse', 'PermissionRequest'], isolation: null },
  servers: { field: 'mcpServers', file: '.mcp.json', key: 'mcpServers' },
  readModel,
  writeModel,
  invocation: 'none',
};

export const conversion = (): HostConversion => declared;
