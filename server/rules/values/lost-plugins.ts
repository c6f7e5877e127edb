// What is lost with a marketplace that a program refuses.
import { documentKindOf } from '../../hosts/model/place';
import { type Message, t, verbatim } from '../../text/message';
import type { HostInput } from '../rule';
import { listed } from '../words';

const namedAtMost = 5;

/** The plugins of a marketplace of which none can be installed, in a sentence; empty for any other document. */
export function lostPlugins({ outline, verdict: { place, agent } }: HostInput): readonly Message[] {
  const kind = documentKindOf(place);
  if (kind.subject !== 'manifest' || !kind.marketplace) return [];
  const all = kind.marketplace.plugins(agent?.fields ?? outline.fields);
  if (all.length === 0) return [];
  const names = all.slice(0, namedAtMost).map((plugin) => verbatim(`"${plugin}"`));
  const rest = all.length - namedAtMost;
  return [
    t('Lost with it: {plugins}.', {
      plugins: listed(rest > 0 ? [...names, t('{count} more', { count: rest })] : names),
    }),
  ];
}
