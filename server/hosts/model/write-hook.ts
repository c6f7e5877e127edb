// How a program runs a command after its model has written files, and what of the command's output reaches the model.
import type { Evidence } from './evidence';

/** What a program passes to a hook: JSON on standard input. */
export type HookInput = Readonly<Record<string, unknown>>;

export interface WriteHook {
  /** The paths of the files that were written, absolute or relative to the session's folder; null where another program asks. */
  readonly written: (input: HookInput) => readonly string[] | null;
  /** The output by which the model reads the text with the result of its tool. */
  readonly context: (text: string, input: HookInput) => object;
  readonly evidence: Evidence;
}

/** The output that refuses the change of the model. The same in all programs. */
export const refusal = (reason: string): object => ({ decision: 'block', reason });

/** The form in which most programs read context: under the name of the event. */
export const contextOfEvent = (text: string, input: HookInput): object => ({
  hookSpecificOutput: { hookEventName: input['hook_event_name'], additionalContext: text },
});

/** The value as a map; an empty one for anything else. */
export const mapIn = (value: unknown): HookInput =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as HookInput) : {};

/** Null unless the event and the tool are these, else what is written at `path` of the tool's input. */
export function pathOfTool(
  input: HookInput,
  event: string,
  tools: readonly string[],
  path: string,
): readonly string[] | null {
  if (input['hook_event_name'] !== event || !tools.includes(String(input['tool_name'])))
    return null;
  const written = mapIn(input['tool_input'])[path];
  return typeof written === 'string' ? [written] : null;
}
