import type { Action, PermissionEvaluator } from '../../hosts/model/permission-evaluator';
import type { PermissionRule, Persona } from '../../hosts/model/persona';
import type { Verdict } from '../../hosts/model/verdict';
import { composed, type Message, type MessageArgs, t } from '../../text/message';
import { type Entry, entryOf } from '../../yaml/value';
import { example } from '../example';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { strictnessOf } from '../strictness';
import { type Intended, intendedPermission } from '../tools/intended-permission';
import { type NamedPermission, placeOfPermission } from '../tools/named-permissions';
import { hostName, listed } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for permissions under a name that the program never checks.',
  why: 'OpenCode accepts any name in its maps of permissions and tools. A rule under a name that no tool uses has no effect, so a limit in it may not apply.',
  sources: [{ facts: ['evaluation of permission rules', 'values of permission', 'tool'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  write: deny',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  webfetsh: deny',
    ),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\ntools:\n  Bash: false'),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\ntools:\n  list: false'),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  "*": deny\n  read: allow\n  write: allow',
    ),
  ],
  passing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  edit: deny',
    ),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\ntools:\n  write: false'),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  github_create_issue: deny',
    ),
    example(
      '.kilo/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  semantic_search: deny',
    ),
  ],
});

export const rule: Rule = {
  name: 'ineffective-permission',
  kind: 'host',
  check: ({ catalog, writer, verdict, allowed }: HostInput): Found[] => {
    const { evaluator } = verdict.dialect;
    const { persona } = verdict;
    if (!evaluator || !persona?.permissions) return [];
    const found: Found[] = [];
    for (const [name, rules] of byName(persona.permissions)) {
      if (allowed.tools.includes(name)) continue;
      const meant = intendedPermission(catalog, name, verdict.place.host, verdict.dialect);
      const place = meant && placeOfPermission(verdict, name);
      if (!meant || !place) continue;
      const { severity, message, isRedundant } = judge({
        name,
        rules,
        meant,
        persona,
        evaluator,
        verdict,
        place,
      });
      found.push({
        span: place.span,
        severity,
        message,
        ...(isRedundant && { tag: 'unnecessary' as const }),
        fixes: fixesFor(writer, { place, name, rules, meant, isRedundant }),
      });
    }
    return found;
  },
};

function byName(rules: readonly PermissionRule[]): ReadonlyMap<string, readonly PermissionRule[]> {
  const found = new Map<string, PermissionRule[]>();
  for (const rule of rules) {
    const same = found.get(rule.permission);
    if (same) same.push(rule);
    else found.set(rule.permission, [rule]);
  }
  return found;
}

interface Input {
  readonly name: string;
  readonly rules: readonly PermissionRule[];
  readonly meant: Intended;
  readonly persona: Persona;
  readonly evaluator: PermissionEvaluator;
  readonly verdict: Verdict;
  readonly place: NamedPermission;
}

interface Judgment extends Pick<Found, 'severity' | 'message'> {
  /** Whether removing the line changes nothing. */
  readonly isRedundant: boolean;
}

/** A limit is lost only if the host still allows what it was to deny. */
function judge(input: Input): Judgment {
  const { name, rules, meant, verdict } = input;
  const args = {
    host: hostName(verdict),
    permission: name,
    names: listed(meant.now.map((one) => `"${one}"`)),
  };
  const isLimit = rules.some((rule) => strictnessOf(rule) > 0);
  if (meant.why === 'removed')
    return {
      severity: isLimit ? 'information' : 'hint',
      message: t(
        '"{permission}" was removed from {host}, so this line has no effect. Remove it.',
        args,
      ),
      isRedundant: true,
    };
  const action = actualAction(input);
  const hasKey = meant.now.some((one) => entryOf(input.place.entries, one) !== undefined);
  if (action) {
    const denies = rules.some((rule) => rule.action === 'deny');
    return {
      // A server or a plugin may have a tool of this name.
      severity: isUncertain(input) ? 'warning' : 'error',
      message: composed`${lostLimitMessage(input, action, args)} ${restrictAdvice(denies, hasKey, args)}`,
      isRedundant: false,
    };
  }
  if (isLimit)
    return {
      severity: 'hint',
      message: t(
        '{host} has no permission named "{permission}", and the rules for {names} already have the same effect. Remove this line.',
        args,
      ),
      isRedundant: true,
    };
  if (isDenied(input))
    return {
      severity: 'warning',
      message: hasKey
        ? t(
            '{host} has no permission named "{permission}" and denies {names}, so this line allows nothing. Change {names} or remove this line.',
            args,
          )
        : t(
            '{host} has no permission named "{permission}" and denies {names}, so this line allows nothing. Allow {names} instead.',
            args,
          ),
      isRedundant: false,
    };
  return {
    severity: 'hint',
    message: hasKey
      ? t(
          '{host} has no permission named "{permission}", and the rules for {names} already apply. Remove this line.',
          args,
        )
      : t(
          '{host} has no permission named "{permission}", so this line has no effect. Use {names} instead or remove it.',
          args,
        ),
    isRedundant: true,
  };
}

