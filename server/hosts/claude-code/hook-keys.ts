// Keys of hooks that have no effect, and conditions that no call meets. Recorded in `test/hosts/guards`.
import { t } from '../../text/message';
import { type Path, textOf, type Value, valueAtKey } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import { neverMatched } from '../judge/hook-matchers';
import type { Consequence, CustomCheckResult } from '../model/field';
import type { Problem } from '../model/type';
import { tools } from './tools';

/** The event of which keys and conditions were asked about. */
const event = 'PreToolUse';

const ignored: Consequence = {
  outcome: 'coerced',
  effect: '{host} ignores the key and runs the hook all the same.',
};

const blocking = phrase(
  'a key of a hook',
  [],
  t('Remove it, and end the command with the exit code 2 to block the call.'),
);
const switchedOff = phrase('a key of a hook', [], t('Remove the hook to switch it off.'));
const nextToHooks = phrase('a key of a hook', [], t('Use "matcher" next to "hooks" instead.'));
const inHook = phrase('a key of an entry', [], t('Move it into the hook.'));
const asMatcher = phrase('a key of an entry', [], t('Use "matcher" instead.'));

/** What is wrong with a key that authors expect to do something; null where it changes nothing. @param holder the map with the key */
type KeyFault = (value: Value, holder: Value) => Problem['expected'] | null;

const isTrue = (value: Value): boolean => value.kind === 'boolean' && value.boolean;
const isFalse = (value: Value): boolean => value.kind === 'boolean' && !value.boolean;
const when =
  (isMeant: (value: Value) => boolean, expected: Problem['expected']): KeyFault =>
  (value) =>
    isMeant(value) ? expected : null;
const isGiven = ({ kind }: Value): boolean => kind === 'text' || kind === 'list';

/** A command that ends with 2, or may: a script is not read here. */
const mayBlock = /\bexit\s+2\b|\.(?:[cm]?[jt]s|py|rb|sh)\b/;

const blocksNothing: KeyFault = (value, hook) =>
  isTrue(value) && !mayBlock.test(textOf(valueAtKey(hook, 'command')) ?? '') ? blocking : null;

/** Keys of a hook. */
export const ignoredInHook: Readonly<Record<string, KeyFault>> = {
  blocking: blocksNothing,
  failOnError: blocksNothing,
  enabled: when(isFalse, switchedOff),
  disabled: when(isTrue, switchedOff),
  matcher: when(isGiven, nextToHooks),
  match: when(isGiven, nextToHooks),
  tools: when(isGiven, nextToHooks),
};

/** Keys of an entry, next to its hooks. */
export const ignoredInEntry: Readonly<Record<string, KeyFault>> = {
  enabled: when(isFalse, switchedOff),
  disabled: when(isTrue, switchedOff),
  if: when(isGiven, inHook),
  match: when(isGiven, asMatcher),
  matchers: when(isGiven, asMatcher),
  tools: when(isGiven, asMatcher),
  tool: when(isGiven, asMatcher),
  tool_name: when(isGiven, asMatcher),
};

/** Null where nothing is found. @param hooks a value in which no other problem was found. */
export function judgeHookKeys(hooks: Value): CustomCheckResult | null {
  const unmet: Problem[] = [];
  const unused: Problem[] = [];
  for (const [index, entry] of itemsAt(hooks, event).entries()) {
    unused.push(...ignoredKeys(entry, ignoredInEntry, [event, index]));
    for (const [at, hook] of itemsAt(entry, 'hooks').entries()) {
      const path = [event, index, 'hooks', at];
      unused.push(...ignoredKeys(hook, ignoredInHook, path));
      const condition = valueAtKey(hook, 'if');
      const expected = condition && conditionFault(textOf(condition) ?? '');
      if (expected) unmet.push({ ...problem('value', condition, expected), path: [...path, 'if'] });
    }
  }
  if (unmet.length > 0)
    return { outcome: neverMatched.outcome, problems: unmet, otherwise: neverMatched };
  return unused.length > 0
    ? { outcome: ignored.outcome, problems: unused, otherwise: ignored }
    : null;
}

const itemsAt = (value: Value, key: string): readonly Value[] => {
  const found = valueAtKey(value, key);
  return found?.kind === 'list' ? found.items : [];
};

const ignoredKeys = (
  value: Value,
  keys: Readonly<Record<string, KeyFault>>,
  path: Path,
): readonly Problem[] =>
  (value.kind === 'map' ? value.entries : []).flatMap(({ key, keySpan, value: written }) => {
    const expected = Object.hasOwn(keys, key) ? keys[key]?.(written, value) : null;
    return expected
      ? [{ ...problem('unknown-key', written, expected, [...path, key]), span: keySpan }]
      : [];
  });

const oneRule = phrase('one permission rule', [], t('Write a hook for each rule.'));

/** Why no call meets a condition; null where one may. A `|` is a character of the pattern, and a pipe ends a command. */
export function conditionFault(written: string): Problem['expected'] | null {
  if (written === '') return null;
  const [, name = '', argument = ''] = /^([\w*-]+)(?:\((.*)\))?$/s.exec(written) ?? [];
  if (name === '') return /\w\s*\|/.test(written) ? oneRule : phrase('a permission rule');
  if (name === '*') return phrase('a permission rule');
  if (/^(?:Bash|Edit|Read|Write)$/.test(name) && argument.includes('|')) return oneRule;
  const isMiscased =
    !tools.tools.some((tool) => tool.name === name) &&
    tools.tools.some((tool) => tool.name.toLowerCase() === name.toLowerCase());
  return isMiscased
    ? phrase('a permission rule, with the name of the tool in its exact case')
    : null;
}
