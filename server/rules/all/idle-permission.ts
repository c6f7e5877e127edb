import { type Entry, entryOf } from '../../agent/value';
import { replaceScalar } from '../../agent/write';
import { equivalents } from '../../hosts/deeds';
import { writtenFor } from '../../hosts/equivalents';
import type { PermissionRule, Persona } from '../../hosts/persona';
import type { Verdict } from '../../hosts/verdict';
import type { Action, MeantPermission, Weighing } from '../../hosts/weighing';
import { editDistance } from '../../text/edit-distance';
import { example } from '../example';
import { type NamedPermission, placeOfPermission } from '../named-permissions';

import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { strictnessOf } from '../strictness';
import { hostName, listed } from '../words';

export const docs: RuleDocs = {
  what: 'A permission under a name that the host never checks.',
  why: 'OpenCode accepts any name in its maps of permissions and tools. A rule under a name that no tool asks for has no effect, so a limit that is written there may not hold.',
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
  name: 'idle-permission',
  kind: 'host',
  hears: 'rules',
  check: ({ outline, verdict, allowed }: HostInput): Found[] => {
    const { weighing } = verdict.dialect;
    const { persona } = verdict;
    if (!weighing || !persona?.permissions) return [];
    const found: Found[] = [];
    for (const [name, rules] of byName(persona.permissions)) {
      if (/[*?]/.test(name) || weighing.permissions.includes(name)) continue;
      if (allowed.tools.includes(name)) continue;
      const meant = meantBy(name, verdict, weighing);
      const place = meant && placeOfPermission(verdict, name);
      if (!meant || !place) continue;
      const judged = judge({ name, rules, meant, persona, weighing, verdict, place });
      if (!judged) continue;
      const { severity, message, isIdle } = judged;
      found.push({
        span: place.span,
        severity,
        message,
        ...(isIdle && { tag: 'unnecessary' as const }),
        fixes: fixesFor(outline, { place, name, rules, meant, isIdle }),
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

interface Meant {
  readonly now: readonly string[];
  /** `spelling`: one slip of the finger away. `foreign`: another program's name for it. */
  readonly why: MeantPermission['why'] | 'spelling' | 'foreign';
}

function meantBy(name: string, verdict: Verdict, weighing: Weighing): Meant | undefined {
  const meant = weighing.meant(name);
  if (meant) return meant;
  const near = misspelt(name, weighing.permissions);
  if (near !== undefined) return { now: [near], why: 'spelling' };
  const from = writtenFor([name], verdict.place.host);
  const own = verdict.dialect.tools.deeds;
  if (!from || !own) return undefined;
  const now = equivalents(name, from.deeds, own).flatMap((one) => weighing.meant(one)?.now ?? one);
  return now.length > 0 ? { now: [...new Set(now)], why: 'foreign' } : undefined;
}

/** A short name is many a tool's own name: there only a swapped, missing or doubled character counts. */
function misspelt(name: string, permissions: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  return permissions.find((one) => {
    if (one.charAt(0) !== lower.charAt(0) || Math.abs(one.length - lower.length) > 1) return false;
    if (editDistance(lower, one) > 1) return false;
    return one.length > 5 || lower.length !== one.length || sameCharacters(lower, one);
  });
}

const sameCharacters = (one: string, other: string): boolean =>
  [...one].sort().join('') === [...other].sort().join('');

interface Asked {
  readonly name: string;
  readonly rules: readonly PermissionRule[];
  readonly meant: Meant;
  readonly persona: Persona;
  readonly weighing: Weighing;
  readonly verdict: Verdict;
  readonly place: NamedPermission;
}

interface Judged extends Pick<Found, 'severity' | 'message'> {
  /** Removing the line changes nothing. */
  readonly isIdle: boolean;
}

/** By what the rule was to achieve: a limit is lost only where what it denies stays possible. */
function judge(asked: Asked): Judged | undefined {
  const { name, rules, meant, verdict } = asked;
  const host = hostName(verdict);
  const isLimit = rules.some((rule) => strictnessOf(rule) > 0);
  if (meant.why === 'removed')
    return {
      severity: isLimit ? 'information' : 'hint',
      message: `"${name}" was removed from ${host}, so this line has no effect. Remove it.`,
      isIdle: true,
    };
  const [target = '', ...more] = meant.now;
  const names = listed([target, ...more].map((one) => `"${one}"`));
  const open = openFor(asked);
  const hasKey = meant.now.some((one) => entryOf(asked.place.entries, one) !== undefined);
  if (open) {
    const [is, stays] = more.length > 0 ? ['are', 'stay'] : ['is', 'stays'];
    const state = open === 'ask' ? `${is} still possible after asking` : `${stays} allowed`;
    const order = rules.some(({ action }) => action === 'deny') ? 'Deny' : 'Restrict';
    // The name may be a tool that a server or a plugin brings.
    const severity = isUncertain(asked) ? 'warning' : 'error';
    if (hasKey)
      return {
        severity,
        message: `${host} has no permission named "${name}"; ${names} ${more.length > 0 ? 'decide' : 'decides'} and ${state}. ${order} it there and remove this line.`,
        isIdle: false,
      };
    return {
      severity,
      message: `${host} has no permission named "${name}", so ${coverage(meant, names)} ${state}. ${order} ${names} instead.`,
      isIdle: false,
    };
  }
  if (isLimit)
    return {
      severity: 'hint',
      message: `${host} has no permission named "${name}"; ${names} already has the same effect. Remove this line.`,
      isIdle: true,
    };
  if (isClosed(asked))
    return hasKey
      ? {
          severity: 'warning',
          message: `${host} has no permission named "${name}"; ${names} decides and is denied, so this line allows nothing. Change ${names} or remove this line.`,
          isIdle: false,
        }
      : {
          severity: 'warning',
          message: `${host} has no permission named "${name}", and ${names} is denied, so this line allows nothing. Allow ${names} instead.`,
          isIdle: false,
        };
  return {
    severity: 'hint',
    message: hasKey
      ? `${host} has no permission named "${name}"; ${names} already decides. Remove this line.`
      : `${host} has no permission named "${name}", so this line has no effect. Use ${names} or remove it.`,
    isIdle: true,
  };
}

const coverage = ({ why }: Meant, names: string): string =>
  why === 'shared' ? `${names}, which covers it,` : names;

/** The action that holds in place of a stricter one; undefined where other rules are as strict. */
function openFor({ rules, meant, persona, weighing }: Asked): Action | undefined {
  for (const rule of rules)
    for (const permission of meant.now) {
      const action = weighing.actionOn(persona, permission, rule.pattern);
      if (strictnessOf({ action }) < strictnessOf(rule)) return action;
    }
  return undefined;
}

const isClosed = ({ meant, persona, weighing }: Asked): boolean =>
  meant.now.every((permission) => weighing.actionOn(persona, permission, '*') === 'deny');

const isUncertain = ({ name, meant: { why } }: Asked): boolean =>
  why === 'foreign' || why === 'form' || (why === 'spelling' && name.includes('_'));

interface Fixable extends Pick<Asked, 'name' | 'rules' | 'meant'> {
  readonly place: NamedPermission;
  readonly isIdle: boolean;
}

function fixesFor(
  outline: HostInput['outline'],
  { place, name, rules, meant, isIdle }: Fixable,
): readonly Fix[] {
  if (isIdle)
    return [{ title: `Remove ${name}`, safety: 'review', edits: () => place.remove(outline) }];
  const [target, ...more] = meant.now;
  if (target === undefined || more.length > 0) return [];
  const there = entryOf(place.entries, target);
  if (there) return rules.length === 1 ? restricting(outline, there, rules[0]) : [];
  return [
    {
      title: `Rename to ${target}`,
      // In other letters it says what was written; under another permission it may deny more.
      safety: meant.why === 'case' ? 'safe' : 'review',
      edits: () => place.rename(outline, target),
    },
  ];
}

/** The permission has a line of its own already, which says something else. */
const restricting = (
  outline: HostInput['outline'],
  { key, value }: Entry,
  rule: PermissionRule | undefined,
): readonly Fix[] =>
  rule === undefined || value.kind !== 'text'
    ? []
    : [
        {
          title: `Set ${key} to ${rule.action}`,
          safety: 'review',
          edits: () => replaceScalar(outline, value, rule.action),
        },
      ];
