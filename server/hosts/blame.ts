// What in a file costs the agent, by its key.
import type { Verdict } from './verdict';

/** A field, or the reason by its word: `color`, `no description`. Empty where nothing is to blame. */
export function blameOf({ fields, missing, reason }: Verdict): string {
  const costly = fields.find((field) => field.otherwise?.file !== undefined);
  if (costly) return costly.key;
  const [absent] = missing;
  if (absent && (reason === 'name' || reason === 'description' || reason === 'field'))
    return `no ${absent.key}`;
  return reason === null ? '' : reason.replaceAll('-', ' ');
}
