// Whether the author of a skill or a command expects arguments.

import type { Outline } from '../../agent/outline';

/** Fields that name arguments. */
const argumentFields: ReadonlySet<string> = new Set(['argument-hint', 'arguments']);

/** Whether a field names arguments, or the text contains `$ARGUMENTS`. */
export const takesArguments = ({
  text,
  body,
  fields,
}: Pick<Outline, 'text' | 'body' | 'fields'>): boolean =>
  fields.some(({ key }) => argumentFields.has(key)) ||
  text.slice(body.start, body.end).includes('$ARGUMENTS');
