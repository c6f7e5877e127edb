// The types of field values, as data: enough to check a value, to say what is expected, and to offer what fits.

import type { Evidence } from './evidence';

/** A word that a field accepts. */
export interface Choice {
  readonly value: string;
  readonly means: string;
  /** Words that authors write for it and that the host does not accept. */
  readonly alsoWritten?: readonly string[];
  /** Accepted, but another word is better. */
  readonly deprecated?: string;
  /** The widest of the choices: it lets the agent do what the others keep from it. */
  readonly grants?: true;
  /** For colours: how it looks, `#rrggbb`. */
  readonly hex?: string;
  readonly evidence?: Evidence;
}

/** What fills a text when the host checks nothing, so that there is something to offer. */
export type Vocabulary = 'models' | 'variants' | 'agents' | 'skills' | 'mcp-servers' | 'tools';

export type Type =
  | { readonly type: 'any' }
  | {
      readonly type: 'text';
      readonly nonEmpty?: true;
      readonly vocabulary?: Vocabulary;
      /** Numbers, booleans and nulls are read as their text. */
      readonly anyScalar?: true;
      readonly multiline?: true;
    }
  | {
      readonly type: 'one-of';
      readonly choices: readonly Choice[];
      readonly ignoreCase?: true;
      /** Also accepted: a form that no list can hold. */
      readonly pattern?: {
        readonly matches: RegExp;
        readonly description: string;
        readonly example: string;
      };
    }
  | {
      readonly type: 'boolean';
      /** Texts that count as true or false beside the YAML booleans. */
      readonly words?: { readonly true: readonly string[]; readonly false: readonly string[] };
      /** Only this one has an effect; the other is the same as no field. */
      readonly only?: boolean;
      /** Only exactly `true` and `false`, unquoted. */
      readonly lowerCaseOnly?: true;
    }
  | { readonly type: 'number' }
  | {
      readonly type: 'integer';
      readonly min?: number;
      /** A text that begins with digits counts as that number. */
      readonly digits?: true;
    }
  | { readonly type: 'list'; readonly of: Type; readonly nonEmpty?: true }
  /** A list, or a text that the host splits. */
  | { readonly type: 'names'; readonly vocabulary?: Vocabulary; readonly separators: string }
  | {
      readonly type: 'map';
      /** Known keys; others are checked against `rest`, or are wrong where there is none. */
      readonly keys?: Readonly<Record<string, KeyType>>;
      readonly rest?: Type;
    }
  | { readonly type: 'any-of'; readonly types: readonly Type[] };

export interface KeyType {
  readonly type: Type;
  readonly summary: string;
  readonly required?: true;
  /** What a snippet offers behind the key, as for a field; further lines as from the first column. */
  readonly snippet?: string;
}
