// A declared type as JSON Schema. What a schema cannot express (quotes, the spelling of numbers) only the host's reader
// checks.

import { t } from '../../text/message';
import { english } from '../../text/translate';
import type { Choice, KeyType, Type } from '../model/type';

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };
export type Schema = { readonly [key: string]: Json };

/** What the schema of a type depends on besides the type. */
export interface Around {
  /** Examples where any string is accepted. */
  readonly models: readonly string[];
  readonly tools: readonly string[];
  /** Whether the host's reader turns numbers and booleans into strings. */
  readonly allTexts: boolean;
  /** Whether maps accept unknown keys, because the host's own code checks them instead of the type. */
  readonly open: boolean;
}

/** The values that the type accepts, as far as a schema can express them. */
export function schemaOfType(type: Type, around: Around): Schema {
  const schemaOf = (inner: Type): Schema => schemaOfType(inner, around);
  const string: Schema = { type: around.allTexts ? scalars : 'string' };
  switch (type.type) {
    case 'any':
      return {};
    case 'text':
      return {
        ...(type.anyScalar ? { type: scalars } : string),
        ...(type.nonEmpty && { minLength: 1 }),
        ...examples(type.vocabulary === 'models' ? around.models : []),
      };
    case 'one-of':
      return schemaOfChoices(type, string);
    case 'boolean': {
      const words = [...(type.words?.true ?? []), ...(type.words?.false ?? [])];
      return words.length === 0 ? { type: 'boolean' } : { enum: [true, false, ...words] };
    }
    case 'number':
      return { type: 'number' };
    case 'integer':
      return schemaOfInteger(type);
    case 'list':
      return { type: 'array', items: schemaOf(type.of), ...(type.nonEmpty && { minItems: 1 }) };
    case 'names':
      return {
        anyOf: [
          string,
          {
            type: 'array',
            items: { ...string, ...examples(type.vocabulary === 'tools' ? around.tools : []) },
          },
        ],
      };
    case 'map':
      return schemaOfMap(type, schemaOf, around.open);
    case 'any-of':
      return { anyOf: type.types.map(schemaOf) };
  }
}

const scalars = ['string', 'number', 'boolean'];

const examples = (words: readonly string[]): Schema =>
  words.length > 0 ? { examples: [...words] } : {};

function schemaOfChoices(
  { choices, ignoreCase, pattern }: Extract<Type, { type: 'one-of' }>,
  string: Schema,
): Schema {
  const listed: Schema = {
    type: 'string',
    enum: choices.map(({ value }) => value),
    enumDescriptions: choices.map(described),
    markdownEnumDescriptions: choices.map(described),
  };
  const others = [
    ...(ignoreCase ? [anyCase(choices)] : []),
    ...(pattern ? [schemaOf(pattern)] : []),
  ];
  if (others.length === 0) return listed;
  const patterns = others.map((other) => ({ ...string, ...other }));
  return { anyOf: choices.length === 0 ? patterns : [listed, ...patterns] };
}

const schemaOf = ({
  matches: { source },
  description,
}: NonNullable<Extract<Type, { type: 'one-of' }>['pattern']>): Schema => ({
  ...(source !== undefined && { pattern: source }),
  description,
});

const described = ({ means, deprecated }: Choice): string =>
  deprecated === undefined
    ? means
    : `${means} ${english(t('Use "{deprecated}" instead.', { deprecated }))}`;

/** JSON Schema has no flag for ignoring case, so the pattern has each letter in both cases. */
const anyCase = (choices: readonly Choice[]): Schema => {
  const words = choices.map(({ value }) =>
    value
      .replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      .replaceAll(/\p{L}/gu, (char) => `[${char.toLowerCase()}${char.toUpperCase()}]`),
  );
  return {
    pattern: `^(?:${words.join('|')})$`,
    description: english(t('The same words in any case.')),
  };
};

function schemaOfInteger({ min, digits }: Extract<Type, { type: 'integer' }>): Schema {
  const number: Schema = { type: 'integer', ...(min !== undefined && { minimum: min }) };
  if (!digits) return number;
  // Some hosts read the digits at the start of a string. A pattern can express a bound only by the number of its digits.
  const more = String(min).length - 1;
  const pattern =
    min === undefined || min < 1
      ? '^\\s*[+-]?\\d'
      : `^\\s*\\+?0*[1-9]${more > 0 ? `\\d{${more}}` : ''}`;
  return {
    anyOf: [
      number,
      { type: 'string', pattern, description: english(t('A string that begins with digits.')) },
    ],
  };
}

function schemaOfMap(
  { keys, rest }: Extract<Type, { type: 'map' }>,
  schemaOf: (inner: Type) => Schema,
  open: boolean,
): Schema {
  const known = Object.entries(keys ?? {});
  const required = known.filter(([, { required: isRequired }]) => isRequired).map(([key]) => key);
  return {
    type: 'object',
    ...(known.length > 0 && {
      properties: Object.fromEntries(known.map(([key, inner]) => [key, property(inner, schemaOf)])),
    }),
    ...(required.length > 0 && { required }),
    additionalProperties: rest ? schemaOf(rest) : open,
  };
}

const property = ({ type, summary }: KeyType, schemaOf: (inner: Type) => Schema): Schema => ({
  description: summary,
  ...schemaOf(type),
});
