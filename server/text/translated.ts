// Plain data with messages in it: what a feature returns, and what is sent once it is translated.
import type { Message } from './message';
import type { Translate } from './translate';

/** The data of `T`, in which each text may still be a message. Names of a fixed set, such as kinds, stay strings. */
export type Untranslated<T> = T extends string
  ? string extends T
    ? T | Message
    : T
  : { readonly [Key in keyof T]: Untranslated<T[Key]> };

/** The same data with text in place of each message. */
export type Translated<T> = T extends Message
  ? string
  : { readonly [Key in keyof T]: Translated<T[Key]> };

/** A copy of the data in one language. @param data plain data, without functions. */
export function translated<const T>(data: T, translate: Translate): Translated<T>;
export function translated(data: unknown, translate: Translate): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (isMessage(data)) return translate(data);
  if (Array.isArray(data)) return data.map((one) => translated(one, translate));
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, translated(value, translate)]),
  );
}

const isMessage = (data: object): data is Message =>
  'template' in data && 'args' in data && typeof data.template === 'string';
