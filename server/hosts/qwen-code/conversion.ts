// What conversions from and to Qwen Code need to know.

import { textOf } from '../../yaml/value';
import { toolsInList } from '../judge/tools/listed-tools';
import { controlled, limitedByMode } from '../judge/tools/mode-limit';
import { serverGrants } from '../judge/tools/server-grants';
import { formIn, type ToolListForm, writeToolList } from '../judge/tools/write-tool-list';
import type { HostConversion, JudgedTools, SharedModel, SharedTools } from '../model/conversion';
import type { Action } from '../model/permission-evaluator';
import { namesToDeny, purposesByTool } from '../model/tools';
import { approvalOf } from './choices';
import { models } from './models';
import { servers, tools } from './tools';

const purposes = purposesByTool(tools);

const actionByMode: Readonly<Record<string, Action>> = {
  plan: 'deny',
  default: 'ask',
  auto: 'ask',
  bubble: 'ask',
};

const listed = toolsInList({
  purposes,
  lacks: ['track-todos', 'ask-person'],
  serversOf: (granted) => serverGrants(granted, servers),
});

const toolsOf = (verdict: JudgedTools): SharedTools =>
  limitedByMode(listed(verdict), actionByMode[modeOf(verdict) ?? '']);

/** The mode in `approvalMode`, or the one that `permissionMode` stands for. */
function modeOf({ fields }: JudgedTools): string | undefined {
  const kept = (key: string): string | undefined =>
    textOf(fields.find((field) => field.key === key && field.outcome === 'kept')?.value);
  return kept('approvalMode') || approvalOf[kept('permissionMode') ?? ''];
}

const isWritable = (part: string): boolean => /^(?:(?!__)[\w.-])+$/.test(part);

/** A list of allowed tools holds single tools of a server only. */
const listForm: ToolListForm = {
  key: 'tools',
  form: 'flow',
  names: Object.entries(purposes).map(([name, grants]) => ({ name, grants })),
  denials: {
    key: 'disallowedTools',
    names: namesToDeny(purposes),
  },
  asking: {
    purposes: controlled,
    field: { key: 'approvalMode', value: { kind: 'text', text: 'default' } },
  },
  server: (server, tool) =>
    tool !== null && isWritable(server) && isWritable(tool) ? `mcp__${server}__${tool}` : null,
};

/** A list of denied tools may hold whole servers. */
const denyForm: ToolListForm = {
  ...listForm,
  server: (server, tool) =>
    isWritable(server) && (tool === null || isWritable(tool))
      ? `mcp__${server}${tool === null ? '' : `__${tool}`}`
      : null,
};

/** The service is part of the name only where several offer a model. */
function readModel(written: string): SharedModel | null {
  const { outcome, effective } = models.resolve(written);
  return outcome === 'unchecked' && effective !== null && effective.startsWith('qwen')
    ? { provider: null, alias: null, id: effective }
    : null;
}

const writeModel = ({ alias, id }: SharedModel): string | null =>
  alias === null && id !== null && id.startsWith('qwen') ? id : null;

const declared: HostConversion = {
  toolsOf,
  writeTools: (tools, isWide, catalog) =>
    writeToolList(tools, isWide, formIn(catalog, tools.rest === 'allow' ? denyForm : listForm)),
  toolFields: ['approvalMode', 'permissionMode'],
  modes: {
    approvalMode: (word) => actionByMode[word],
    permissionMode: (word) => actionByMode[approvalOf[word] ?? ''],
  },
  harmless: ['tool_search', 'tool_call', 'report_findings', 'zoom_image'],
  fields: { turns: 'maxTurns' },
  guards: { hooks: ['PreToolUse', 'PermissionRequest'], executor: null, executionBackend: null },
  servers: { field: 'mcpServers', file: '.qwen/settings.json', key: 'mcpServers' },
  readModel,
  writeModel,
  invocation: 'none',
};

export const conversion = (): HostConversion => declared;
