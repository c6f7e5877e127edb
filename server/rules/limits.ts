// Fields that say what an agent may not do: where one of them is lost, the agent may do more than its author wrote.
import type { Field } from '../hosts/host';
import type { Verdict } from '../hosts/verdict';

/** The field may say what an agent may not do. */
export const isLimit = (field: Field | undefined): boolean =>
  field?.role === 'tools' ||
  field?.role === 'denied-tools' ||
  field?.role === 'permission' ||
  field?.governs === 'permission';

/** Whether one of these is a limit in the host, if it were read there. */
export const someLimit = (keys: readonly string[], { dialect }: Verdict): boolean =>
  keys.some((key) => Object.hasOwn(dialect.fields, key) && isLimit(dialect.fields[key]));
