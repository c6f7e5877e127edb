// What a finding on several names of one list advises.
import { type Message, t } from '../../text/message';
import type { MergeKey } from '../merging';
import { listed, quotedList } from '../words';

/** What to write instead of each name, and which to remove. */
export function adviceFor(all: readonly MergeKey[]): readonly Message[] {
  const replaced = all.filter(({ instead = [] }) => instead.length > 0);
  const removed = all.filter(({ instead = [] }) => instead.length === 0);
  const pairs = replaced.map(({ name, instead = [] }) =>
    t('{now} instead of {old}', { now: quotedList(instead), old: quotedList([name]) }),
  );
  const names = quotedList(removed.map(({ name }) => name));
  return [
    ...(pairs.length > 0 ? [t('Use {replacements}.', { replacements: listed(pairs) })] : []),
    ...(removed.length === 0
      ? []
      : [pairs.length > 0 ? t('Remove {names}.', { names }) : t('Remove them.')]),
  ];
}
