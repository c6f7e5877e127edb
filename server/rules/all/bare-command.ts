import type { Outline } from '../../agent/outline';
import { renameKey } from '../../agent/write';
import type { PermissionRule } from '../../hosts/persona';
import type { Verdict } from '../../hosts/verdict';
import { example } from '../example';
import { entryAt } from '../permission-entries';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples, Severity } from '../rule';
import { strictnessOf } from '../strictness';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A pattern for a command that does not match the command with arguments.',
  why: 'A pattern without a wildcard matches the bare command only: where "git push" is denied, "git push origin" is not. A pattern that ends in " *" covers both.',
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
  name: 'bare-command',
  kind: 'host',
  hears: 'rules',
  check: ({ outline, verdict }: HostInput): Found[] => {
    const { weighing, tools } = verdict.dialect;
    const { permissions } = verdict.persona ?? {};
    const commands = tools.deeds?.['run-command'] ?? [];
    if (!weighing || !permissions) return [];
    const order = verdict.dialect.permissionOrder;
    const bare = permissions.flatMap((rule, index): readonly Bare[] => {
      const command = commands.includes(rule.permission) ? commandOf(rule.pattern) : null;
      if (command === null || hasWide(permissions, rule, command)) return [];
      // A grant that never holds: no pattern allows more before the order is another.
      const winner = strictnessOf(rule) === 0 ? order?.overruling(permissions, index) : undefined;
      if (winner && winner.action !== rule.action) return [];
      const action = actionWithArguments(verdict, rule, command);
      return action === rule.action ? [] : [{ rule, command, action }];
    });
    const limits = bare.filter(({ rule, action }) => strictnessOf(rule) > strictnessOf({ action }));
    const grants = bare.filter(({ rule, action }) => strictnessOf(rule) < strictnessOf({ action }));
    return [
      ...limits.map((one) => limitFinding(outline, verdict, one)),
      ...grantFindings(outline, verdict, grants),
    ];
  },
};

interface Bare {
  readonly rule: PermissionRule;
  readonly command: string;
  /** What becomes of the command with arguments. */
  readonly action: string;
}

/** `git push` and `git push:*`: the command that is meant. Null for a pattern with a wildcard of its own. */
function commandOf(pattern: string): string | null {
  const command = pattern.endsWith(':*') ? pattern.slice(0, -2) : pattern;
  return /^[\w./-]+(?: [\w./:@=-]+)*$/.test(command) ? command : null;
}

/** The pattern that is advised is there already. */
const hasWide = (
  rules: readonly PermissionRule[],
  { permission }: PermissionRule,
  command: string,
): boolean => rules.some((one) => one.permission === permission && one.pattern === `${command} *`);

const actionWithArguments = (
  { dialect: { weighing }, persona }: Verdict,
  { permission }: PermissionRule,
  command: string,
): string =>
  weighing && persona ? weighing.actionOn(persona, permission, `${command} --dossier`) : '';

/** The line that begins with the pattern; undefined where rules are a list. */
function patternAt(
  outline: Outline,
  { span, pattern }: PermissionRule,
): ReturnType<typeof entryAt> {
  const at = entryAt(outline, span);
  return at?.entry.key === pattern ? at : undefined;
}

function limitFinding(outline: Outline, verdict: Verdict, { rule, command, action }: Bare): Found {
  const entry = patternAt(outline, rule)?.entry;
  const severity: Severity = rule.action === 'deny' ? 'error' : 'warning';
  const state = action === 'ask' ? 'is only asked for' : 'stays allowed';
  return {
    span: entry?.keySpan ?? rule.span,
    severity,
    message: `"${rule.pattern}" does not match "${command}" with arguments in ${hostName(verdict)}, which ${state}. Use "${command} *".`,
    fixes: widening(outline, [{ rule, command, action }]),
  };
}

/** Said once of a file: who writes one command so writes all of them so. */
function grantFindings(outline: Outline, verdict: Verdict, grants: readonly Bare[]): Found[] {
  const [first, ...more] = grants;
  if (!first) return [];
  const entry = patternAt(outline, first.rule)?.entry;
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  const verb = more.length === 0 ? 'matches' : 'match';
  const state = first.action === 'deny' ? 'denied' : 'asked for';
  return [
    {
      span: entry?.keySpan ?? first.rule.span,
      severity: 'information',
      message: `"${first.rule.pattern}"${others} ${verb} only the command without arguments in ${hostName(verdict)}; with arguments it is ${state}. Add " *" to allow them.`,
      fixes: widening(outline, grants),
    },
  ];
}

function widening(outline: Outline, all: readonly Bare[]): readonly Fix[] {
  const edits = all.flatMap(({ rule, command }) => {
    const at = patternAt(outline, rule);
    const name = `${command} *`;
    if (!at || at.map.entries.some(({ key }) => key === name)) return [];
    return renameKey(outline, at.entry, name);
  });
  if (edits.length === 0) return [];
  const [first] = all;
  const title =
    all.length === 1 && first ? `Write "${first.command} *"` : 'Add " *" to all of them';
  return [{ title, safety: 'review', edits: () => edits }];
}
