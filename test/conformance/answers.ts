// What part of each program answers, for the page.
import { tested } from './hosts';
import type { Answers } from './oracle';

/** Undefined for a host that is not asked. */
export const answersOf = (host: string): Answers | undefined =>
  tested.find(({ oracle }) => oracle.host === host)?.oracle.answers;
