// The fields of a dialect made ready for judging. What depends on the tables alone is found out once: a run judges a
// hundred thousand values.
import type { FieldFate } from './fate';
import type { Dialect, Field } from './host';
import { remembered } from './remembered';
import type { Type } from './type';

export interface KnownField {
  readonly field: Field;
  /** What becomes of a value that fits. */
  readonly fate: FieldFate;
  /** Any text that is not empty fits, and nothing more is asked. */
  readonly takesText: boolean;
  /** Words that fit, where nothing more is asked. */
  readonly words: ReadonlySet<string> | null;
}

export const knownFields = remembered(
  (fields: Dialect['fields']): ReadonlyMap<string, KnownField> =>
    new Map(Object.entries(fields).map(([key, field]) => [key, known(field)])),
);

/** Those without which the file is less. */
export const requiredFields = remembered((fields: Dialect['fields']) =>
  [...knownFields(fields)].flatMap(([key, { field }]) => (field.required ? [{ key, field }] : [])),
);

/** The types of which every text is that is not empty. */
const textTypes: ReadonlySet<Type['type']> = new Set(['any', 'text', 'names']);

function known(field: Field): KnownField {
  const { type, judge, noEffect } = field;
  return {
    field: inOneShape(field),
    fate: noEffect === undefined ? 'kept' : 'ignored',
    takesText: judge === undefined && textTypes.has(type.type),
    words:
      judge === undefined && type.type === 'one-of'
        ? new Set(type.choices.map(({ value }) => value))
        : null,
  };
}

/** Every key that a field may have. They are looked at for each value of each file, and objects of many shapes are slow. */
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
  unoffered: undefined,
  snippet: undefined,
  details: undefined,
  judge: undefined,
  governs: undefined,
  limitWords: undefined,
  role: undefined,
  isForDisplay: undefined,
  evidence: undefined,
};

const inOneShape = (field: Field): Field => ({ ...shape, ...field });
