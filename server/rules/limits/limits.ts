// Fields that limit what an agent may do. Without them the agent may do more than its author intended.

import type { Field } from '../../hosts/model/field';
import type { Verdict } from '../../hosts/model/verdict';
import { type Entry, entryOf, type Value } from '../../yaml/value';

/** Whether the field can limit the tools of an agent. */
export const isToolLimit = (field: Field | undefined): boolean =>
  field?.role === 'tools' || field?.role === 'denied-tools' || field?.role === 'permission';

/** Whether the field can limit an agent, by its tools or by a mode of the session. */
export const isLimit = (field: Field | undefined): boolean =>
  isToolLimit(field) || (field?.governs === 'permission' && field.onlyGrants !== true);

/**
 * Whether one of these fields would be a limit in the host, judged by its value where that is known.
 * @param written the fields of the file, as far as they can be read
 */
export const someLimit = (
  keys: readonly string[],
  { dialect }: Verdict,
  written: readonly Entry[],
): boolean =>
  keys.some((key) => {
    if (!Object.hasOwn(dialect.fields, key) || !isLimit(dialect.fields[key])) return false;
    const value = entryOf(written, key)?.value;
    // Where the rules are added to rules that allow, a value that only allows limits nothing.
    const lenient = dialect.evaluator && dialect.allowList?.named;
    return !lenient || value === undefined || limits(value, lenient);
  });

function limits(value: Value, lenient: string): boolean {
  if (value.kind === 'boolean') return !value.boolean;
  if (value.kind === 'text') return value.text !== lenient;
  return value.kind !== 'map' || value.entries.some((entry) => limits(entry.value, lenient));
}
