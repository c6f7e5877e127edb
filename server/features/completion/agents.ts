// Other agents, where one is being named. What stands at the caret so far is enough to know that one is.
import { headReferencesOf } from '../../hosts/references';
import { touches } from '../../text/span';
import { agentText } from '../explain-agent';
import type { View } from '../view';
import { type Completion, ranks } from './item';

export function agentItems(view: View, offset: number): readonly Completion[] {
  const items = new Map<string, Completion>();
  for (const { place, verdict } of view.lanes) {
    const { host } = place;
    const ids = host.references ? view.neighbours.ids(host) : [];
    // A workspace of one agent has none to offer.
    if (ids.length < 2) continue;
    const judged = verdict();
    const own = judged.persona?.id;
    const reference = headReferencesOf(view.outline, judged, view.context).find(
      ({ kind, span }) => kind === 'agent' && touches(span, offset),
    );
    if (!reference) continue;
    for (const id of ids) {
      const [agent] = view.neighbours.called(host, id);
      if (id === own || items.has(id) || !agent) continue;
      items.set(id, {
        label: id,
        kind: 'reference',
        detail: `agent of ${host.name}`,
        documentation: () => agentText(agent),
        insert: id,
        isSnippet: false,
        span: reference.span,
        rank: ranks.likely,
        deprecated: false,
      });
    }
  }
  return [...items.values()];
}
