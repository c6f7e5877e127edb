// The answer to a call that is tried in the preview.
import { callsOf } from '../../features/persona/call';
import type { View } from '../../features/view/view';
import { callOf } from '../../hosts/model/place';
import type { CallAnswer } from '../../protocol/protocol';
import type { Untranslated } from '../../text/translated';

/** Null where no host reads the file as a skill or command. */
export function callAnswer(view: View, typed: string): Untranslated<CallAnswer> | null {
  const calls = callsOf(view, typed);
  if (calls.every(({ verdict }) => verdict.skill === undefined || verdict.skill === null))
    return null;
  return {
    calls: calls.map(({ verdict: { place, skill }, sent, notes, command, editor }) => ({
      host: place.host.id,
      hostName: place.host.name,
      call: skill ? callOf(place, skill.id) : '',
      parts: (sent?.parts ?? []).map((part) =>
        part.kind === 'text'
          ? part
          : { kind: part.kind, text: part.kind === 'output' ? part.command : part.name },
      ),
      commands: sent?.commands ?? [],
      files: sent?.files ?? [],
      notes,
      command,
      editor,
    })),
  };
}
