// The rules of settings files that take a tool from every agent of a project.
import { rootOfJson } from '../../agent/json-root';
import type { SettingsRule, SettingsText, ToolSettings } from '../model/tool-settings';
import { ran } from './evidence';
import { brokenGuardIn, isStrictJson, valueAt } from './hooks-file';

/** A tool, perhaps with `*` in its name or as its argument. With another argument, the rule denies only some uses of the tool. */
const wholeTool = /^([A-Za-z][\w*-]*)(?:\(\*\))?$/;

/** Without these, Claude Code calls no agent, so nothing is known of what one would have. */
const callers = ['Agent', 'Task'];

export const toolSettings: ToolSettings = {
  files: ['.claude/settings.json', '.claude/settings.local.json'],
  rulesIn: (texts) => texts.flatMap(rulesOf),
  evidence: ran,
};

function rulesOf({ file, text }: SettingsText): readonly SettingsRule[] {
  const root = isStrictJson(text) ? rootOfJson(text) : null;
  const hooks = root ? valueAt(root, 'hooks') : undefined;
  // One invalid hook makes Claude Code ignore the whole file.
  if (!root || (hooks && brokenGuardIn(hooks) !== null)) return [];
  const rules = valueAt(root, 'permissions', 'deny');
  if (rules?.kind !== 'list') return [];
  return rules.items.flatMap((item) => {
    const name = item.kind === 'text' ? wholeTool.exec(item.text)?.[1] : undefined;
    return name === undefined || callers.includes(name)
      ? []
      : [{ file, start: item.span.start, name, pattern: '*', action: 'deny' }];
  });
}
