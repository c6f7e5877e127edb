// Names in the lists of tools that are for no call, or for others than were meant.
import { phrase } from '../../judge/check';
import type { RuleFault, WrittenRules } from '../../judge/unapplied-rules';
import { grantFault } from './grant-faults';
import { nameFault, toolOf } from './name-faults';

/** Why a name of the list is for no call; null for one that may be for some. */
export function faultOf(rule: string, list: string, written: WrittenRules): RuleFault | null {
  if (list === 'allowed' || list === 'core') return grantFault(rule, list, written);
  const [, before] = /^([^(]*)\(/.exec(rule.trim()) ?? [];
  if (before === undefined) return nameFault(rule, list);
  const meant = toolOf(before.trim(), list);
  return {
    expected: phrase('the name of a tool without a pattern'),
    ...(meant !== undefined && { meant, isGuess: true }),
  };
}
