// The lists of settings that take a tool from every agent of a project.
import { textOf, type Value } from '../../yaml/value';
import { entriesOfJson, namesIn } from '../judge/settings-texts';
import type { SettingsRule, SettingsText, ToolSettings } from '../model/tool-settings';
import { executedHere } from './evidence';
import { isExcluded, keepsTool, keptByRule } from './guards/names';
import { settingIn } from './settings/used';
import { tools } from './tools';

export const toolSettings: ToolSettings = {
  files: ['.gemini/settings.json'],
  rulesIn: (texts) => texts.flatMap(rulesOf),
  evidence: executedHere,
};

/** Those that an agent may have. */
const given: readonly string[] = tools.tools.flatMap(({ name, unavailable, internal }) =>
  unavailable === undefined && !internal ? [name] : [],
);

function rulesOf({ file, text }: SettingsText): readonly SettingsRule[] {
  const settings = entriesOfJson(text);
  const ruleFor = (name: string, { span }: Value): SettingsRule => ({
    ...{ file, start: span.start, name, pattern: '*', action: 'deny' },
  });
  const excluded = namesIn(settingIn(settings, 'tools', 'exclude')).flatMap((written) =>
    given
      .filter((tool) => isExcluded(textOf(written) ?? '', { tool, subject: '' }) === true)
      .map((tool) => ruleFor(tool, written)),
  );
  const core = settingIn(settings, 'tools', 'core');
  if (core?.kind !== 'list') return excluded;
  const names = namesIn(core).flatMap((name) => textOf(name) ?? []);
  const beyond = given.filter((tool) => !keepsTool(names, tool) || !keptByRule(names, tool));
  return [...excluded, ...beyond.map((tool) => ruleFor(tool, core))];
}
