import type { KeyCaret } from '../../agent/caret';
import type { CompletedWord } from '../../agent/writer';
import type { Message, Text } from '../../text/message';
import type { Span } from '../../text/span';

// How a completion list was requested, which decides what is in it. A list that opens automatically must not get in the way of
// typing; a list that the author requests shows everything that fits.

export interface CompletionRequest {
  /** `typing`: the list opens or is refreshed automatically at a keystroke. `explicit`: the author requested it. */
  readonly by: 'typing' | 'explicit';
  /** The trigger character that caused the request. */
  readonly character?: string;
  /**
   * The editor's built-in support contributes to the same list, so its entries are not offered twice. At a trigger character an
   * editor asks only the providers that registered it.
   */
  readonly withBuiltin: boolean;
}

export const explicitRequest: CompletionRequest = { by: 'explicit', withBuiltin: true };

export type CompletionKind =
  | 'field'
  | 'value'
  | 'tool'
  | 'model'
  | 'color'
  | 'event'
  | 'skeleton'
  | 'reference'
  | 'file';

export interface Completion {
  readonly label: string;
  /** Where the label is no name but words, which are English: the words to show. */
  readonly title?: Message;
  readonly kind: CompletionKind;
  /** A short label that is shown next to the item. */
  readonly detail: Text;
  /** Markdown, made when the item is focused. */
  readonly documentation: () => Text;
  readonly insert: string;
  readonly isSnippet: boolean;
  /** The token that the item replaces. */
  readonly span: Span;
  /** Lower comes first. */
  readonly rank: number;
  /** In how many real files it is used here: within a rank, the most used come first. */
  readonly uses?: number;
  /** The text that typed characters are matched with. Default: the label. */
  readonly prefix?: string;
  /** Something must follow it, such as a colon or a part after a slash. */
  readonly isUnfinished?: true;
  /** Never offered, but accepted by the host, so a user who types it has finished the word. */
  readonly isOnlyKnown?: true;
  /** Undocumented name, offered only once its beginning is typed. */
  readonly isInternal?: true;
  readonly deprecated: boolean;
  /** For colors: `#rrggbb`. */
  readonly hex?: string;
  /** Accepting the item requests the next list. */
  readonly goesOn?: true;
}

export const ranks = { likely: 0, ordinary: 1, seldom: 2, old: 3 } as const;

// The text that inserts a key and the beginning of its value.

type Insertion = Pick<Completion, 'insert' | 'isSnippet' | 'goesOn' | 'isUnfinished'>;

/**
 * The key alone where a colon follows already, else the key with a value of the right form.
 * @param separator what the syntax writes after a key. A snippet that begins with a dot continues the key.
 */
export function insertion(
  key: string,
  snippet: string | undefined,
  caret: Pick<KeyCaret, 'hasColon' | 'indent' | 'flow'>,
  separator: string,
): Insertion {
  if (caret.hasColon) return { insert: key, isSnippet: false };
  // Snippets with line breaks do not fit into a flow map.
  const value = snippet === undefined || (caret.flow && snippet.includes('\n')) ? ' ' : snippet;
  const text = value.replaceAll('\n', `\n${' '.repeat(caret.indent)}`);
  const isSnippet = text.includes('$');
  const after = text.startsWith('.') ? text : `${separator}${text}`;
  const insert = `${isSnippet ? escaped(key) : key}${after}`;
  // The editor itself opens the list for a choice in a snippet; in all other cases the next list is requested.
  return {
    insert,
    isSnippet,
    isUnfinished: true,
    ...(text.includes('${1|') ? {} : { goesOn: true }),
  };
}

const escaped = (text: string): string => text.replaceAll(/[\\$}]/g, '\\$&');

/** A value to insert, before it is put into the form that its place needs. */
export interface Word extends CompletedWord {
  readonly kind: Completion['kind'];
  readonly detail: Text;
  readonly documentation: () => Text;
  readonly rank?: number;
  readonly deprecated?: boolean;
  readonly hex?: string;
  readonly goesOn?: true;
  /** The text that typed characters are matched with, where it is not the label. */
  readonly prefix?: string;
  readonly isInternal?: true;
  readonly isOnlyKnown?: true;
  /** Its position, from 1, among the values that the documentation recommends. */
  readonly documented?: number;
  /** It grants permissions, so it is offered last. */
  readonly grants?: true;
}
