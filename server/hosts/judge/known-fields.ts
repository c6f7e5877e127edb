// The fields of a dialect with what can be computed from the declarations alone: a run checks a hundred thousand values.

import { memoize } from '../../text/memoize';
import type { Dialect } from '../model/dialect';
import type { Field } from '../model/field';
import type { FieldOutcome } from '../model/outcome';
import type { Type } from '../model/type';

export interface KnownField {
  readonly field: Field;
  /** The outcome of a valid value. */
  readonly outcome: FieldOutcome;
  /** Every string that is not empty is valid, without further checks. */
  readonly takesText: boolean;
  /** The valid strings, where nothing else needs to be checked; null elsewhere. */
  readonly words: ReadonlySet<string> | null;
}

export const knownFields = memoize(
  (fields: Dialect['fields']): ReadonlyMap<string, KnownField> =>
    new Map(Object.entries(fields).map(([key, field]) => [key, toKnownField(field)])),
);

/** The fields whose absence has a consequence. */
export const requiredFields = memoize((fields: Dialect['fields']) =>
  [...knownFields(fields)].flatMap(([key, { field }]) => (field.required ? [{ key, field }] : [])),
);

/** The types that accept every string that is not empty. */
const stringTypes: ReadonlySet<Type['type']> = new Set(['any', 'text', 'names']);

function toKnownField(field: Field): KnownField {
  const { type, judge, noEffect } = field;
  return {
    field: withAllKeys(field),
    outcome: noEffect === undefined ? 'kept' : 'ignored',
    takesText: judge === undefined && stringTypes.has(type.type),
    words:
      judge === undefined && type.type === 'one-of'
        ? new Set(type.choices.map(({ value }) => value))
        : null,
  };
}

/** Every key of a field: objects of one shape are faster to access, which happens for each value of each file. */
const shape: Readonly<Record<keyof Field, undefined>> = {
  summary: undefined,
  type: undefined,
  otherwise: undefined,
  empty: undefined,
  absent: undefined,
  required: undefined,
  deprecated: undefined,
  range: undefined,
  noEffect: undefined,
  isNeverOffered: undefined,
  snippet: undefined,
  details: undefined,
  judge: undefined,
  governs: undefined,
  limitWords: undefined,
  role: undefined,
  isForDisplay: undefined,
  evidence: undefined,
  valueEvidence: undefined,
};

const withAllKeys = (field: Field): Field => ({ ...shape, ...field });
