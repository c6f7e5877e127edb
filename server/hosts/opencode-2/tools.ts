// Tools of the preview of OpenCode 2: those of OpenCode 1, but for the one that starts other agents.
import { tools as inherited } from '../opencode/tools';
import type { ToolCatalogue } from '../tools';
import { seen } from './evidence';

const gone: ReadonlySet<string> = new Set(['task', 'lsp', 'plan_exit']);

export const tools: ToolCatalogue = {
  ...inherited,
  tools: inherited.tools.filter(({ name }) => !gone.has(name)),
  former: [],
  evidence: seen,
};

/**
 * Permissions that no tool is named after, and that decide something. The release renames bash to shell and task to
 * subagent, and translates the names of OpenCode 1: none of them can be called wrong.
 */
export const beyondTools: ReadonlySet<string> = new Set([
  'external_directory',
  'plan_enter',
  'plan_exit',
  'shell',
  'subagent',
  'task',
  'write',
  'patch',
  'apply_patch',
]);
