// Permission rules that deny or ask about no call. Only what is certain counts: a name that is not known here may be a newer tool.
import { textOf, type Value, valueAtKey } from '../../../yaml/value';
import { phrase, problem } from '../../judge/check';
import type { Consequence, CustomCheckResult } from '../../model/field';
import type { Expected, Problem } from '../../model/type';
import { idInAnyCase, suggestTools } from '../tools';
import { idOfName, nameInAnyCase } from './names';

const unapplied: Consequence = {
  outcome: 'coerced',
  effect: '{host} does not apply the rule.',
  losesLimit: true,
};

/** The result of a judge of lists, or where it finds nothing, the rules in these lists that are never applied. */
export const withRules =
  (judge: (value: Value) => CustomCheckResult, ...lists: readonly string[]) =>
  (value: Value): CustomCheckResult => {
    const found = judge(value);
    if (found.problems.length > 0) return found;
    const problems = lists.flatMap((list) => {
      const rules = valueAtKey(value, list);
      const items = rules?.kind === 'list' ? rules.items : [];
      const written = new Set(items.map((item) => textOf(item)?.trim()));
      return items.flatMap((rule, index) => problemsOf(rule, [list, index], written));
    });
    return problems.length === 0
      ? found
      : { outcome: unapplied.outcome, problems, otherwise: unapplied };
  };

interface Fault {
  readonly expected: Expected;
  /** A rule that is applied. */
  readonly meant?: string;
  /** It may be for other calls than were meant. */
  readonly isGuess?: true;
}

/** @param written the rules of the list. Where one of them does what was meant, nothing is lost. */
function problemsOf(
  rule: Value,
  path: Problem['path'],
  written: ReadonlySet<string | undefined>,
): readonly Problem[] {
  const text = textOf(rule)?.trim();
  const fault = text ? faultOf(text) : null;
  if (!fault || (fault.meant !== undefined && written.has(fault.meant))) return [];
  const { expected, ...offered } = fault;
  return [{ ...problem('value', rule, expected, path), ...offered }];
}

/** Why a rule is never applied; null for one that may be. */
export function faultOf(rule: string): Fault | null {
  const open = rule.indexOf('(');
  const name = (open < 0 ? rule : rule.slice(0, open)).trim();
  const pattern = open < 0 ? '' : rule.slice(open + 1, -1);
  if (open >= 0 && !rule.endsWith(')'))
    return { expected: phrase('a tool with a pattern in parentheses, and nothing after it') };
  if (name.startsWith('mcp__'))
    return pattern === ''
      ? null
      : { expected: phrase('a tool of a server, without parentheses'), meant: name };
  const id = idOfName(name);
  if (id === undefined) return nameFault(name, rule);
  if (id === 'web_fetch') return domainFault(name, pattern);
  // The name of a skill is compared as it is.
  return id === 'skill' && pattern === '*'
    ? { expected: phrase('a tool with a pattern, or without parentheses'), meant: name }
    : null;
}

function nameFault(name: string, rule: string): Fault | null {
  if (name.includes('*')) return { expected: phrase('a tool without "*" in its name') };
  const [other, ...more] = suggestTools(name);
  const right = nameInAnyCase(name) ?? idInAnyCase(name) ?? (more.length === 0 ? other : undefined);
  return right === undefined
    ? null
    : { expected: phrase('a tool that exists'), meant: right + rule.slice(name.length) };
}

/** A domain is also for those below it, and no character stands for others. */
function domainFault(name: string, pattern: string): Fault | null {
  const domain = pattern.replace(/^domain:/, '').trim();
  if (!/[*/:]/.test(domain)) return null;
  if (domain === '*') return { expected: phrase('a tool without "*" in its pattern'), meant: name };
  const [, host] = /^(?:https?:\/\/)?(?:\*\.)?([\w-]+(?:\.[\w-]+)+)\/?$/.exec(domain) ?? [];
  return {
    expected: phrase('a domain, such as "WebFetch(domain:example.com)"'),
    ...(host !== undefined && { meant: `${name}(domain:${host})`, isGuess: true }),
  };
}
