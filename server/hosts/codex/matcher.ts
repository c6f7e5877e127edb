// Matchers of hooks: names of tools, or regular expressions of Rust. Only what is certainly no expression counts as such. Recorded in
// `test/hosts/hooks/matchers.data.json`.

import { phrase } from '../judge/check';
import {
  type MatcherFault,
  renamedMatcher,
  toolOfRule,
  withoutPattern,
} from '../judge/hook-matchers';

/** Letters that may follow a backslash. */
const escapes = /^[aftnrvxuUAzbBdDsSwWpP]/;

/** Whether Codex compiles a matcher; also for one of which this is not known. */
export function isExpression(matcher: string): boolean {
  if (matcher === '*') return true;
  const plain = withoutEscapes(matcher);
  if (plain === null) return false;
  // A group has a name, flags or neither: there is no look-around.
  if (/\(\?(?!P?<[a-zA-Z_]|[imsuUxR-]*[:)])/.test(plain)) return false;
  if (/(?:^|[(|])[*+{]|(?:^|\|)\?/.test(plain)) return false;
  const open = plain.indexOf('[');
  // What is in a class is not looked at.
  if (open >= 0) return plain.includes(']', open + (plain[open + 1] === '^' ? 3 : 2));
  if (/\{(?!\d+(?:,\d*)?\})/.test(plain)) return false;
  for (const [, least, most] of plain.matchAll(/\{(\d+),(\d+)\}/g))
    if (Number(least) > Number(most)) return false;
  return isBalanced(plain);
}

/** With `a` instead of each escaped character; null where one cannot be escaped. */
function withoutEscapes(matcher: string): string | null {
  let plain = '';
  for (let at = 0; at < matcher.length; at++) {
    const sign = matcher[at] ?? '';
    if (sign !== '\\') {
      plain += sign;
      continue;
    }
    const next = matcher[++at];
    if (next === undefined || /[0-9\P{ASCII}]/u.test(next)) return null;
    if (/[a-zA-Z]/.test(next) && !escapes.test(next)) return null;
    plain += 'a';
    // `\\p{Greek}`
    const end = /[pPxuUb]/.test(next) && matcher[at + 1] === '{' ? matcher.indexOf('}', at) : -1;
    if (end > at) at = end;
  }
  return plain;
}

function isBalanced(plain: string): boolean {
  let depth = 0;
  for (const sign of plain) {
    if (sign === '(') depth++;
    if (sign === ')' && depth-- === 0) return false;
  }
  return depth === 0;
}

/** Names of tools that hooks do not know, with those by which they know them. In lowercase. */
const meant: Readonly<Record<string, string>> = {
  ...{ bash: 'Bash', edit: 'Edit', write: 'Write', apply_patch: 'apply_patch' },
  ...{ exec_command: 'Bash', local_shell: 'Bash', shell: 'Bash', shell_command: 'Bash' },
};

/** Null for a matcher that may name a tool: there are tools that are not known here. */
export function faultOf(matcher: string): MatcherFault | null {
  const tool = toolOfRule(matcher)?.toLowerCase();
  if (tool !== undefined && Object.hasOwn(meant, tool)) return withoutPattern(meant[tool] ?? '');
  if (!list.test(matcher)) return null;
  const corrected = renamedMatcher(matcher, (name) => {
    const lower = name.toLowerCase();
    return (Object.hasOwn(meant, lower) ? meant[lower] : undefined) ?? name;
  });
  return corrected === null
    ? null
    : { expected: phrase('names by which hooks know tools'), meant: corrected };
}

/** Names, with `|` between them. */
const list = /^[\w|]*$/;

/** Syntax with the same meaning in JavaScript. */
const shared = /^(?:\(\?i\))?(?:\(\?:|\\[bBdDsSwW.]|(?!\(\?)[^\\{&[]|\[\^?[\w-]+\])*$/;

/**
 * Whether a hook with this matcher runs before a call; false where that is not certain.
 * @param names under which the tool is compared: any of them is enough
 */
export function isMatched(matcher: string | null, names: readonly string[]): boolean {
  if (matcher === null || matcher === '' || matcher === '*') return true;
  if (list.test(matcher)) return matcher.split('|').some((name) => names.includes(name));
  if (!isExpression(matcher) || !shared.test(matcher)) return false;
  const [, flags, source = ''] = /^(\(\?i\))?(.*)$/s.exec(matcher) ?? [];
  const form = expressionOf(source, flags === undefined ? '' : 'i');
  return form !== null && names.some((name) => form.test(name));
}

function expressionOf(source: string, flags: string): RegExp | null {
  try {
    return new RegExp(source, flags);
  } catch {
    return null;
  }
}
