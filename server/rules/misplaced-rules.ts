// Permission rules under a key that the host does not read: what is lost with them.
import { defaultContext } from '../hosts/context';
import type { PermissionRule } from '../hosts/persona';
import type { FieldVerdict, Verdict } from '../hosts/verdict';
import { covers } from '../text/span';
import { strictnessOf } from './strictness';

export interface LostRules {
  /** Something that the rules deny, or ask for, stays possible. */
  readonly limit: boolean;
  /** Something that the rules allow stays denied. */
  readonly grant: boolean;
}

/**
 * What holds differently because the host does not read `field` as its field `meant`. Null where that cannot be told: the
 * host weighs no rules, or has no agent here.
 */
export function lostRules(verdict: Verdict, field: FieldVerdict, meant: string): LostRules | null {
  const { dialect, persona, agent, place, fields } = verdict;
  const { weighing } = dialect;
  if (!weighing || !persona || !agent) return null;
  const asMeant = agent.fields
    .filter(({ key }) => key !== meant)
    .map((entry) => (entry.key === field.key ? { ...entry, key: meant } : entry));
  const { persona: intended } = place.host.persona({
    ...{ text: '', dialect, place, fields, context: defaultContext },
    agent: { ...agent, fields: asMeant },
  });
  const rules = (intended.permissions ?? []).filter(({ span }) => covers(field.span, span));
  // A permission that the host never checks stands for those that it checks instead: `write` for `edit`.
  const checked = (permission: string): readonly string[] => {
    const known = weighing.meant(permission);
    return known?.why === 'shared' && known.now.length > 0 ? known.now : [permission];
  };
  const now = (rule: PermissionRule): number =>
    Math.min(
      ...checked(rule.permission).map((permission) =>
        strictnessOf({ action: weighing.actionOn(persona, permission, rule.pattern) }),
      ),
    );
  return {
    limit: rules.some((rule) => now(rule) < strictnessOf(rule)),
    grant: rules.some((rule) => now(rule) > strictnessOf(rule)),
  };
}
