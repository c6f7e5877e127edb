// Fields that say what an agent may not do: where one of them is lost, the agent may do more than its author wrote.
import { type Entry, entryOf, type Value } from '../agent/value';
import type { Field } from '../hosts/host';
import type { Verdict } from '../hosts/verdict';

/** The field may say which tools an agent may not use. */
export const isToolLimit = (field: Field | undefined): boolean =>
  field?.role === 'tools' || field?.role === 'denied-tools' || field?.role === 'permission';

/** The field may say what an agent may not do: with its tools, or with a mode of the session. */
export const isLimit = (field: Field | undefined): boolean =>
  isToolLimit(field) || field?.governs === 'permission';

/**
 * Whether one of these is a limit in the host, if it were read there: by its value where that tells.
 * @param written the fields as the author wrote them, as far as they can be read.
 */
export const someLimit = (
  keys: readonly string[],
  { dialect }: Verdict,
  written: readonly Entry[],
): boolean =>
  keys.some((key) => {
    if (!Object.hasOwn(dialect.fields, key) || !isLimit(dialect.fields[key])) return false;
    const value = entryOf(written, key)?.value;
    // Where rules are laid over others that allow, what only allows limits nothing.
    const lenient = dialect.weighing && dialect.allowList?.named;
    return !lenient || value === undefined || limits(value, lenient);
  });

function limits(value: Value, lenient: string): boolean {
  if (value.kind === 'boolean') return !value.boolean;
  if (value.kind === 'text') return value.text !== lenient;
  return value.kind !== 'map' || value.entries.some((entry) => limits(entry.value, lenient));
}
