// Which of several permission rules decides, in a host that has them. What order means differs from program to program,
// so it is declared and never taken for granted.

import type { Message } from '../text/message';
import type { Evidence } from './evidence';
import type { PermissionRule } from './persona';

export interface PermissionOrder {
  /** Completes "<Host> ...": `lets the last rule that matches win`. */
  readonly effect: Message;
  /** The rule that decides wherever this one would, so that this one never does; undefined where it has its say. */
  readonly overruling: (
    rules: readonly PermissionRule[],
    index: number,
  ) => PermissionRule | undefined;
  readonly evidence: Evidence;
}
