// What each host would send if a user called a skill or command, without running anything.
import { argumentNames, type SentText, sentText } from '../../hosts/judge/skills/sent-text';
import { bodyLanguageAt, callOf } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import type { StartCard } from '../../protocol/protocol';
import { type Message, t } from '../../text/message';
import type { View } from '../view/view';
import { commandOfCall, editorOfCall } from './start';

export interface Call {
  readonly verdict: Verdict;
  /** What the host sends; null where it sends nothing, or where that is not known. */
  readonly sent: SentText | null;
  /** Why nothing is shown, or what the host runs and attaches: whole sentences. */
  readonly notes: readonly Message[];
  /** The command line that starts a session with this call; null where none is known. */
  readonly command: string | null;
  /** The command of the editor that writes this call into its chat; null where the host is no editor. */
  readonly editor: StartCard['editor'];
}

/** One for each host that reads the file. @param typed a call such as `/deploy staging`, or its arguments alone. */
export function callsOf(view: View, typed: string): readonly Call[] {
  const verdicts = view.ranked();
  const calls = verdicts.flatMap(({ skill, place }) =>
    skill ? [callOf(place, skill.id), `/${skill.id}`] : [],
  );
  return verdicts.map((verdict) => callIn(verdict, argumentsIn(typed.trim(), calls)));
}

/** @param calls by which hosts know the file: a program may call it by another name than the one that was typed. */
function argumentsIn(typed: string, calls: readonly string[]): string {
  const isCall = (call: string): boolean =>
    typed.startsWith(call) && /^\s|^$/.test(typed.slice(call.length));
  const [call = ''] = calls.filter(isCall).sort((a, b) => b.length - a.length);
  return typed.slice(call.length).trim();
}

function callIn(verdict: Verdict, typed: string): Call {
  const { skill, agent, fields, place } = verdict;
  const host = place.host.name;
  const started = {
    command: commandOfCall(verdict, typed),
    editor: editorOfCall(verdict, typed),
  };
  const none = (note: Message): Call => ({ verdict, sent: null, notes: [note], ...started });
  if (!skill || !agent) return none(t('{host} does not load the file.', { host }));
  if (skill.userInvocable === false) return none(t('Users cannot call it in {host}.', { host }));
  const language = bodyLanguageAt(place);
  if (!language) return none(t('It is not known what {host} sends.', { host }));
  const sent = sentText(agent.prompt.text, typed, language, argumentNames(fields, language));
  if (!sent) return none(t('It is not known what {host} sends for these arguments.', { host }));
  const { commands, files } = sent;
  return {
    verdict,
    sent,
    ...started,
    notes: [
      ...(commands.length === 0
        ? []
        : [
            language.shell?.asks
              ? t('{host} runs the commands first, if the permission rules allow it.', { host })
              : t('{host} runs the commands first, without asking.', { host }),
          ]),
      ...(files.length === 0 ? [] : [t('{host} attaches the files that exist.', { host })]),
    ],
  };
}
