import type { Outline } from '../../agent/outline';
import { allEdits, type Edits, type Writer } from '../../agent/writer';
import type { PermissionRule } from '../../hosts/model/persona';
import { purposesIn } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import { type Message, t } from '../../text/message';
import { example } from '../example';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples, Severity } from '../rule';
import { strictnessOf } from '../strictness';
import { entryAt } from '../tools/permission-entries';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for command patterns that do not match the command with arguments.',
  why: 'A pattern without a wildcard matches only the bare command: if "git push" is denied, "git push origin" is not. A pattern that ends in " *" matches both.',
  sources: [{ facts: ['evaluation of permission rules', 'values of permission'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  bash:\n    "*": allow\n    "git push": deny',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  bash:\n    "*": allow\n    "git push:*": deny',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  bash:\n    "*": deny\n    "git status": allow',
    ),
  ],
  passing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  bash:\n    "*": allow\n    "git push *": deny',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  bash:\n    "git push": deny\n    "git push *": deny',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  bash:\n    "*": deny\n    "git status*": allow',
    ),
  ],
});

export const rule: Rule = {
  name: 'incomplete-command-pattern',
  kind: 'host',
  check: ({ writer, verdict }: HostInput): Found[] => {
    const { evaluator, tools } = verdict.dialect;
    const { permissions } = verdict.persona ?? {};
    const commands = purposesIn(tools)?.['run-command'] ?? [];
    if (!evaluator || !permissions) return [];
    const order = verdict.dialect.permissionOrder;
    const bare = permissions.flatMap((rule, index): readonly Bare[] => {
      const command = commands.includes(rule.permission) ? commandOf(rule.pattern) : null;
      if (command === null || hasWildcardRule(permissions, rule, command)) return [];
      // A grant that another rule overrides: a wider pattern would not allow more.
      const winner = strictnessOf(rule) === 0 ? order?.overruling(permissions, index) : undefined;
      if (winner && winner.action !== rule.action) return [];
      const action = actionWithArguments(verdict, rule, command);
      return action === rule.action ? [] : [{ rule, command, action }];
    });
    const limits = bare.filter(({ rule, action }) => strictnessOf(rule) > strictnessOf({ action }));
    const grants = bare.filter(({ rule, action }) => strictnessOf(rule) < strictnessOf({ action }));
    return [
      ...limits.map((one) => limitFinding(writer, verdict, one)),
      ...grantFindings(writer, verdict, grants),
    ];
  },
};

interface Bare {
  readonly rule: PermissionRule;
  readonly command: string;
  /** The action on the command with arguments. */
  readonly action: string;
}

/** The command of `git push` and `git push:*`. Null for a pattern with another wildcard. */
function commandOf(pattern: string): string | null {
  const command = pattern.endsWith(':*') ? pattern.slice(0, -2) : pattern;
  return /^[\w./-]+(?: [\w./:@=-]+)*$/.test(command) ? command : null;
}

/** Whether there is already a rule with the pattern that the message suggests. */
const hasWildcardRule = (
  rules: readonly PermissionRule[],
  { permission }: PermissionRule,
  command: string,
): boolean => rules.some((one) => one.permission === permission && one.pattern === `${command} *`);

const actionWithArguments = (
  { dialect: { evaluator }, persona }: Verdict,
  { permission }: PermissionRule,
  command: string,
): string =>
  evaluator && persona ? evaluator.actionOn(persona, permission, `${command} --dossier`) : '';

/** The entry whose key is the pattern; undefined if the rules are a list. */
function patternAt(
  outline: Outline,
  { span, pattern }: PermissionRule,
): ReturnType<typeof entryAt> {
  const at = entryAt(outline, span);
  return at?.entry.key === pattern ? at : undefined;
}

function limitFinding(writer: Writer, verdict: Verdict, { rule, command, action }: Bare): Found {
  const entry = patternAt(writer.outline, rule)?.entry;
  const severity: Severity = rule.action === 'deny' ? 'error' : 'warning';
  const args = {
    pattern: rule.pattern,
    command,
    host: hostName(verdict),
    replacement: `${command} *`,
  };
  return {
    span: entry?.keySpan ?? rule.span,
    severity,
    message:
      action === 'ask'
        ? t(
            '"{pattern}" matches only the bare command. {host} only asks before it runs "{command}" with arguments. Use "{replacement}" instead.',
            args,
          )
        : t(
            '"{pattern}" matches only the bare command. {host} still allows "{command}" with arguments. Use "{replacement}" instead.',
            args,
          ),
    fixes: widening(writer, [{ rule, command, action }]),
  };
}

/** One finding for the whole file, because authors usually write all patterns in the same way. */
function grantFindings(writer: Writer, verdict: Verdict, grants: readonly Bare[]): Found[] {
  const [first, ...more] = grants;
  if (!first) return [];
  const entry = patternAt(writer.outline, first.rule)?.entry;
  return [
    {
      span: entry?.keySpan ?? first.rule.span,
      severity: 'information',
      message: grantMessage(first, more.length, hostName(verdict)),
      fixes: widening(writer, grants),
    },
  ];
}

function grantMessage({ rule, action }: Bare, more: number, host: string): Message {
  const args = { pattern: rule.pattern, count: String(more), host };
  if (more === 0)
    return action === 'deny'
      ? t(
          '"{pattern}" matches only the bare command, so {host} denies it with arguments. Append " *" to allow them.',
          args,
        )
      : t(
          '"{pattern}" matches only the bare command, so {host} asks before it runs with arguments. Append " *" to allow them.',
          args,
        );
  return action === 'deny'
    ? t(
        '"{pattern}" and {count} more match only bare commands, so {host} denies these with arguments. Append " *" to allow them.',
        args,
      )
    : t(
        '"{pattern}" and {count} more match only bare commands, so {host} asks before these run with arguments. Append " *" to allow them.',
        args,
      );
}

function widening(writer: Writer, all: readonly Bare[]): readonly Fix[] {
  const each = all.map(({ rule, command }): Edits => {
    const at = patternAt(writer.outline, rule);
    const name = `${command} *`;
    if (!at || at.map.entries.some(({ key }) => key === name)) return [];
    return writer.renameKey(at.entry, name);
  });
  const edits = allEdits(...each);
  if (edits === null || edits.length === 0) return [];
  const [first] = all;
  const title =
    all.length === 1 && first
      ? t('Replace with "{value}"', { value: `${first.command} *` })
      : t('Append " *" to all of them');
  return [{ title, safety: 'review', edits: () => edits }];
}
