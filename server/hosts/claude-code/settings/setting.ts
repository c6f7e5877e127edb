// The words in which the keys of a settings file are declared: a type, and what the key does.
import { documented } from '../../model/evidence';
import type { Field } from '../../model/field';
import type { Choice, KeyType, Type } from '../../model/type';
import { executedHere } from '../evidence';
import { fileIgnored } from './file-ignored';

/** What a key does, as its documentation describes it. */
export const settingsPage = documented({
  title: 'Claude Code documentation, page "Claude Code settings"',
  address: 'https://code.claude.com/docs/en/settings',
  on: '2026-11-25',
});

export const text = { type: 'text' } satisfies Type;
export const texts: Type = { type: 'list', of: text };
export const boolean: Type = { type: 'boolean' };
export const number: Type = { type: 'number' };
export const any: Type = { type: 'any' };
const name: Type = {
  type: 'one-of',
  choices: [],
  pattern: { matches: /\S/, description: 'a name', example: 'tickets' },
};
export const namesOrOne: Type = { type: 'any-of', types: [texts, name] };
export const anyMap: Type = { type: 'map', rest: any };

export const oneOf = (words: Readonly<Record<string, string>>): Type => ({
  type: 'one-of',
  choices: Object.entries(words).map(([value, means]): Choice => ({ value, means })),
});

/** A command that prints something for the program. */
export const printer = {
  type: 'map',
  keys: {
    type: {
      type: oneOf({ command: 'Runs a shell command.' }),
      summary: 'Always `command`.',
      required: true,
    },
    command: { type: text, summary: 'The shell command.', required: true },
  },
  rest: any,
} satisfies Type;

/** A key of this type, with what it does. */
export const setting = (type: Type, summary: string, more: Partial<Field> = {}): Field => ({
  ...{ type, summary, otherwise: fileIgnored, empty: 'checked' },
  absent: 'Its default applies.',
  ...{ evidence: settingsPage, valueEvidence: executedHere },
  ...more,
});

export const onOff = (summary: string): Field => setting(boolean, summary);
export const printing = (summary: string): Field => setting(text, summary, { governs: 'code' });

/** Null counts as absent here, and nowhere else. */
export const nullable = (type: Type, summary: string, more: Partial<Field> = {}): Field =>
  setting(type, summary, { empty: 'accepted', ...more });

/** The keys of a map: each with its type and what it does. Others are ignored. */
export const mapOf = (
  keys: Readonly<Record<string, readonly [type: Type, summary: string]>>,
): Type => ({
  type: 'map',
  keys: Object.fromEntries(
    Object.entries(keys).map(([name, [type, summary]]): [string, KeyType] => [
      name,
      { type, summary },
    ]),
  ),
  rest: any,
});

/** A key of a map that must be present. */
export const requiredKey = (type: Type, summary: string): KeyType => ({
  type,
  summary,
  required: true,
});
