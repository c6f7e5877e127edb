import type { PermissionRule } from '../../hosts/model/persona';
import { composed, type Message, t } from '../../text/message';
import { example } from '../example';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples, Severity } from '../rule';
import { strictnessOf } from '../strictness';
import { intendedPermission } from '../tools/intended-permission';
import { entryAt, moveBefore } from '../tools/permission-entries';
import { effectOf, listed } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for permission rules that never apply because another rule overrides them.',
  why: 'Where the last matching rule wins, a rule for everything at the end overrides all rules above it, and the limits that they set do not apply.',
  sources: [{ facts: ['order of permission rules', 'values of permission'] }],
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
    // OpenCode checks "edit" for both, so none of the rules has an effect.
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  write:\n    "**/*.md": allow\n    "*": deny',
    ),
  ],
});

export const rule: Rule = {
  name: 'overridden-permission',
  kind: 'host',
  check: ({ allowed, catalog, outline, writer, verdict }: HostInput): Found[] => {
    const { dialect, place } = verdict;
    const order = dialect.permissionOrder;
    // What the host never checks is reported as that, and has no effect that could be lost.
    const isChecked = ({ permission }: PermissionRule): boolean =>
      allowed.tools.includes(permission) ||
      intendedPermission(catalog, permission, place.host, dialect) === undefined;
    const rules = verdict.persona?.permissions ?? [];
    if (!order || rules.length < 2 || rules.length > maxRules) return [];
    const losersByWinner = new Map<PermissionRule, PermissionRule[]>();
    for (const [index, rule] of rules.entries()) {
      const winner = order.overruling(rules, index);
      if (!winner || winner.action === rule.action || !isChecked(rule)) continue;
      losersByWinner.set(winner, [...(losersByWinner.get(winner) ?? []), rule]);
    }
    return [...losersByWinner].map(([winner, losers]) => {
      const at = entryAt(outline, winner.span);
      return {
        span: at?.entry.keySpan ?? winner.span,
        severity: severityFor(winner, losers),
        message: composed`${effectOf(verdict, order.effect)} ${overriding(winner, losers)}`,
        fixes: at ? movings(writer, at, losers) : [],
      };
    });
  },
};

/** Each rule is compared with all rules after it, so the number of rules is limited. */
const maxRules = 400;

const severityFor = (winner: PermissionRule, losers: readonly PermissionRule[]): Severity =>
  losers.some((rule) => strictnessOf(rule) > strictnessOf(winner)) ? 'error' : 'warning';

function overriding(winner: PermissionRule, losers: readonly PermissionRule[]): Message {
  const rule = lineOf(winner, winner.permission === losers[0]?.permission);
  return losers.length > 3
    ? t('{rule} overrides the {count} rules above it. Move it above them.', {
        rule,
        count: losers.length,
      })
    : t('{rule} overrides {others}. Move it above them.', {
        rule,
        others: listed(losers.map((loser) => lineOf(loser, loser.pattern !== '*'))),
      });
}

/** `"*": allow`, as in the file. */
const lineOf = ({ permission, pattern, action }: PermissionRule, isPattern: boolean): string =>
  `"${pattern === '*' && !isPattern ? permission : pattern}": ${action}`;

/** For review: only the author knows whether the rules were meant to apply. */
function movings(
  writer: HostInput['writer'],
  at: NonNullable<ReturnType<typeof entryAt>>,
  losers: readonly PermissionRule[],
): readonly Fix[] {
  const spans = losers.map(({ span }) => span);
  const edits = writer.inYaml(moveBefore(writer.outline, at, spans));
  if (edits === null || edits.length === 0) return [];
  return [
    {
      title: t('Move "{rule}" above them', { rule: at.entry.key }),
      safety: 'review',
      edits: () => edits,
    },
  ];
}
