// The lists of settings that take a tool from every agent of a project.
import { textOf, type Value } from '../../yaml/value';
import { entriesOfJson, namesIn } from '../judge/settings-texts';
import type { SettingsRule, SettingsText, ToolSettings } from '../model/tool-settings';
import { executedHere } from './evidence';
import { allowsNoCommand, isExcluded, keepsTool, keptByRule, shell } from './guards/names';
import { modeIn, settingIn } from './settings/used';
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
  const allowed = settingIn(settings, 'tools', 'allowed');
  const denied =
    allowed && allowsNoCommand(textsIn(allowed))
      ? [...excluded, ruleFor(shell, allowed)]
      : excluded;
  const core = settingIn(settings, 'tools', 'core');
  if (core?.kind !== 'list') return denied;
  const names = textsIn(core);
  // Other lists may allow what this one does not name, and in the mode "plan" it denies nothing.
  const allowing = [...names, ...(allowed ? textsIn(allowed) : [])];
  const isPlan = modeIn(settings) === 'plan';
  const beyond = given.filter(
    (tool) => !keepsTool(names, tool) || !(isPlan || keptByRule(allowing, tool)),
  );
  return [...denied, ...beyond.map((tool) => ruleFor(tool, core))];
}

const textsIn = (list: Value): readonly string[] =>
  namesIn(list).flatMap((name) => textOf(name) ?? []);
