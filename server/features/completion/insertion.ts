// A key, and what follows it.
import type { KeyCaret } from '../../agent/caret';
import type { Completion } from './item';

type Insertion = Pick<Completion, 'insert' | 'isSnippet' | 'goesOn' | 'isUnfinished'>;

/** With a colon already there only the key is replaced; else a value of the right shape follows. */
export function insertion(
  key: string,
  snippet: string | undefined,
  caret: Pick<KeyCaret, 'hasColon' | 'indent' | 'flow'>,
): Insertion {
  if (caret.hasColon) return { insert: key, isSnippet: false };
  // Between brackets there is no room for lines.
  const value = snippet === undefined || (caret.flow && snippet.includes('\n')) ? ' ' : snippet;
  const text = value.replaceAll('\n', `\n${' '.repeat(caret.indent)}`);
  const isSnippet = text.includes('$');
  const insert = `${isSnippet ? escaped(key) : key}:${text}`;
  // A choice of the snippet is offered by the editor itself; everything else by the next list.
  return {
    insert,
    isSnippet,
    isUnfinished: true,
    ...(text.includes('${1|') ? {} : { goesOn: true }),
  };
}

const escaped = (text: string): string => text.replaceAll(/[\\$}]/g, '\\$&');
