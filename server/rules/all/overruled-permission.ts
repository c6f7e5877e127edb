import type { PermissionRule } from '../../hosts/persona';
import { example } from '../example';
import { entryAt, moveBefore } from '../permission-entries';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples, Severity } from '../rule';
import { strictnessOf } from '../strictness';
import { hostName, listed } from '../words';

export const docs: RuleDocs = {
  what: 'A permission that never holds, because another one overrules it.',
  why: 'Where the last rule wins, a rule for everything that stands last leaves nothing of those above it: the limit reads well and is none.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  edit: deny\n  bash: deny\n  "*": allow',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  bash:\n    "git diff*": allow\n    "*": deny',
    ),
    example(
      '.kilo/agent/reviewer.md',
      'description: Reviews changes.\ntools:\n  bash: false\npermission: allow',
    ),
  ],
  passing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  "*": deny\n  read: allow\n  grep: allow',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  bash:\n    "*": ask\n    "git diff*": allow',
    ),
  ],
});

export const rule: Rule = {
  name: 'overruled-permission',
  kind: 'host',
  hears: 'permissions',
  check: ({ outline, verdict }: HostInput): Found[] => {
    const order = verdict.dialect.permissionOrder;
    const rules = verdict.persona?.permissions ?? [];
    if (!order || rules.length < 2 || rules.length > most) return [];
    const dead = new Map<PermissionRule, PermissionRule[]>();
    for (const [index, rule] of rules.entries()) {
      const winner = order.overruling(rules, index);
      if (!winner || winner.action === rule.action) continue;
      dead.set(winner, [...(dead.get(winner) ?? []), rule]);
    }
    return [...dead].map(([winner, losers]) => {
      const at = entryAt(outline, winner.span);
      const name = nameOf(winner, winner.permission === losers[0]?.permission);
      return {
        span: at?.entry.keySpan ?? winner.span,
        severity: severityFor(winner, losers),
        message: `${hostName(verdict)} ${order.says}: ${name}, ${winner.action}, overrules ${some(losers)}. Write the rule for more before the rules for less.`,
        fixes: at ? movings(outline, at, losers) : [],
      };
    });
  },
};

/** Each rule is held against all behind it: more than anybody reads would cost more than anybody waits. */
const most = 400;

const severityFor = (winner: PermissionRule, losers: readonly PermissionRule[]): Severity =>
  losers.some((rule) => strictnessOf(rule) > strictnessOf(winner)) ? 'error' : 'warning';

const nameOf = ({ permission, pattern }: PermissionRule, within: boolean): string =>
  pattern === '*' && !within ? `"${permission}"` : `"${pattern}"`;

const some = (rules: readonly PermissionRule[]): string => {
  const names = rules.map((rule) => `${nameOf(rule, rule.pattern !== '*')}, ${rule.action}`);
  return names.length > 3 ? `${names.length} rules above it` : listed(names);
};

/** The rules then hold as they read; whether that was meant is for the author to say. */
function movings(
  outline: HostInput['outline'],
  at: NonNullable<ReturnType<typeof entryAt>>,
  losers: readonly PermissionRule[],
): readonly Fix[] {
  const edits = moveBefore(
    outline,
    at,
    losers.map(({ span }) => span),
  );
  if (edits.length === 0) return [];
  return [{ title: `Move "${at.entry.key}" before them`, safety: 'review', edits: () => edits }];
}
