// The result of a host's reader. Everything else works on readings, so a host's files may have any syntax.

import type { Outline } from '../../agent/outline';
import type { Edit } from '../../text/edit';
import type { Sentence } from '../../text/message';
import type { Span } from '../../text/span';
import type { Entry } from '../../yaml/value';
import type { Context } from './context';
import type { LocatedFile } from './located-file';

export type FlawCode =
  | 'no-frontmatter'
  | 'leading-text'
  | 'unclosed-fence'
  | 'early-fence'
  | 'fence-language'
  | 'yaml'
  | 'yaml-repaired'
  | 'frontmatter-lost'
  | 'not-a-mapping'
  | 'duplicate-key'
  | 'executable'
  /** The file is not valid TOML; `message` is the code of the outline's error. */
  | 'toml'
  /** The file is not valid JSON. */
  | 'json'
  /** The host does not load the plugin of the file because of its manifest. */
  | 'broken-manifest'
  /** The host reads agents of a plugin with this manifest in another folder. */
  | 'unread-folder'
  | 'too-large'
  /** Texts for which a host's parser is not followed here, each for a reason that its author can remove. */
  | UncheckedCode
  /** Control characters in the text, such as NUL, by which the host treats the file as binary. */
  | 'binary'
  /** The file defines an agent without a prompt, such as one that runs as a service. Such agents are not judged. */
  | 'without-prompt'
  /** The prompt is missing or too short for the host. */
  | 'short-prompt'
  /** The value goes on after its line, which the host does not read. `message` is the key. */
  | 'cut-value'
  /** A line with the name of a field and a value, but no colon between them. `message` is the key. */
  | 'missing-colon'
  /** A key inside of another field, which the host reads as a field of its own. */
  | 'nested-key'
  /** The frontmatter exceeds the limits of what Dossier parses, so nothing is known of it. */
  | 'unchecked'
  /** The agent's name, from the file or its path, makes the host fail (`name-breaks-host`) or is lost (`name-vanishes`). */
  | 'name-breaks-host'
  | 'name-vanishes'
  /** The host reads a value but cannot process it, which affects more than this agent. */
  | 'value-breaks-host'
  /** The file is empty, and that makes the host fail. */
  | 'empty-file'
  /** The prompt references something that the host does not allow in such a file. */
  | 'blocked-reference'
  /** The prompt references a file that the host does not allow here; it matters only if that file exists. */
  | 'outside-reference';

/** A line of dashes inside of the frontmatter, a key after `?`, a tag or an anchor, or YAML on which parsers differ. */
export type UncheckedCode = 'inner-fence' | 'explicit-key' | 'tagged-value' | 'disputed-yaml';

/** A problem of the file that the reader found. Readers return problems and never throw them. */
export interface Flaw {
  readonly code: FlawCode;
  readonly span: Span;
  /** Details beyond the code. */
  readonly message?: Sentence;
  /** The edits by which the host repaired the text, so that their effect can be shown. */
  readonly repairs?: readonly Edit[];
  /** Whether the host loads no agent because of it. */
  readonly fatal: boolean;
}

export interface ReadAgent {
  /** The top-level fields as the host reads them, in source order, without duplicates. */
  readonly fields: readonly Entry[];
  readonly prompt: { readonly text: string; readonly span: Span };
  /** Keys of fields whose value is completed or explained elsewhere, such as by a variable of the environment: it is not judged. */
  readonly unresolved?: ReadonlySet<string>;
}

export interface Reading {
  /** Empty where the host finds no agent in the text. */
  readonly agents: readonly ReadAgent[];
  readonly flaws: readonly Flaw[];
}

export interface ReaderInput {
  readonly outline: Outline;
  readonly place: LocatedFile;
  readonly context: Context;
}

/** Reads any text without throwing. */
export type Reader = (input: ReaderInput) => Reading;

/** The reading of a text in which the host finds no agent because of a flaw. */
export const unread = (flaw: Flaw): Reading => ({ agents: [], flaws: [flaw] });
