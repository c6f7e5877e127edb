// The types of field values as data, used to check a value, to describe what is expected, and to complete valid values.

import type { Sentence } from '../../text/message';
import type { Span } from '../../text/span';
import type { Path, Value } from '../../yaml/value';
import type { Consequence } from './consequence';
import type { Evidence } from './evidence';

/** A word that a field accepts. */
export interface Choice {
  readonly value: string;
  readonly means: string;
  /** Words that authors write instead and that the host does not accept. */
  readonly alsoWritten?: readonly string[];
  /** The word to use instead; the value is still accepted. */
  readonly deprecated?: string;
  /** The least restrictive choice: it allows what the others deny. */
  readonly grants?: true;
  /** For colors: `#rrggbb`. */
  readonly hex?: string;
  readonly evidence?: Evidence;
}

/** What completion offers for a string that the host does not check. */
export type Vocabulary =
  | 'models'
  | 'variants'
  | 'agents'
  | 'skills'
  | 'mcp-servers'
  | 'tools'
  | 'globs';

export type Type =
  | { readonly type: 'any' }
  | {
      readonly type: 'text';
      readonly nonEmpty?: true;
      readonly vocabulary?: Vocabulary;
      /** Numbers, booleans and nulls are read as strings. */
      readonly anyScalar?: true;
      readonly multiline?: true;
      /** Words that completion offers, although the host accepts any string. */
      readonly usual?: readonly Choice[];
    }
  | {
      readonly type: 'one-of';
      readonly choices: readonly Choice[];
      readonly ignoreCase?: true;
      /** Also accepted: values that match. */
      readonly pattern?: {
        /** An expression, of which a JSON Schema has the source, or a function. */
        readonly matches: Pick<RegExp, 'test'> & Partial<Pick<RegExp, 'source'>>;
        readonly description: string;
        readonly example: string;
      };
    }
  | {
      readonly type: 'boolean';
      /** Strings that count as true or false in addition to the YAML booleans. */
      readonly words?: { readonly true: readonly string[]; readonly false: readonly string[] };
      /** Only this value has an effect; the other is equivalent to omitting the field. */
      readonly only?: boolean;
      /** Only unquoted `true` and `false` in lowercase are accepted. */
      readonly lowerCaseOnly?: true;
    }
  | { readonly type: 'number' }
  | {
      readonly type: 'integer';
      readonly min?: number;
      /** Only together with `min`. */
      readonly max?: number;
      /** A string that begins with digits counts as that number. */
      readonly digits?: true;
    }
  | { readonly type: 'list'; readonly of: Type; readonly nonEmpty?: true }
  /** A list, or a string that the host splits. */
  | { readonly type: 'names'; readonly vocabulary?: Vocabulary; readonly separators: string }
  | {
      readonly type: 'map';
      /** Known keys; values of other keys must match `rest`, and are invalid without it. */
      readonly keys?: Readonly<Record<string, KeyType>>;
      readonly rest?: Type;
    }
  | { readonly type: 'any-of'; readonly types: readonly Type[] };

export interface KeyType {
  readonly type: Type;
  readonly summary: string;
  readonly required?: true;
  /** The YAML that completion inserts after the key, as for a field; further lines are indented relative to the first column. */
  readonly snippet?: string;
}

/** What a host accepts instead of a value: a type, or what no type states. Fixes depend on it, so it is data and no sentence. */
export type Expected = ExpectedValue | ExpectedPlace;

export type ExpectedValue =
  | Type
  /** In words, such as `a URL` or `a map with a "type": {words}`. */
  | {
      readonly type: 'phrase';
      readonly phrase: string;
      readonly words: readonly string[];
      /** What the author should do, where it is more than correcting the value. */
      readonly action?: Sentence;
    }
  /** One of some words. */
  | { readonly type: 'words'; readonly words: readonly string[] }
  /** One of some keys, of which the map has none. */
  | { readonly type: 'keys'; readonly keys: readonly string[] };

export type ExpectedPlace =
  /** In the map with this key, and there perhaps with another name. */
  | { readonly type: 'under'; readonly key: string; readonly as?: string }
  /** Where this key is absent. */
  | { readonly type: 'not-with'; readonly key: string }
  /** Hooks, which belong to an event in the map with this key. */
  | { readonly type: 'in-event'; readonly key: string }
  | { readonly type: 'only-in'; readonly program: string; readonly instead: string };

/** A value, or a part of one, that the host does not accept. */
export interface Problem {
  readonly kind: 'type' | 'value' | 'unknown-key' | 'missing-key';
  /** The path below the field. */
  readonly path: Path;
  readonly span: Span;
  readonly expected: Expected;
  /** What was found, where the value does not show it: `used with OpenCode 1 fields`. */
  readonly got?: string;
  readonly value: Value;
  /** The accepted words, where they can be listed. */
  readonly choices?: readonly string[];
  /** The accepted word that was probably meant, if known. */
  readonly meant?: string;
  /** The author may have meant something else, so that a fix is for review. */
  readonly isGuess?: true;
  /** For a missing key: its most common value, in YAML. */
  readonly usual?: string;
  /** What the host does about this one, where that differs from the other problems of the field. */
  readonly otherwise?: Consequence;
}
