// The lists of settings that take a tool from every agent of a project.
import { textOf, type Value } from '../../yaml/value';
import { entriesOfJson, namesIn } from '../judge/settings-texts';
import type { SettingsRule, SettingsText, ToolSettings } from '../model/tool-settings';
import { executedHere } from './evidence';
import { covered, ruleIn } from './guards/rules';
import { keptByCore, limitedTools } from './settings/core-tools';
import { settingIn } from './settings/used';

export const toolSettings: ToolSettings = {
  files: ['.qwen/settings.json'],
  rulesIn: (texts) => texts.flatMap(rulesOf),
  evidence: executedHere,
};

function rulesOf({ file, text }: SettingsText): readonly SettingsRule[] {
  const settings = entriesOfJson(text);
  const ruleFor = (name: string, { span }: Value): SettingsRule => ({
    ...{ file, start: span.start, name, pattern: '*', action: 'deny' },
  });
  const denied = [
    ...namesIn(settingIn(settings, 'permissions', 'deny')),
    ...namesIn(settingIn(settings, 'tools', 'exclude')),
  ].flatMap((rule) => toolsOf(textOf(rule) ?? '').map((name) => ruleFor(name, rule)));
  const disabled = namesIn(settingIn(settings, 'tools', 'disabled')).map((name) =>
    ruleFor(textOf(name)?.trim() ?? '', name),
  );
  const core = settingIn(settings, 'tools', 'core');
  const names = namesIn(core).flatMap((name) => textOf(name) ?? []);
  const kept = keptByCore(names);
  const beyond =
    core && names.length > 0
      ? limitedTools.filter((id) => !kept.has(id)).map((id) => ruleFor(id, core))
      : [];
  return [...denied, ...disabled, ...beyond];
}

/** The tools of which a rule denies all calls. With a pattern, the agent keeps the tool. */
function toolsOf(rule: string): readonly string[] {
  const { tool, pattern } = ruleIn(rule) ?? {};
  if (tool === undefined || pattern !== null) return [];
  return [tool, ...(covered[tool] ?? [])];
}
