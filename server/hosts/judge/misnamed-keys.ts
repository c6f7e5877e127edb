// Keys of an MCP server that a program does not read: misspelled ones, and those of other programs. It uses the server without them.
import { nearest } from '../../text/nearest';
import { type Entry, isFalsy, type MapValue, type Path, type Value } from '../../yaml/value';
import type { Consequence } from '../model/field';
import type { Expected, KeyType, Problem, Type } from '../model/type';
import { check, phrase, problem } from './check';

/** What belongs where an author wrote a key that the program does not read. */
export interface Instead {
  readonly expected: Expected;
  /** The key that has the same meaning. */
  readonly rename?: string;
  /** Whether a value has an effect that is lost. Absent: any has. */
  readonly isLost?: (value: Value) => boolean;
}

/** The same under another key. */
export const called = (name: string): Instead => ({
  expected: phrase('called "{words}"', [name]),
  rename: name,
});

export const isTrue = (value: Value): boolean => value.kind === 'boolean' && value.boolean;
export const isFalse = (value: Value): boolean => value.kind === 'boolean' && !value.boolean;

/** The keys that a program reads in a server, and those that authors write instead. */
export interface ServerNames {
  readonly keys: Readonly<Record<string, KeyType>>;
  /** Other keys that it reads. */
  readonly others?: readonly string[];
  /** Those of the keys that are found in their misspelled forms, with what is lost where that is not the same for all. */
  readonly guessed: Readonly<Record<string, Instead & { readonly otherwise?: Consequence }>>;
  /** Keys of other programs. */
  readonly foreign: Readonly<Record<string, Instead & { readonly otherwise?: Consequence }>>;
  /** Keys of the other kind of server, which have no effect next to the key that this kind needs. */
  readonly ofOtherKind?: { readonly keys: readonly string[]; readonly next: string };
}

/** The keys without which the server is used. Where the right key is there too, nothing is reported. @param path that of the server */
export function misnamedKeys(
  entries: readonly Entry[],
  path: Path,
  names: ServerNames,
): readonly Problem[] {
  const { keys, others = [], guessed, foreign } = names;
  const { keys: otherKeys, next } = names.ofOtherKind ?? { keys: [], next: '' };
  const known = new Set([...Object.keys(keys), ...others]);
  const taken = new Set(entries.map(({ key }) => key));
  return entries.flatMap(({ key, keySpan, value }): readonly Problem[] => {
    if (known.has(key)) return [];
    const unread = (expected: Expected): Problem => ({
      ...problem('unknown-key', value, expected, [...path, key]),
      span: keySpan,
    });
    const misplaced = unread({ type: 'not-with', key: next });
    if (otherKeys.includes(key)) return hasContent(value) ? [misplaced] : [];
    const meant = Object.hasOwn(foreign, key)
      ? key
      : nearest(key, [...known, ...Object.keys(foreign)]);
    if (meant === undefined) return [];
    const table = Object.hasOwn(foreign, meant) ? foreign : guessed;
    const instead = Object.hasOwn(table, meant) ? table[meant] : undefined;
    if (!instead || !(instead.isLost ?? hasContent)(value)) return [];
    const { expected, rename, otherwise } = instead;
    if (rename !== undefined && otherKeys.includes(rename)) return [misplaced];
    if (rename !== undefined && (taken.has(rename) || !Object.hasOwn(keys, rename))) return [];
    if (rename !== undefined) taken.add(rename);
    const type = rename === undefined ? undefined : keys[rename]?.type;
    // Under the right key another value would cost more.
    const fits = type !== undefined && check(type, value).problems.length === 0;
    return [
      {
        ...unread(expected),
        ...(fits && rename !== undefined && { choices: [rename], meant: rename }),
        ...(otherwise && { otherwise }),
      },
    ];
  });
}

/** Whether it is not the same as no value. */
const hasContent = (value: Value): boolean =>
  !isFalsy(value) &&
  !(value.kind === 'list' && value.items.length === 0) &&
  !(value.kind === 'map' && value.entries.length === 0);

/** In a server that has neither a program nor an address: a program under another key. @param type of programs */
export function misnamedProgram(server: MapValue, path: Path, type: Type): Problem | null {
  if (server.entries.some(({ key }) => /^(?:command|httpUrl|url)$/.test(key))) return null;
  const found = server.entries.find(
    ({ key, value }) =>
      (key === 'cmd' || nearest(key, ['command']) !== undefined) &&
      hasContent(value) &&
      check(type, value).problems.length === 0,
  );
  if (!found) return null;
  const { key, keySpan, value } = found;
  return {
    ...problem('unknown-key', value, called('command').expected, [...path, key]),
    ...{ span: keySpan, choices: ['command'], meant: 'command' },
  };
}