function lostLimitMessage({ meant }: Input, action: Action, args: MessageArgs): Message {
  if (meant.why === 'shared')
    return action === 'ask'
      ? t('{host} checks {names}, not "{permission}", and only asks before using it.', args)
      : t('{host} checks {names}, not "{permission}", and still allows it.', args);
  return action === 'ask'
    ? t(
        '{host} has no permission named "{permission}", so it only asks before using {names}.',
        args,
      )
    : t('{host} has no permission named "{permission}", so it still allows {names}.', args);
}

/** @param hasKey whether the intended permission has a line of its own */
function restrictAdvice(denies: boolean, hasKey: boolean, args: MessageArgs): Message {
  if (denies)
    return hasKey
      ? t('Set {names} to deny and remove this line.', args)
      : t('Deny {names} instead.', args);
  return hasKey
    ? t('Restrict {names} and remove this line.', args)
    : t('Restrict {names} instead.', args);
}

/** The action that applies instead of a stricter one; undefined if other rules are as strict. */
function actualAction({ rules, meant, persona, evaluator }: Input): Action | undefined {
  for (const rule of rules)
    for (const permission of meant.now) {
      const action = evaluator.actionOn(persona, permission, rule.pattern);
      if (strictnessOf({ action }) < strictnessOf(rule)) return action;
    }
  return undefined;
}

const isDenied = ({ meant, persona, evaluator }: Input): boolean =>
  meant.now.every((permission) => evaluator.actionOn(persona, permission, '*') === 'deny');

const isUncertain = ({ name, meant: { why } }: Input): boolean =>
  why === 'foreign' || why === 'form' || (why === 'spelling' && name.includes('_'));

interface Fixable extends Pick<Input, 'name' | 'rules' | 'meant'> {
  readonly place: NamedPermission;
  readonly isRedundant: boolean;
}

function fixesFor(
  writer: HostInput['writer'],
  { place, name, rules, meant, isRedundant }: Fixable,
): readonly Fix[] {
  if (isRedundant)
    return [
      {
        title: t('Remove "{key}"', { key: name }),
        safety: 'review',
        edits: () => place.remove(writer),
      },
    ];
  const [target, ...more] = meant.now;
  if (target === undefined || more.length > 0) return [];
  const existing = entryOf(place.entries, target);
  if (existing) return rules.length === 1 ? restricting(writer, existing, rules[0]) : [];
  return [
    {
      title: t('Rename to "{name}"', { name: target }),
      // In another case the rule means the same; under another permission it may deny more.
      safety: meant.why === 'case' ? 'safe' : 'review',
      edits: () => place.rename(writer, target),
    },
  ];
}

/** Changes the existing line of the permission. */
const restricting = (
  writer: HostInput['writer'],
  { key, value }: Entry,
  rule: PermissionRule | undefined,
): readonly Fix[] =>
  rule === undefined || value.kind !== 'text'
    ? []
    : [
        {
          title: t('Set "{permission}" to "{action}"', {
            permission: key,
            action: rule.action,
          }),
          safety: 'review',
          edits: () => writer.replaceValue(value, { text: rule.action }),
        },
      ];
