// What conversions from and to Kimi Code need to know.
import { splitNames } from '../../agent/name-tokens';
import { textOf } from '../../yaml/value';
import { toolsInList } from '../judge/tools/listed-tools';
import { serverGrants } from '../judge/tools/server-grants';
import { formIn, type ToolListForm, writeToolList } from '../judge/tools/write-tool-list';
import type {
  HostConversion,
  IsWide,
  JudgedTools,
  SharedTools,
  WrittenField,
  WrittenTools,
} from '../model/conversion';
import type { ToolPurpose } from '../model/tool-purposes';
import { namesToDeny, purposesByTool, type ToolCatalog } from '../model/tools';
import { servers, tools } from './tools';

const purposes = purposesByTool(tools);

/** The tools that an agent must not have where a purpose is denied. */
const denials: Readonly<Partial<Record<ToolPurpose, readonly string[]>>> = {
  ...namesToDeny(purposes),
  'read-file': ['Read', 'ReadMediaFile'],
};

/** The agents in `subagents`; null where it is absent or stands for all of them. */
function calleesOf({ fields }: JudgedTools): readonly string[] | null {
  const value = fields.find(({ key, outcome }) => key === 'subagents' && outcome === 'kept')?.value;
  if (value?.kind !== 'text' && value?.kind !== 'list') return null;
  const names = (
    value.kind === 'text'
      ? splitNames(value.text, ',').map(({ text }) => text)
      : value.items.flatMap((item) => textOf(item) ?? [])
  ).map((name) => name.trim());
  return names.length === 1 && names[0] === '*' ? null : names;
}

const toolsOf = toolsInList({
  purposes,
  lacks: [],
  serversOf: (granted) => serverGrants(granted, servers),
  calleesOf,
});

/** The characters that the program keeps in the name of a tool. */
const isWritable = (part: string): boolean => /^(?:(?!__)[\w-])+$/.test(part);

/** The program cuts longer names and adds a hash. */
const longestName = 64;

const form: ToolListForm = {
  key: 'tools',
  form: 'flow',
  names: Object.entries(purposes).map(([name, grants]) => ({ name, grants })),
  denials: { key: 'disallowedTools', names: denials },
  server: (server, tool) => {
    const name = `mcp__${server}__${tool ?? '*'}`;
    const isExact = isWritable(server) && (tool === null || isWritable(tool));
    return isExact && name.length <= longestName ? name : null;
  },
  callees: (names) => ({
    field: { key: 'subagents', value: { kind: 'names', names, form: 'flow' } },
  }),
};

/** Without the field, an agent may call only the built-in agents. */
const everyAgent: WrittenField = {
  key: 'subagents',
  value: { kind: 'names', names: ['*'], form: 'flow' },
};

function writeTools(shared: SharedTools, isWide: IsWide, catalog: ToolCatalog): WrittenTools {
  const { fields, inexact } = writeToolList(shared, isWide, formIn(catalog, form));
  const isCaller = fields.some(
    ({ key, value }) => key === 'tools' && value.kind === 'names' && value.names.includes('Agent'),
  );
  const isLimited = shared.callees !== null;
  return { fields: isCaller && !isLimited ? [...fields, everyAgent] : fields, inexact };
}

const declared: HostConversion = {
  toolsOf,
  writeTools,
  toolFields: ['subagents'],
  harmless: [
    ...['TaskList', 'TaskOutput', 'TaskStop', 'WaitFor', 'EnterPlanMode', 'ExitPlanMode'],
    // Only the main agent may schedule prompts.
    ...['CronCreate', 'CronList', 'CronDelete', 'NotifyUser'],
  ],
  fields: {},
  guards: {},
  servers: { file: '.kimi-code/mcp.json', key: 'mcpServers' },
  // Agents have no model of their own.
  readModel: () => null,
  writeModel: () => null,
  invocation: 'none',
};

export const conversion = (): HostConversion => declared;
