// Which of several permission rules takes effect. The meaning of their order differs between hosts, so each declares it.

import type { Message } from '../../text/message';
import type { Evidence } from './evidence';
import type { PermissionRule } from './persona';

export interface PermissionOrder {
  /** A sentence with `{host}`: `The last matching rule wins in {host}.` */
  readonly effect: Message;
  /** The rule that overrides the rule at `index` in every case; undefined where that rule has an effect. */
  readonly overruling: (
    rules: readonly PermissionRule[],
    index: number,
  ) => PermissionRule | undefined;
  readonly evidence: Evidence;
}
