// Whether a call meets the condition of a hook, its key `if`: a permission rule for exactly the tool that it names.
import type { ToolCall } from '../../model/guards';
import { conditionFault } from '../hook-keys';
import { ruleMatches } from './rules';

/** False where that is not certain. */
export function meetsCondition(written: string, call: ToolCall): boolean {
  if (written === '') return true;
  if (conditionFault(written) !== null) return false;
  const [, name, argument] = /^(\w+)(?:\((.*)\))?$/s.exec(written) ?? [];
  // Unlike a rule of "Edit", the condition is not for all tools that change files.
  if (name !== call.tool) return false;
  return !argument || argument === '*' || ruleMatches(written, call, 'deny') === true;
}
