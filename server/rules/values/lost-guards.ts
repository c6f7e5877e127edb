// What a finding names as lost.
import type { Guard } from '../../hosts/model/settings';
import { type Message, t } from '../../text/message';
import { listed } from '../words';

const namedAtMost = 5;

/** The sentence that names them; none where there are none. */
export function lostGuards(guards: readonly Guard[]): readonly Message[] {
  if (guards.length === 0) return [];
  const rest = guards.length - namedAtMost;
  const names = guards.slice(0, namedAtMost).map(nameOf);
  return [
    t('Lost with it: {guards}.', {
      guards: listed(rest > 0 ? [...names, t('{count} more', { count: rest })] : names),
    }),
  ];
}

const nameOf = ({ kind, name }: Guard): Message =>
  kind === 'deny'
    ? t('deny "{rule}"', { rule: name })
    : kind === 'ask'
      ? t('ask "{rule}"', { rule: name })
      : kind === 'server'
        ? t('server "{name}"', { name })
        : t('hooks of "{event}"', { event: name });
