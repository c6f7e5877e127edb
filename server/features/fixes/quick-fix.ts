import type { Finding, Fix } from '../../rules/rule';
import type { Edit } from '../../text/edit';
import type { Message } from '../../text/message';

export interface QuickFix {
  readonly title: Message;
  readonly finding: Finding;
  readonly edits: readonly Edit[];
  readonly safety: Fix['safety'];
  /** The fix to apply where only one is applied. */
  readonly preferred: boolean;
  /** The names of other programs in which the agent loses tools by it. */
  readonly takesFrom?: readonly string[];
  /** It suppresses the finding and does not repair anything. */
  readonly isIgnoring?: true;
}
