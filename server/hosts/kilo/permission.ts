// The type of the field `permission` in Kilo: the keys of OpenCode and some more; actions may be empty.
import type { Value } from '../../yaml/value';
import { check } from '../judge/check';
import type { Consequence, CustomCheckResult } from '../model/field';
import {
  beyondTools as beyondInherited,
  permissionKeys as inherited,
  permissionTypeWith,
  ruled,
} from '../opencode/permission';

export const permissionType = permissionTypeWith({
  ...inherited,
  agent_manager: ruled('Running other sessions in the VS Code extension.'),
  notebook_read: ruled('Reading notebooks in the VS Code extension.'),
  notebook_edit: ruled('Editing notebooks in the VS Code extension.'),
  notebook_execute: ruled('Running notebooks in the VS Code extension.'),
  markdown_source: ruled(
    'Reading agents from linked folders. Applies only in the global configuration.',
  ),
});

/** Keys without an offered tool of the same name that have an effect nevertheless. */
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

const noRule: Consequence = {
  outcome: 'coerced',
  effect: '{host} creates no rule for an empty action.',
};

/** An empty action is accepted and creates no rule; it also removes the rule that `tools` sets for the same name. */
export const judgePermission =
  (refusal: Consequence) =>
  (value: Value): CustomCheckResult | null => {
    const { problems } = check(permissionType, value);
    const wrong = problems.filter((problem) => problem.value.kind !== 'null');
    if (problems.length === 0) return null;
    return wrong.length > 0
      ? { outcome: refusal.outcome, problems: wrong, otherwise: refusal }
      : { outcome: noRule.outcome, problems, otherwise: noRule };
  };
