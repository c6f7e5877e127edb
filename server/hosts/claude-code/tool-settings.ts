// The rules of settings files that take a tool from every agent of a project.
import { entryOf } from '../../yaml/value';
import type { SettingsRule, SettingsText, ToolSettings } from '../model/tool-settings';
import { executedHere } from './evidence';
import { isApplied, rulesIn } from './settings/permissions';
import { usedSettings } from './settings/settings';

/** A tool, perhaps with `*` in its name or as its argument. With another argument, the rule denies only some uses of the tool. */
const wholeTool = /^([A-Za-z][\w*-]*)(?:\(\*\))?$/;

/** Without these, Claude Code calls no agent, so nothing is known of what one would have. */
const callers = ['Agent', 'Task'];

export const toolSettings: ToolSettings = {
  files: ['.claude/settings.json', '.claude/settings.local.json'],
  rulesIn: (texts) => texts.flatMap(rulesOf),
  evidence: executedHere,
};

function rulesOf({ file, text }: SettingsText): readonly SettingsRule[] {
  const permissions = entryOf(usedSettings(text) ?? [], 'permissions')?.value;
  return (permissions ? rulesIn(permissions, 'deny') : []).flatMap((rule) => {
    const name = rule.kind === 'text' ? wholeTool.exec(rule.text)?.[1] : undefined;
    return name === undefined || callers.includes(name) || !isApplied(rule, 'deny')
      ? []
      : [{ file, start: rule.span.start, name, pattern: '*', action: 'deny' }];
  });
}
