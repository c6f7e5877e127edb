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

function nameOf({ kind, name }: Guard): Message {
  switch (kind) {
    case 'deny':
      return t('deny "{rule}"', { rule: name });
    case 'ask':
      return t('ask "{rule}"', { rule: name });
    case 'limit':
      return t('limit "{name}"', { name });
    case 'server':
      return t('server "{name}"', { name });
    case 'hook':
      return t('hooks of "{event}"', { event: name });
  }
}
