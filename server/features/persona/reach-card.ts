// What an agent cannot do itself but can have done by agents that it calls, as the last of the answers to "What Can It Do?".
import { privileges } from '../../hosts/model/privileges';
import type { Verdict } from '../../hosts/model/verdict';
import type { RiskCard } from '../../protocol/protocol';
import { reachOf, wayLabel } from '../../rules/names/reach';
import { actionsOf, listed } from '../../rules/words';
import { t } from '../../text/message';
import type { Untranslated } from '../../text/translated';
import { knownAgent } from '../../workspace/known-agents';
import type { View } from '../view/view';
import type { LineOf } from './persona-tools';

/** One card, or none where no agent that it calls can do more. */
export function reachCards(
  view: View,
  verdict: Verdict,
  lineOf: LineOf,
): readonly Untranslated<RiskCard>[] {
  const me = knownAgent(view.outline, verdict, view.context);
  const reached = reachOf(me, view.workspace);
  const [first] = reached;
  if (!first) return [];
  const host = verdict.place.host.name;
  const agents = listed([...new Set(reached.map((one) => `"${wayLabel(one)}"`))]);
  const gained = privileges.filter((one) => reached.some(({ gains }) => gains.includes(one)));
  return [
    {
      id: 'other-agents',
      label: t('Act through other agents'),
      action: 'allow',
      by: wayLabel(first),
      rule: first.tools?.join(', ') ?? null,
      line: lineOf(first.call.reference.span.start),
      example: '',
      explanation: t(
        'It cannot {actions} itself, but it can do so through {agents}. {host} gives called agents their own tools.',
        { actions: actionsOf(gained, 'or'), agents, host },
      ),
    },
  ];
}
