// Tools of the preview of OpenCode 2: those of OpenCode 1 except the ones below.

import type { ToolCatalog } from '../model/tools';
import { tools as inherited } from '../opencode/tools';
import { readHere } from './evidence';

const removed: ReadonlySet<string> = new Set(['task', 'lsp', 'plan_exit']);

export const tools: ToolCatalog = {
  ...inherited,
  tools: inherited.tools.filter(({ name }) => !removed.has(name)),
  former: [],
  translatedAs: inherited,
  evidence: readHere,
};

/**
 * Permissions without a tool of the same name that have an effect nevertheless. The release renames bash to shell and
 * task to subagent and converts the names of OpenCode 1, so none of them can be reported as wrong.
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
