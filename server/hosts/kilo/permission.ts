// What may be written in the field `permission` of Kilo: the keys of OpenCode and some more, and nothing at all.
import type { Value } from '../../agent/value';
import { check } from '../check';
import type { FieldJudgement, Otherwise } from '../host';
import {
  beyondTools as beyondInherited,
  permissionKeys as inherited,
  permissionTypeWith,
  ruled,
} from '../opencode/permission';

export const permissionType = permissionTypeWith({
  ...inherited,
  agent_manager: ruled('Running other sessions, inside the VS Code extension.'),
  notebook_read: ruled('Reading notebooks, inside the VS Code extension.'),
  notebook_edit: ruled('Changing notebooks, inside the VS Code extension.'),
  notebook_execute: ruled('Running notebooks, inside the VS Code extension.'),
  markdown_source: ruled(
    'Which linked folders of agents are read. Counts in the global configuration only.',
  ),
});

/** Keys that no offered tool is named after, and that decide something. */
export const beyondTools: ReadonlySet<string> = new Set([
  ...beyondInherited,
  'agent_manager',
  'browser_open',
  'markdown_source',
  'notebook_edit',
  'notebook_execute',
  'notebook_read',
  'recall',
  'repo_clone',
  'repo_overview',
  'sandbox_escalation',
  'semantic_search',
]);

const noRule: Otherwise = { fate: 'coerced', effect: '{host} makes no rule of an empty action.' };

/** An empty action is accepted and makes no rule; it also undoes what `tools` says of the same name. */
export const judgePermission =
  (refusal: Otherwise) =>
  (value: Value): FieldJudgement | null => {
    const { problems } = check(permissionType, value);
    const wrong = problems.filter((problem) => problem.value.kind !== 'null');
    if (problems.length === 0) return null;
    return wrong.length > 0
      ? { fate: refusal.fate, problems: wrong, otherwise: refusal }
      : { fate: noRule.fate, problems, otherwise: noRule };
  };
