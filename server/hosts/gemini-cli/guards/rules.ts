// The rules that the settings of Gemini CLI make, from the one with the highest precedence.
import type { Sentence } from '../../../text/message';
import { type Entry, entryOf, isFalsy, textOf, type Value, valueAtKey } from '../../../yaml/value';
import { namesIn } from '../../judge/settings-texts';
import type { DecidingRule, ToolCall } from '../../model/guards';
import type { Action } from '../../model/permission-evaluator';
import { settingIn } from '../settings/used';
import { beginsWith } from './commands';
import { confirmedName, isNamed, nameIn, servedTool, shell } from './names';

export interface Rule {
  readonly action: Action;
  readonly why: Sentence;
  readonly by: DecidingRule;
  readonly matches: (call: ToolCall) => boolean;
  /** For some commands only. */
  readonly hasPattern: boolean;
  /** It does not count in the mode "plan". */
  readonly isNotForPlans: boolean;
}

/** The list `tools.exclude` and the lists of servers decide before these. */
export function rulesIn(file: string, settings: readonly Entry[]): readonly Rule[] {
  const rule = (written: Value, text: string, action: Action): Pick<Rule, 'action' | 'by'> => ({
    action,
    by: { file, start: written.span.start, text, list: action },
  });
  const confirmed = namesIn(settingIn(settings, 'tools', 'confirmationRequired')).map(
    (written): Rule => ({
      ...rule(written, textOf(written) ?? '', 'ask'),
      why: '{host} asks about tools of the list "tools.confirmationRequired".',
      matches: (call) => isNamed(confirmedName(textOf(written) ?? ''), call),
      ...{ hasPattern: false, isNotForPlans: false },
    }),
  );
  const core = settingIn(settings, 'tools', 'core');
  return [
    ...confirmed,
    ...namedBy('allowed'),
    ...namedBy('core'),
    ...(core?.kind === 'list' ? [restOf(core)] : []),
    ...trustedServers(),
    ...namesIn(settingIn(settings, 'mcp', 'allowed')).map((written) =>
      ofServer(written, 'allowed'),
    ),
  ];

  /** The names of a list, and that no other command of a shell is made where a name of `tools.allowed` is for some commands. */
  function namedBy(list: 'allowed' | 'core'): readonly Rule[] {
    const names = namesIn(settingIn(settings, 'tools', list));
    const isNotForPlans = list === 'core';
    const named = names.flatMap((written): readonly Rule[] => {
      const { tool, words } = nameIn(textOf(written) ?? '');
      if (words === '') return [];
      return [
        {
          ...rule(written, textOf(written) ?? '', 'allow'),
          why:
            list === 'core'
              ? 'The list "tools.core" names it, so {host} does not ask.'
              : 'A rule allows it, so {host} does not ask.',
          matches: (call) =>
            isNamed(tool, call) && (words === null || beginsWith(call.subject, words)),
          ...{ hasPattern: words !== null, isNotForPlans },
        },
      ];
    });
    const limiting = names.find((written) => nameIn(textOf(written) ?? '').words !== null);
    if (!limiting || list === 'core') return named;
    return [
      ...named,
      {
        ...rule(limiting, textOf(limiting) ?? '', 'deny'),
        why: 'The list "tools.allowed" names commands. {host} then makes no others.',
        matches: ({ tool }) => tool === shell,
        ...{ hasPattern: false, isNotForPlans },
      },
    ];
  }

  function restOf(core: Value): Rule {
    const names = namesIn(core).flatMap((name) => textOf(name) ?? []);
    return {
      ...rule(core, names.join(', '), 'deny'),
      why: 'Where there is a list "tools.core", {host} makes no call that it does not name.',
      matches: () => true,
      ...{ hasPattern: false, isNotForPlans: true },
    };
  }

  function trustedServers(): readonly Rule[] {
    const servers = entryOf(settings, 'mcpServers')?.value;
    return (servers?.kind === 'map' ? servers.entries : []).flatMap(({ key: name, value }) => {
      const trust = valueAtKey(value, 'trust');
      return trust && !isFalsy(trust) ? [ofServer(trust, 'trust', name)] : [];
    });
  }

  function ofServer(written: Value, why: 'trust' | 'allowed', name = textOf(written) ?? ''): Rule {
    return {
      ...rule(written, name, 'allow'),
      why:
        why === 'trust'
          ? '{host} asks about no tool of a server with "trust".'
          : '{host} asks about no tool of a server of the list "mcp.allowed".',
      matches: ({ tool }) => servedTool(tool)?.server === name,
      ...{ hasPattern: false, isNotForPlans: true },
    };
  }
}
