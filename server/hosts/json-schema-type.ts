// A declared type as JSON Schema. What no schema can hold (quotes, spelling of numbers) is left to the host's reader.
import type { Choice, KeyType, Type } from './type';

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };
export type Schema = { readonly [key: string]: Json };

/** What is known of the place that a type stands in. */
export interface Around {
  /** Words to offer where any text is taken. */
  readonly models: readonly string[];
  readonly tools: readonly string[];
  /** The host's reader makes texts of numbers and booleans. */
  readonly allTexts: boolean;
  /** Maps take keys beside the known ones: the host's own code looks at them, not the type. */
  readonly open: boolean;
}

/** What a value of that type may be, as far as a schema can tell. */
export function schemaOfType(type: Type, around: Around): Schema {
  const of = (inner: Type): Schema => schemaOfType(inner, around);
  const text: Schema = { type: around.allTexts ? scalars : 'string' };
  switch (type.type) {
    case 'any':
      return {};
    case 'text':
      return {
        ...(type.anyScalar ? { type: scalars } : text),
        ...(type.nonEmpty && { minLength: 1 }),
        ...examples(type.vocabulary === 'models' ? around.models : []),
      };
    case 'one-of':
      return schemaOfChoices(type, text);
    case 'boolean': {
      const words = [...(type.words?.true ?? []), ...(type.words?.false ?? [])];
      return words.length === 0 ? { type: 'boolean' } : { enum: [true, false, ...words] };
    }
    case 'number':
      return { type: 'number' };
    case 'integer':
      return schemaOfInteger(type);
    case 'list':
      return { type: 'array', items: of(type.of), ...(type.nonEmpty && { minItems: 1 }) };
    case 'names':
      return {
        anyOf: [
          text,
          {
            type: 'array',
            items: { ...text, ...examples(type.vocabulary === 'tools' ? around.tools : []) },
          },
        ],
      };
    case 'map':
      return schemaOfMap(type, of, around.open);
    case 'any-of':
      return { anyOf: type.types.map(of) };
  }
}

const scalars = ['string', 'number', 'boolean'];

const examples = (words: readonly string[]): Schema =>
  words.length > 0 ? { examples: [...words] } : {};

function schemaOfChoices(
  { choices, ignoreCase, pattern }: Extract<Type, { type: 'one-of' }>,
  text: Schema,
): Schema {
  const listed: Schema = {
    type: 'string',
    enum: choices.map(({ value }) => value),
    enumDescriptions: choices.map(told),
    markdownEnumDescriptions: choices.map(told),
  };
  const others = [
    ...(ignoreCase ? [anyCase(choices)] : []),
    ...(pattern ? [{ pattern: pattern.matches.source, description: pattern.description }] : []),
  ];
  if (others.length === 0) return listed;
  return { anyOf: [listed, ...others.map((other) => ({ ...text, ...other }))] };
}

const told = ({ means, deprecated }: Choice): string =>
  deprecated === undefined ? means : `${means} Better: ${deprecated}.`;

/** JSON Schema has no flag for it: each letter stands in both cases. */
const anyCase = (choices: readonly Choice[]): Schema => {
  const words = choices.map(({ value }) =>
    value
      .replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      .replaceAll(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`),
  );
  return { pattern: `^(?:${words.join('|')})$`, description: 'The same words in any case.' };
};

function schemaOfInteger({ min, digits }: Extract<Type, { type: 'integer' }>): Schema {
  const number: Schema = { type: 'integer', ...(min !== undefined && { minimum: min }) };
  if (!digits) return number;
  // What a host reads out of the front of a text; only the smallest bound that occurs can be told by a pattern.
  const pattern = min === undefined || min < 1 ? '^\\s*[+-]?\\d' : '^\\s*\\+?0*[1-9]';
  return { anyOf: [number, { type: 'string', pattern, description: 'A text with digits.' }] };
}

function schemaOfMap(
  { keys, rest }: Extract<Type, { type: 'map' }>,
  of: (inner: Type) => Schema,
  open: boolean,
): Schema {
  const known = Object.entries(keys ?? {});
  const required = known.filter(([, { required: must }]) => must).map(([key]) => key);
  return {
    type: 'object',
    ...(known.length > 0 && {
      properties: Object.fromEntries(known.map(([key, inner]) => [key, property(inner, of)])),
    }),
    ...(required.length > 0 && { required }),
    additionalProperties: rest ? of(rest) : open,
  };
}

const property = ({ type, summary }: KeyType, of: (inner: Type) => Schema): Schema => ({
  description: summary,
  ...of(type),
});
