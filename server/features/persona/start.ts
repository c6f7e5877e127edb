// How a person starts a session with an agent, or with a call of a skill or command: in a terminal, or in the editor that is the host.
import type { Persona } from '../../hosts/model/persona';
import { callOf, startsCalls } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import type { StartCard } from '../../protocol/protocol';

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
 * run in spite of quotes: PowerShell also ends a string at a typographic quote, and cmd.exe has no single quotes.
 */
function shellWord(name: string): string | null {
  if (/^[\w.:/][\w.:@/-]*$/.test(name)) return name;
  return /^-|['\u2018-\u201b"&|<>^%!\\`\p{Cc}\p{Zl}\p{Zp}]/u.test(name) ? null : `'${name}'`;
}

/**
 * The command line that starts a session with a call. Null where the host declares none, where users cannot call it, or where a
 * shell could read the call as something else.
 * @param typed the arguments
 */
export function commandOfCall({ place, skill }: Verdict, typed: string): string | null {
  const command = skill?.userInvocable === false ? undefined : startsCalls(place)?.command;
  if (command === undefined || !skill) return null;
  const words: Readonly<Record<string, readonly string[]>> = {
    call: [`${callOf(place, skill.id)} ${typed}`.trim()],
    name: [skill.id],
    arguments: typed.split(/\s+/).filter((word) => word !== ''),
  };
  let isSafe = true;
  const line = command.replaceAll(/\{(call|name|arguments)\}/g, (_, key: string) => {
    const quoted = (words[key] ?? []).map(shellWord);
    isSafe &&= !quoted.includes(null);
    return quoted.join(' ');
  });
  return isSafe ? line.trimEnd() : null;
}

/** The command of the editor that writes the call into its chat. Null where the host is no editor, or where users cannot call it. */
export function editorOfCall({ place, skill }: Verdict, typed: string): StartCard['editor'] {
  const editor = skill?.userInvocable === false ? undefined : startsCalls(place)?.editor;
  if (!editor || !skill) return null;
  const { command, argument, others } = editor;
  return { command, argument: { ...others, [argument]: `${callOf(place, skill.id)} ${typed}` } };
}
