// Sentences and word lists that several rules share.

import type { Consequence } from '../hosts/model/field';
import { effectIn } from '../hosts/model/outcome';
import type { Privilege } from '../hosts/model/privileges';
import type { Verdict } from '../hosts/model/verdict';
import { t } from '../text/l10n';
import type { Message } from '../text/message';
import type { Severity } from './rule';

/** With the version, where the project does not use the newest one: a newer one may do something else. */
export const hostName = ({ place: { host, version } }: Verdict): string =>
  version === undefined ? host.name : `${host.name} ${version}`;

/** What a host does, as a sentence: `Claude Code ignores it.` */
export const effectOf = (verdict: Verdict, effect: Message): string =>
  effectIn({ name: hostName(verdict) }, effect);

/** A list for a sentence: `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2
    ? last
    : t('{list} and {last}', { list: words.slice(0, -1).join(', '), last });
}

/** The same with every word in double quotes. */
export const quotedList = (words: readonly string[]): string =>
  listed(words.map((word) => `"${word}"`));

/** What these privileges let an agent do: `change files and run commands`. */
export const actionsOf = (privileges: readonly Privilege[], word: 'and' | 'or' = 'and'): string => {
  const [first, ...more] = privileges;
  if (first === undefined) return '';
  if (more.length === 0) return first === 'write' ? t('change files') : t('run commands');
  return word === 'and' ? t('change files and run commands') : t('change files or run commands');
};

/**
 * A problem and what the host does about it: `"tools" must be a map, not a list. OpenCode does not start.`
 * @param problem a whole sentence with its full stop
 */
export const sentence = (verdict: Verdict, otherwise: Consequence, problem: string): string =>
  `${problem} ${effectOf(verdict, otherwise.effect)}`;

/** Error where the file or a limit is lost; warning where the agent changes; information otherwise. */
export function severityOf(otherwise: Consequence): Severity {
  const { file, outcome, losesLimit } = otherwise;
  if (losesLimit || file === 'ignored' || file === 'refused' || file === 'stops-host')
    return 'error';
  return outcome === 'kept' || outcome === 'ignored' || outcome === 'passed-on'
    ? 'information'
    : 'warning';
}
