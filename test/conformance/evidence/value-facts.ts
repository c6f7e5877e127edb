// The accepted and rejected values of a field as facts, each with the field as it would be without that fact.

import { phrase, problem } from '../../../server/hosts/judge/check';
import type { Dialect } from '../../../server/hosts/model/dialect';
import type { Field } from '../../../server/hosts/model/field';
import type { Choice, Type } from '../../../server/hosts/model/type';
import type { Value } from '../../../server/yaml/value';

export interface Without<T> {
  /** What is missing: `value "red"`, `a list`. */
  readonly what: string;
  readonly without: T;
  /** The same in other ways. */
  readonly also?: readonly T[];
  /** Words that a case about it contains. */
  readonly words?: readonly string[];
  readonly choice?: Choice;
}

const any: Type = { type: 'any' };

export function valueFactsOf(
  field: Field,
  dialect: Pick<Dialect, 'empty'>,
): readonly Without<Field>[] {
  const { type, judge, required } = field;
  const found: Without<Field>[] = [];
  const checks = type.type !== 'any' || judge !== undefined;
  const empty = field.empty ?? (checks ? dialect.empty : undefined);
  if (checks) {
    const { judge: _, ...unchecked } = field;
    found.push({ what: 'other values', without: { ...unchecked, type: any } });
    found.push({ what: 'valid values', without: rejecting(field) });
  }
  if (empty !== undefined) {
    const accepted: Field = { ...field, empty: 'accepted' };
    // Without a rule of its own an empty value has the effect of other invalid values.
    const checked: Field = { ...field, empty: 'checked' };
    found.push(
      empty === 'checked'
        ? { what: 'no value', without: accepted }
        : { what: 'no value', without: checked, also: [accepted] },
    );
  }
  if (required) {
    const { required: _, ...optional } = field;
    found.push({ what: 'required', without: optional });
  }
  for (const { what, words, choice, ...part } of typeFacts(type)) {
    // A check of its own comes before the type, which it may contain, unless it leaves the listed values to the type.
    const isLeft = type.type === 'one-of' && choice && judge?.(textValue(choice.value)) === null;
    if (judge && !isLeft) continue;
    const without = { ...field, type: part.without };
    found.push({ what, without, ...(words && { words }), ...(choice && { choice }) });
  }
  return found;
}

const textValue = (text: string): Value => ({
  ...{ kind: 'text', text, style: 'plain' },
  span: { start: 0, end: text.length },
});

/** The same field, which accepts no value. */
const rejecting = (field: Field): Field => ({
  ...field,
  judge: (value) => ({
    outcome: field.otherwise.outcome,
    problems: [problem('value', value, phrase('nothing'))],
    otherwise: field.otherwise,
  }),
});

function typeFacts(type: Type): readonly Without<Type>[] {
  switch (type.type) {
    case 'any':
    case 'number':
      return [];
    case 'text':
      return [...lost(type, 'nonEmpty', 'not empty'), ...lost(type, 'anyScalar', 'scalars')];
    case 'one-of':
      return [
        ...type.choices.map((choice) => ({
          what: `value "${choice.value}"`,
          without: { ...type, choices: type.choices.filter((one) => one !== choice) },
          words: [choice.value],
          choice,
        })),
        ...lost(type, 'pattern', type.pattern?.description ?? ''),
        ...lost(type, 'ignoreCase', 'any case'),
      ];
    case 'boolean':
      return [
        ...wordFacts(type),
        ...lost(type, 'only', `only ${type.only}`),
        ...lost(type, 'lowerCaseOnly', 'lowercase only'),
      ];
    case 'integer':
      return [...lost(type, 'min', 'minimum'), ...lost(type, 'digits', 'digits in quotes')];
    case 'list':
      return [
        ...lost(type, 'nonEmpty', 'not an empty list'),
        ...inside(typeFacts(type.of), 'item', (of) => ({ ...type, of })),
      ];
    case 'names':
      return [
        { what: 'a list', without: { type: 'text' }, words: ['['] },
        { what: 'a string', without: { type: 'list', of: { type: 'text' } } },
      ];
    case 'map':
      return mapFacts(type);
    case 'any-of':
      return type.types.flatMap((one, index) => {
        const others = type.types.filter((_, at) => at !== index);
        const replaced = (by: Type): Type => ({ ...type, types: type.types.with(index, by) });
        return [
          { what: `alternative ${index + 1}`, without: { ...type, types: others } },
          ...inside(typeFacts(one), `alternative ${index + 1}`, replaced),
        ];
      });
  }
}

