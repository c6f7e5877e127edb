// Matchers of hooks that match no tool, so that the hook runs before no call. Only what is certain counts: a tool that is not known here may
// exist in a newer version or a plugin.
import { textOf, type Value, valueAtKey } from '../../../yaml/value';
import { phrase } from '../../judge/check';
import {
  type MatcherFault,
  neverMatched,
  renamedMatcher,
  toolOfRule,
  unmatched,
  withoutPattern,
} from '../../judge/hook-matchers';
import type { CustomCheckResult } from '../../model/field';
import { tools } from '../tools';
import { matcherOf } from './matcher';

/** The event of which matchers were asked about. */
const event = 'PreToolUse';

/** Null where all matchers may match. @param hooks a value in which no other problem was found. */
export function judgeMatchers(hooks: Value): CustomCheckResult | null {
  const entries = valueAtKey(hooks, event);
  const problems = (entries?.kind === 'list' ? entries.items : []).flatMap((entry, index) => {
    const matcher = valueAtKey(entry, 'matcher');
    const written = matcher && textOf(matcher);
    const found = written === undefined ? null : faultOf(written);
    if (!matcher || !found) return [];
    return [unmatched(matcher, found, [event, index])];
  });
  return problems.length === 0
    ? null
    : { outcome: neverMatched.outcome, problems, otherwise: neverMatched };
}

function faultOf(written: string): MatcherFault | null {
  if (!matcherOf(written)) return { expected: phrase('a valid regular expression') };
  const tool = toolOfRule(written);
  if (tool !== undefined && tools.tools.some(({ name }) => name === tool))
    return withoutPattern(tool);
  const server = /^\s*(mcp__(?:(?!__)[\w-])+)(?:__)?\s*$/.exec(written)?.[1];
  if (server !== undefined)
    return { expected: phrase('a pattern for all tools of the server'), meant: `${server}__.*` };
  const meant = renamedMatcher(written, (name) => toolWithCase(name) ?? name);
  return meant === null ? null : { expected: phrase('names of tools in their exact case'), meant };
}

/** The tool that has the name in another letter case; undefined for a name that is right or not known. */
const toolWithCase = (name: string): string | undefined =>
  tools.tools.some((tool) => tool.name === name)
    ? undefined
    : tools.tools.find((tool) => tool.name.toLowerCase() === name.toLowerCase())?.name;
