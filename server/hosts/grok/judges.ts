// Checks of values that the types of fields cannot express. Grok Build does not load an agent with a value of the wrong type.
import type { Value } from '../../yaml/value';
import { missingKey, phrase, problem } from '../judge/check';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { Problem, Type } from '../model/type';
import { sourceOf } from './scalars';

export const notLoaded: Consequence = {
  outcome: 'refused',
  file: 'ignored',
  effect: '{host} silently does not load the agent.',
};

type Judge = NonNullable<Field['judge']>;

const kept: CustomCheckResult = { outcome: 'kept', problems: [] };

const refusal = (problems: readonly Problem[]): CustomCheckResult => ({
  outcome: 'refused',
  problems,
  otherwise: notLoaded,
});

const wrong = (value: Value, type: Type): CustomCheckResult =>
  refusal([problem('value', value, type)]);

const item: Type = { type: 'text' };

const refusedItems = (items: readonly Value[]): CustomCheckResult | null =>
  items.length === 0 ? null : refusal(items.map((one) => problem('type', one, item)));

/** Every scalar in a list is a name. */
export const judgeNames: Judge = (value) =>
  value.kind === 'list'
    ? (refusedItems(value.items.filter((one) => sourceOf(one) === undefined)) ?? kept)
    : null;

/** The names of tools. One that is not written as a string is that of no tool. */
export const judgeTools =
  (effect: string): Judge =>
  (value) => {
    if (value.kind !== 'list') return null;
    const found = value.items.filter(({ kind }) => kind !== 'text');
    const judged = judgeNames(value);
    if (found.length === 0 || judged?.outcome === 'refused') return judged;
    const problems = found.map((one) => problem('type', one, item));
    return { outcome: 'coerced', problems, otherwise: { outcome: 'coerced', effect } };
  };

/** A list that may be empty, but not `null`. */
export const judgeList: Judge = (value) => {
  if (value.kind === 'null' && value.source === '') return kept;
  return value.kind === 'list' ? judgeNames(value) : null;
};

const largest = 2 ** 32 - 1;
const whole = /^[-+]?(?:\d+|0[xob][\da-f]+)$/i;

export const judgeTurns: Judge = (value) => {
  const isCount =
    value.kind === 'number' &&
    whole.test(value.source) &&
    value.number >= 1 &&
    value.number <= largest;
  return isCount ? kept : wrong(value, { type: 'integer', min: 1 });
};

const isMap = (value: Value | undefined): boolean => value?.kind === 'map';

/** A name, `name: {...}`, or a map with `name`. */
function isServer(value: Value): boolean {
  if (value.kind !== 'map') return value.kind === 'text';
  const { entries } = value;
  return (
    entries.some(({ key, value: one }) => key === 'name' && one.kind === 'text') ||
    (entries.length === 1 && isMap(entries[0]?.value))
  );
}

export const judgeServers: Judge = (value) => {
  if (value.kind !== 'list') return judgeList(value);
  const found = value.items.filter((one) => !isServer(one));
  return found.length === 0
    ? kept
    : refusal(
        value.items.flatMap((one, index) =>
          found.includes(one)
            ? [
                one.kind === 'map'
                  ? missingKey(one, [index, 'name'])
                  : problem('type', one, phrase('a map of servers'), [index]),
              ]
            : [],
        ),
      );
};

const scopes = ['named', 'except'];

/** Besides the two words: a map with one key and a list of names. */
export const judgeInheritance: Judge = (value) => {
  if (value.kind !== 'map') return null;
  const [entry, more] = value.entries;
  if (!entry) return refusal([missingKey(value, ['named'])]);
  const unknown = value.entries.find(({ key }) => !scopes.includes(key));
  if (unknown)
    return refusal([
      problem('unknown-key', unknown.value, { type: 'words', words: scopes }, [unknown.key]),
    ]);
  if (more)
    return refusal([
      problem('value', more.value, { type: 'not-with', key: entry.key }, [more.key]),
    ]);
  const { value: list } = entry;
  if (list.kind === 'list') return judgeNames(list);
  return list.kind === 'null' && list.source === ''
    ? kept
    : wrong(list, { type: 'list', of: item });
};

/** A template, or a map with nothing but `custom`. */
export const judgeTemplate: Judge = (value) => {
  if (value.kind !== 'map') return null;
  const [entry, more] = value.entries;
  return entry?.key === 'custom' && !more && sourceOf(entry.value) !== undefined
    ? kept
    : wrong(value, { type: 'map', keys: { custom: { type: item, summary: '' } } });
};

/** `tool` and `reminder` are required; other keys are ignored. */
export const judgeRequirement: Judge = (value) => {
  if (value.kind !== 'map') return null;
  const found = ['tool', 'reminder'].map((key) => value.entries.filter((one) => one.key === key));
  const problems = found.flatMap(([entry, more], index): Problem[] => {
    const key = index === 0 ? 'tool' : 'reminder';
    if (!entry) return [missingKey(value, [key])];
    if (more) return [problem('value', more.value, phrase('written once'), [key])];
    return sourceOf(entry.value) === undefined ? [problem('type', entry.value, item, [key])] : [];
  });
  return problems.length === 0 ? kept : refusal(problems);
};
