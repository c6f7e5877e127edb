// What is lost if permission rules are under a key that the host does not read.

import { defaultContext } from '../../hosts/model/context';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { PermissionRule } from '../../hosts/model/persona';
import { agentKindOf } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import { covers } from '../../text/span';
import { strictnessOf } from '../strictness';

export interface LostRules {
  /** The rules deny something, or ask for it, that stays allowed. */
  readonly limit: boolean;
  /** The rules allow something that stays denied. */
  readonly grant: boolean;
}

/**
 * What changes because the host does not read `field` as its field `meant`. Null where that is not known, because the host
 * evaluates no permission rules or does not load the agent.
 */
export function lostRules(verdict: Verdict, field: FieldVerdict, meant: string): LostRules | null {
  const { dialect, persona, agent, place, fields } = verdict;
  const { evaluator } = dialect;
  if (!evaluator || !persona || !agent) return null;
  const asMeant = agent.fields
    .filter(({ key }) => key !== meant)
    .map((entry) => (entry.key === field.key ? { ...entry, key: meant } : entry));
  const intended = agentKindOf(place)?.persona({
    ...{ text: '', dialect, place, fields, context: defaultContext },
    agent: { ...agent, fields: asMeant },
  });
  const rules = (intended?.persona.permissions ?? []).filter(({ span }) =>
    covers(field.span, span),
  );
  // In place of a permission that the host never checks, it checks others: `edit` for `write`.
  const checked = (permission: string): readonly string[] => {
    const known = evaluator.meant(permission, dialect.tools);
    return known?.why === 'shared' && known.now.length > 0 ? known.now : [permission];
  };
  const now = (rule: PermissionRule): number =>
    Math.min(
      ...checked(rule.permission).map((permission) =>
        strictnessOf({ action: evaluator.actionOn(persona, permission, rule.pattern) }),
      ),
    );
  return {
    limit: rules.some((rule) => now(rule) < strictnessOf(rule)),
    grant: rules.some((rule) => now(rule) > strictnessOf(rule)),
  };
}
