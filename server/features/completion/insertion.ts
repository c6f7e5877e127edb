// The text that inserts a key and the beginning of its value.
import type { KeyCaret } from '../../agent/caret';
import type { Completion } from './item';

type Insertion = Pick<Completion, 'insert' | 'isSnippet' | 'goesOn' | 'isUnfinished'>;

/** The key alone where a colon follows already, else the key with a value of the right form. */
export function insertion(
  key: string,
  snippet: string | undefined,
  caret: Pick<KeyCaret, 'hasColon' | 'indent' | 'flow'>,
): Insertion {
  if (caret.hasColon) return { insert: key, isSnippet: false };
  // Snippets with line breaks do not fit into a flow map.
  const value = snippet === undefined || (caret.flow && snippet.includes('\n')) ? ' ' : snippet;
  const text = value.replaceAll('\n', `\n${' '.repeat(caret.indent)}`);
  const isSnippet = text.includes('$');
  const insert = `${isSnippet ? escaped(key) : key}:${text}`;
  // The editor itself opens the list for a choice in a snippet; in all other cases the next list is requested.
  return {
    insert,
    isSnippet,
    isUnfinished: true,
    ...(text.includes('${1|') ? {} : { goesOn: true }),
  };
}

const escaped = (text: string): string => text.replaceAll(/[\\$}]/g, '\\$&');
