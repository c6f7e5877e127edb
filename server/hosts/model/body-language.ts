// How a host reads the text of a skill or command when it is called: what it replaces, runs and attaches.

import type { Message } from '../../text/message';
import type { Evidence } from './evidence';

export interface BodyLanguage {
  /** The number of the first argument: `$0` or `$1`. Numbers are replaced in code too. */
  readonly first: 0 | 1;
  /** The result for the number of an argument that a call does not have. */
  readonly missing: 'unchanged' | 'empty';
  /** The highest number of a text is its argument and all that follow. */
  readonly lastTakesRest?: true;
  /** `$ARGUMENTS[0]` is one argument, counted from 0. Otherwise it is all arguments, followed by `[0]`. */
  readonly hasIndexes?: true;
  /** `$1x` and `$1_a` are no arguments. */
  readonly endsNumbers?: true;
  /** Higher numbers are text in a call that does not have so many arguments, and so are numbers with a leading zero. */
  readonly highest?: number;
  /** `$ARGUMENTSX` is left unchanged. */
  readonly endsArguments?: true;
  /** Where a backslash before the dollar sign is removed and what follows is left unchanged. */
  readonly escapes?: 'arguments' | 'everywhere';
  /** The field that gives arguments names, which are replaced as `$name`. */
  readonly namesIn?: string;
  /** The words that are replaced as `${NAME}`, with the meaning of each value. */
  readonly variables: Readonly<Record<string, Message>>;
  /** The one for the folder of the file. */
  readonly folderVariable?: string;
  /** Absent where `` !`command` `` is text. */
  readonly shell?: ShellLanguage;
  /** How files are attached that are written `@path` after white space. Absent where they are text. */
  readonly files?: FileLanguage;
  /** What is put between the text and the arguments of a call of which the text uses none. */
  readonly appends: string;
  /** Arguments are inserted unchanged. Otherwise the result for a `$` in them is not known. */
  readonly insertsLiterally?: true;
  /** The arguments of a call; null where that is not known. */
  readonly split: (typed: string) => readonly string[] | null;
  readonly evidence: Evidence;
}

export interface ShellLanguage {
  /** Whether the permission rules decide. Otherwise every command is run. */
  readonly asks: boolean;
  /** A command begins after white space only, and not in inline code. */
  readonly afterSpace?: true;
  /** The lines of a code block that begins with ```` ```! ```` are run. */
  readonly blocks?: true;
  /** Commands in the arguments of a call are run too. */
  readonly fromArguments?: true;
}

export interface FileLanguage {
  /** `@path#L1-9` is attached too. */
  readonly lines?: true;
  /** `@"path"` is attached too. */
  readonly quotes?: true;
}
