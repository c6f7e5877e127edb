// Plugins of the marketplaces in the project, as keys of the map that switches them on.
import type { KeyCaret } from '../../agent/caret';
import { fullName } from '../../hosts/judge/plugins/unlisted-plugins';
import { documentKindOf, type Place } from '../../hosts/model/place';
import { verbatim } from '../../text/message';
import type { View } from '../view/view';
import { type Completion, ranks } from './item';
import { propertyInsertion } from './properties';

const isOn = { type: { type: 'boolean' }, snippet: ' true' } as const;

/** Those that the map does not have yet. */
export function pluginItems({ outline }: View, caret: KeyCaret, place: Place): Completion[] {
  const kind = documentKindOf(place);
  const [key, ...below] = caret.path;
  const switches = kind.subject === 'settings' ? kind.switches : undefined;
  if (!switches || switches.key !== key || below.length > 0) return [];
  const known = switches
    .marketplaces(outline.fields, place)
    .flatMap(({ content }) => (content ? [content] : []));
  const names = new Map(
    known.flatMap((market) =>
      market.plugins.map((plugin) => [fullName(plugin, market), market.file] as const),
    ),
  );
  return [...names].flatMap(([label, file]): Completion[] =>
    caret.siblings.includes(label)
      ? []
      : [
          {
            ...{ label, kind: 'reference', detail: verbatim(file), documentation: () => '' },
            ...{ rank: ranks.likely, deprecated: false },
            ...propertyInsertion(label, isOn, caret, outline),
          },
        ],
  );
}
