// Permission rules that deny or ask about no call. Only what is certain counts: a name that is not known here may be a newer tool.
import { phrase } from '../../judge/check';
import type { RuleFault } from '../../judge/unapplied-rules';
import { idInAnyCase, suggestTools } from '../tools';
import { idOfName, nameInAnyCase } from './names';

/** Why a rule is never applied; null for one that may be. */
export function faultOf(written: string): RuleFault | null {
  const rule = written.trim();
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

function nameFault(name: string, rule: string): RuleFault | null {
  if (name.includes('*')) return { expected: phrase('a tool without "*" in its name') };
  const [other, ...more] = suggestTools(name);
  const right = nameInAnyCase(name) ?? idInAnyCase(name) ?? (more.length === 0 ? other : undefined);
  return right === undefined
    ? null
    : { expected: phrase('a tool that exists'), meant: right + rule.slice(name.length) };
}

/** A domain is also for those below it, and no character stands for others. */
function domainFault(name: string, pattern: string): RuleFault | null {
  const domain = pattern.replace(/^domain:/, '').trim();
  if (!/[*/:]/.test(domain)) return null;
  if (domain === '*') return { expected: phrase('a tool without "*" in its pattern'), meant: name };
  const [, host] = /^(?:https?:\/\/)?(?:\*\.)?([\w-]+(?:\.[\w-]+)+)\/?$/.exec(domain) ?? [];
  return {
    expected: phrase('a domain, such as "WebFetch(domain:example.com)"'),
    ...(host !== undefined && { meant: `${name}(domain:${host})`, isGuess: true }),
  };
}
