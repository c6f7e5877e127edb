// Where only what is grave is told, as of files that nobody has open, rules that find nothing grave need not be asked.
import { remembered } from '../hosts/remembered';
import { rules } from './registry';
import type { Choice } from './run';

const quiet = Object.fromEntries(
  rules.flatMap((rule) => (rule.quiet ? [[rule.name, 'off'] as const] : [])),
);

/** The same choice without them. A rule that the user takes for grave stays. */
export const withoutQuiet = remembered((chosen: Choice['chosen']): Choice['chosen'] => ({
  ...quiet,
  ...chosen,
}));
