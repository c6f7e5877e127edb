// What settings of a project take from an agent.
import type { Tools, ToolVerdict } from '../../model/persona';
import { standsForName } from '../../model/server-names';
import type { RuleAround } from '../../model/tool-settings';
import { agentTools, type ToolLists } from './agent-tools';

/** A name that settings deny, with the rule. */
export interface DeniedAround {
  readonly verdict: ToolVerdict;
  readonly by: RuleAround;
}

/** The tools without those that the settings take, which are listed with the rule that takes them. */
export function toolsWithout(around: readonly DeniedAround[], lists: ToolLists): Tools {
  if (around.length === 0) return agentTools(lists);
  const own = agentTools(lists);
  const verdicts = around.map(({ verdict }) => verdict);
  const tools = agentTools({ ...lists, removed: [...lists.removed, ...verdicts] });
  const had = [...own.granted, ...own.always, ...own.unverified];
  const { servers } = lists.catalog;
  const taken = around.flatMap(({ verdict: { outcome, names }, by: { file, line } }) => {
    if (outcome !== 'denied') return [];
    const lost = own.all
      ? names.filter((name) => !own.denied.includes(name))
      : had.filter((name) => names.some((one) => standsForName(one, name, servers)));
    return lost.map((tool) => ({ tool, file, line }));
  });
  return taken.length === 0 ? own : { ...tools, deniedAround: taken };
}
