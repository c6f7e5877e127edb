// How a person starts a conversation with an agent: in a terminal, or in the editor that is its host.
import type { Persona } from '../hosts/model/persona';
import type { Verdict } from '../hosts/model/verdict';
import type { StartCard } from '../protocol';

/** Null where the host declares no way, or the agent cannot be started by a person. */
export function startCard({ place, runs }: Verdict, persona: Persona): StartCard | null {
  const { start } = place.host;
  if (!start || runs === false || !(persona.userInvocable || start.isForHidden)) return null;
  if (start.exceptMode !== undefined && persona.mode === start.exceptMode) return null;
  const { command, editor } = start;
  const word = shellWord(persona.id);
  return {
    command: word === null ? null : (command?.replace('{agent}', () => word) ?? null),
    editor: editor
      ? { command: editor.command, argument: { [editor.argument]: persona.name } }
      : null,
  };
}

/**
 * The name as one word of a command line. Null for a name that a program would read as an option, or that a shell could split or
 * run in spite of quotes.
 */
function shellWord(name: string): string | null {
  if (/^[\w.:@/][\w.:@/-]*$/.test(name)) return name;
  return /^-|['\p{Cc}\p{Zl}\p{Zp}]/u.test(name) ? null : `'${name}'`;
}
