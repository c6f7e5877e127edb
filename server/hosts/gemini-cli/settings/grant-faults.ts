// Names in the lists `tools.allowed` and `tools.core` that allow no call, or others than were meant. Next to a name with a command that no
// line begins with, other commands are denied.
import { t } from '../../../text/message';
import { phrase } from '../../judge/check';
import type { RuleFault, WrittenRules } from '../../judge/unapplied-rules';
import type { Consequence } from '../../model/consequence';
import { nameIn, shell, shellNames } from '../guards/names';
import { byName } from '../tools';
import { nameFault, toolOf } from './name-faults';

const unapplied: Consequence = { outcome: 'coerced', effect: '{host} does not apply the rule.' };

const withoutOthers: Consequence = {
  outcome: 'coerced',
  effect: '{host} then denies every command that the list does not name.',
};

const forAllCalls: Consequence = {
  outcome: 'coerced',
  effect: '{host} applies the rule to every call of the tool.',
  losesLimit: true,
};

/** Why a name of the list allows no call, or others than were meant; null for one that may be right. */
export function grantFault(rule: string, list: string, written: WrittenRules): RuleFault | null {
  const [, name = rule, pattern] = /^([^(]*)\((.*)$/s.exec(rule) ?? [];
  if (pattern === undefined) {
    const fault = nameFault(rule, list);
    return fault && { ...fault, otherwise: unapplied };
  }
  const { words } = nameIn(rule);
  if (words !== null) return faultOfCommand(words, written);
  const isRead = /^[\w-]+$/.test(name) && pattern.endsWith(')');
  const tool = toolOf(name.trim(), list);
  if (isRead && (byName.has(name) || (name.startsWith('mcp_') && !nameFault(name, list))))
    return pattern === ')' || written.has(name) || written.has('*')
      ? null
      : { expected: onlyName, otherwise: forAllCalls };
  if (tool === undefined) return null;
  const meant = isShell(tool) ? withCommand(pattern.replace(/\)$/, '')) : tool;
  const expected = isRead
    ? phrase('a tool that exists')
    : phrase('a tool with a pattern in parentheses, and nothing after it');
  return { ...{ expected, meant }, isGuess: true, otherwise: unapplied };
}

const onlyName = phrase(
  'the name of a tool without a pattern',
  [],
  t('Write only the name, or remove the entry.'),
);

const isShell = (tool: string): boolean => shellNames.includes(tool);

/** The words are compared as they are written. */
function faultOfCommand(words: string, written: WrittenRules): RuleFault | null {
  if ([...shellNames, '*'].some((name) => written.has(name))) return null;
  const expected =
    words === ''
      ? phrase('a tool with a pattern, or without parentheses')
      : phrase('a tool without "*" in its pattern');
  return words === '' || words.includes('*')
    ? { expected, meant: withCommand(words), isGuess: true, otherwise: withoutOthers }
    : null;
}

/** The name for commands that begin with the words before a star. */
function withCommand(pattern: string): string {
  const [before = ''] = pattern.split('*', 1);
  const words = before.trim().replace(/:$/, '').trim();
  return words === '' ? shell : `${shell}(${words})`;
}