/** The type without an optional part of it; empty where it has no such part. */
function lost<T extends Type, K extends string & keyof T>(
  type: T,
  key: K,
  what: string,
): readonly Without<Type>[] {
  if (type[key] === undefined) return [];
  const { [key]: _, ...rest } = type;
  return [{ what, without: rest as unknown as Type }];
}

const inside = (
  parts: readonly Without<Type>[],
  where: string,
  whole: (part: Type) => Type,
): readonly Without<Type>[] =>
  parts.map((part) => ({
    ...part,
    what: `${where}, ${part.what}`,
    without: whole(part.without),
  }));

function wordFacts(type: Extract<Type, { type: 'boolean' }>): readonly Without<Type>[] {
  const { words } = type;
  if (!words) return [];
  const less = (side: 'true' | 'false', word: string): Type => ({
    ...type,
    words: { ...words, [side]: words[side].filter((one) => one !== word) },
  });
  return (['true', 'false'] as const).flatMap((side) =>
    words[side].map((word) => ({ what: `"${word}"`, without: less(side, word), words: [word] })),
  );
}

function mapFacts(type: Extract<Type, { type: 'map' }>): readonly Without<Type>[] {
  const { keys = {}, rest } = type;
  // A key whose values are those of any key is known to completion only.
  const special = Object.entries(keys).filter(([, key]) => shapeOf(key.type) !== shapeOf(rest));
  const withKey = (name: string, key: (typeof keys)[string]): Type => ({
    ...type,
    keys: { ...keys, [name]: key },
  });
  return [
    ...special.flatMap(([name, key]): readonly Without<Type>[] => {
      const { [name]: _, ...others } = keys;
      const { required, ...optional } = key;
      return [
        { what: `key ${name}`, without: { ...type, keys: others }, words: [name] },
        ...(required
          ? [{ what: `key ${name}, required`, without: withKey(name, optional), words: [name] }]
          : []),
        ...inside(typeFacts(key.type), `key ${name}`, (one) =>
          withKey(name, { ...key, type: one }),
        ),
      ];
    }),
    ...(rest
      ? [
          { what: 'other keys', without: withoutRest(type) },
          ...(rest.type === 'any'
            ? []
            : [{ what: 'values of other keys', without: { ...type, rest: any } }]),
          ...inside(typeFacts(rest), 'other keys', (one) => ({ ...type, rest: one })),
        ]
      : []),
  ];
}

/** What of a type decides on values, without its descriptions and without keys that are like any other. */
const shapeOf = (type: Type | undefined): string => JSON.stringify(type, withoutWords) ?? '';

function withoutWords(this: unknown, key: string, value: unknown): unknown {
  if (/^(?:means|summary|snippet|alsoWritten|vocabulary|grants|evidence)$/.test(key))
    return undefined;
  const { rest } = this as { rest?: Type };
  if (key !== 'keys' || !rest) return value;
  const special = Object.entries(value as Readonly<Record<string, { type: Type }>>).filter(
    ([, one]) => shapeOf(one.type) !== shapeOf(rest),
  );
  return special.length === 0 ? undefined : Object.fromEntries(special);
}

function withoutRest({ rest: _, ...type }: Extract<Type, { type: 'map' }>): Type {
  return type;
}
