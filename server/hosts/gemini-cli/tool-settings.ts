// The lists of settings that take a tool from every agent of a project, and the mode in which agents have no shell.
import { textOf, type Value } from '../../yaml/value';
import { entriesOfJson, namesIn } from '../judge/settings-texts';
import type { SettingsRule, SettingsText, ToolSettings } from '../model/tool-settings';
import { executedHere } from './evidence';
import {
  allowsNoCommand,
  confirmedName,
  isExcluded,
  keepsTool,
  keptByRule,
  shell,
} from './guards/names';
import { modeIn, modeValue, settingIn } from './settings/used';
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

/** Those that the mode "plan" denies, whatever they are used for. */
const withoutInPlans: readonly string[] = [shell, 'enter_plan_mode'];

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
  const textsAt = (list: string): readonly string[] => textsIn(settingIn(settings, 'tools', list));
  const allowed = settingIn(settings, 'tools', 'allowed');
  const mode = modeIn(settings);
  const denied =
    allowed && allowsNoCommand(textsIn(allowed))
      ? [...excluded, ruleFor(shell, allowed)]
      : excluded;
  // Of these lists, a name counts before what a list of core tools or the mode denies.
  const named = [...textsAt('allowed'), ...textsAt('confirmationRequired').map(confirmedName)];
  const chosen = modeValue(settings);
  const inMode =
    mode === 'plan' && chosen
      ? withoutInPlans
          .filter((tool) => !keptByRule(named, tool))
          .map((tool) => ruleFor(tool, chosen))
      : [];
  const core = settingIn(settings, 'tools', 'core');
  if (core?.kind !== 'list') return [...denied, ...inMode];
  const names = textsIn(core);
  const beyond = given.filter(
    (tool) =>
      !keepsTool(names, tool) || !(mode === 'plan' || keptByRule([...names, ...named], tool)),
  );
  return [...denied, ...beyond.map((tool) => ruleFor(tool, core)), ...inMode];
}

const textsIn = (list: Value | undefined): readonly string[] =>
  namesIn(list).flatMap((name) => textOf(name) ?? []);
