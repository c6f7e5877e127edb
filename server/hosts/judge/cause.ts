// Which part of a file prevents its agent from loading.
import type { Verdict } from '../model/verdict';

/** The key of the field, or the reason in words: `color`, `no description`, `yaml`. Empty where nothing prevents loading. */
export function causeOf({ fields, missing, reason }: Verdict): string {
  const fatal = fields.find((field) => field.otherwise?.file !== undefined);
  if (fatal) return fatal.key;
  const [absent] = missing;
  if (absent && (reason === 'name' || reason === 'description' || reason === 'field'))
    return `no ${absent.key}`;
  return reason === null ? '' : reason.replaceAll('-', ' ');
}
