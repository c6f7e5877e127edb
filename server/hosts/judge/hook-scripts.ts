// The scripts that hooks run. Only a command that begins with a script counts, given by its path in the project.
import { type Span, slice } from '../../text/span';
import type { StringValue } from '../../yaml/value';
import type { HookScripts } from '../model/settings';

export interface HookScript {
  /** Relative to the folder of the project, without `./`. */
  readonly path: string;
  readonly span: Span;
  /** Absent where the system runs the script directly. */
  readonly interpreter: string | undefined;
}

/**
 * An optional interpreter, the folder of the project (also as Git prints it), and a path of plain characters. Not with `sh`, whose exit code for a missing file
 * depends on the system.
 */
const form =
  /^\s*(?:(?<interpreter>(?:ba|z)sh|node|python3?)\s+)?(?:"?\$(?:\{(?<braced>\w+)\}|(?<plain>\w+)|(?<top>\(git rev-parse --show-toplevel\)))"?\/|(?<here>\.\/))?(?<path>[\w@.+-]+(?:\/[\w@.+-]+)*)(?=[\s";&|]|$)/;

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
  const { interpreter, braced, plain, top, here, path = '' } = form.exec(command)?.groups ?? {};
  const variable = braced ?? plain;
  if (path === '' || generated.test(path)) return null;
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
  return { path, span: { start, end: start + path.length }, interpreter };
}

/**
 * What a program does that blocks a call for the exit code 2 of a hook, and continues for any other.
 * @param guard the event before a call
 * @param others the events at which it continues, as recorded
 */
export const failedScripts = (
  guard: string,
  others: readonly string[],
): Pick<HookScripts, 'failed' | 'failedInPython'> => ({
  failed: {
    [guard]: '{host} then makes each call without this check.',
    ...Object.fromEntries(others.map((event) => [event, '{host} continues without this hook.'])),
  },
  failedInPython: {
    [guard]:
      '{host} then blocks each call that the hook is for, because Python ends with the exit code 2.',
  },
});
