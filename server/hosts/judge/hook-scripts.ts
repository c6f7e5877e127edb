// The scripts that hooks run. Only a command that begins with a script counts, given by its path in the project.
import type { Sentence } from '../../text/message';
import { type Span, slice } from '../../text/span';
import type { StringValue } from '../../yaml/value';
import type { HookScripts } from '../model/settings';

/** What does not find a missing script: the shell, or an interpreter, by the exit code with which it then ends. */
export type Runner = 'shell' | 'ends-with-1' | 'ends-with-2';

export interface HookScript {
  /** Relative to the folder of the project, without `./`. */
  readonly path: string;
  readonly span: Span;
  readonly runner: Runner;
  /** The system runs the script, which has to be executable. */
  readonly isDirect: boolean;
}

/**
 * Variables, an optional interpreter, the folder of the project (also as Git prints it), and a path of plain characters. Not with `sh`, whose
 * exit code for a missing file depends on the system.
 */
const form =
  /^\s*(?:[A-Za-z_]\w*=[\w./:@%+-]*\s+)*(?:(?:(?<shell>(?:ba|z)sh)|(?<one>node|bun(?:\s+run)?|tsx|deno\s+run)|(?<two>python3?|uv\s+run))\s+(?:(?:-u|-A|--allow-[a-z]+)\s+)*)?(?<open>")?(?:\$(?:\{(?<braced>\w+)\}|(?<plain>\w+)|(?<top>\(git rev-parse --show-toplevel\)))(?<close>")?\/|(?<here>\.\/))?(?<path>[\w@.+-]+(?:\/[\w@.+-]+)*)(?<end>")?(?=[\s;&|]|$)/;

/** Folders that are not part of a checkout: it is unknown whether a file in them is missing. */
const generated = /^(?:node_modules|\.?venv|dist|build|target|out)\/|(?:^|\/)\.\.(?:\/|$)/;

/**
 * Null where the command runs no script whose place is known.
 * @param folders the variables that the program sets to the folder of the project
 */
export function scriptOf(
  text: string,
  { text: command, span }: StringValue,
  folders: readonly string[],
): HookScript | null {
  const groups = form.exec(command)?.groups ?? {};
  const { shell, one, two, open, close, end, braced, plain, top, here, path = '' } = groups;
  const variable = braced ?? plain;
  if (path === '' || generated.test(path)) return null;
  // A path in quotes may contain spaces.
  if ((open === undefined) !== ((close ?? end) === undefined)) return null;
  if (
    variable === undefined
      ? (top ?? here) === undefined && !path.includes('/')
      : !folders.includes(variable)
  )
    return null;
  // Quotes around the variable may be written as escapes, but the path is plain.
  const at = slice(text, span).indexOf(path);
  if (at < 0) return null;
  const start = span.start + at;
  return {
    ...{ path, span: { start, end: start + path.length } },
    runner: one !== undefined ? 'ends-with-1' : two !== undefined ? 'ends-with-2' : 'shell',
    isDirect: (shell ?? one ?? two) === undefined,
  };
}

const continues = '{host} continues without this hook.';

/**
 * What a program does that blocks a call for the exit code 2 of a hook, and continues for any other.
 * @param guard the event before a call
 * @param others the events at which it continues, as recorded
 * @param withTwo the same for the exit code 2: the event before a prompt, which it then blocks, and those at which it continues
 * @param repeats the event at the end of a turn, after which it then asks the model again
 */
export const failedScripts = (
  guard: string,
  others: readonly string[],
  withTwo: { readonly prompt: string; readonly others: readonly string[] },
  repeats?: string,
): Pick<HookScripts, 'failed' | 'failedInPython'> => ({
  failed: { [guard]: '{host} then makes each call without this check.', ...all(others) },
  failedInPython: {
    [guard]:
      '{host} then blocks each call that the hook is for, because the interpreter ends with the exit code 2.',
    [withTwo.prompt]:
      '{host} then blocks each prompt, because the interpreter ends with the exit code 2.',
    ...all(withTwo.others),
    ...(repeats !== undefined && {
      [repeats]:
        '{host} then asks the model again instead of ending the turn, because the interpreter ends with the exit code 2.',
    }),
  },
});

const all = (events: readonly string[]): Readonly<Record<string, Sentence>> =>
  Object.fromEntries(events.map((event) => [event, continues]));
