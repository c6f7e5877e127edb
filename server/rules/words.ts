// Sentences and word lists that several rules share.

import type { Consequence } from '../hosts/model/field';
import { effectIn } from '../hosts/model/outcome';
import type { Privilege } from '../hosts/model/privileges';
import type { Verdict } from '../hosts/model/verdict';
import {
  composed,
  joined,
  type Message,
  type MessagePart,
  type Sentence,
  t,
  verbatim,
} from '../text/message';
import type { Severity } from './rule';

/** With the version, where the project does not use the newest one: a newer one may do something else. */
export const hostName = ({ place: { host, version } }: Verdict): string =>
  version === undefined ? host.name : `${host.name} ${version}`;

/** What a host does, as a sentence: `Claude Code ignores it.` */
export const effectOf = (verdict: Verdict, effect: Sentence): Message =>
  effectIn({ name: hostName(verdict) }, effect);

/** A list for a sentence: `a, b and c`. */
export function listed(words: readonly MessagePart[]): Message {
  const [first = '', ...more] = words;
  const last = more.at(-1);
  return last === undefined
    ? composed`${first}`
    : t('{list} and {last}', { list: joined(words.slice(0, -1), ', '), last });
}

/** The same with every word in double quotes. */
export const quotedList = (words: readonly string[]): Message =>
  listed(words.map((word) => `"${word}"`));

/** What these privileges let an agent do: `change files and run commands`. */
export const actionsOf = (
  privileges: readonly Privilege[],
  word: 'and' | 'or' = 'and',
): Message => {
  const [first, ...more] = privileges;
  if (first === undefined) return verbatim('');
  if (more.length === 0) return first === 'write' ? t('change files') : t('run commands');
  return word === 'and' ? t('change files and run commands') : t('change files or run commands');
};

/**
 * A problem and what the host does about it: `"tools" must be a map, not a list. OpenCode does not start.`
 * @param problem a whole sentence with its full stop
 */
export const sentence = (verdict: Verdict, otherwise: Consequence, problem: Message): Message =>
  composed`${problem} ${effectOf(verdict, otherwise.effect)}`;

/** Error where the file or a limit is lost; warning where the agent changes; information otherwise. */
export function severityOf(otherwise: Consequence): Severity {
  const { file, outcome, losesLimit } = otherwise;
  if (losesLimit || file === 'ignored' || file === 'refused' || file === 'stops-host')
    return 'error';
  return outcome === 'kept' || outcome === 'ignored' || outcome === 'passed-on'
    ? 'information'
    : 'warning';
}
