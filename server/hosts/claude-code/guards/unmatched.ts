// Matchers of hooks that match no tool, so that the hook runs before no call. Only what is certain counts: a tool that is not known here may
// exist in a newer version or a plugin.
import { textOf, type Value, valueAtKey } from '../../../yaml/value';
import { phrase, problem } from '../../judge/check';
import type { Consequence, CustomCheckResult } from '../../model/field';
import type { Problem } from '../../model/type';
import { tools } from '../tools';
import { matcherOf } from './matcher';

/** The event of which matchers were asked about. */
const event = 'PreToolUse';

const neverRuns: Consequence = {
  outcome: 'coerced',
  effect: '{host} silently does not run the hook before these calls.',
  losesLimit: true,
};

/** Null where all matchers may match. @param hooks a value in which no other problem was found. */
export function judgeMatchers(hooks: Value): CustomCheckResult | null {
  const entries = valueAtKey(hooks, event);
  const problems = (entries?.kind === 'list' ? entries.items : []).flatMap((entry, index) => {
    const matcher = valueAtKey(entry, 'matcher');
    const written = matcher && textOf(matcher);
    const found = written === undefined ? null : faultOf(written);
    if (!matcher || !found) return [];
    return [{ ...problem('value', matcher, found.expected, [event, index, 'matcher']), ...found }];
  });
  return problems.length === 0
    ? null
    : { outcome: neverRuns.outcome, problems, otherwise: neverRuns };
}

type Fault = Pick<Problem, 'expected' | 'meant'>;

function faultOf(written: string): Fault | null {
  if (!matcherOf(written)) return { expected: phrase('a valid regular expression') };
  const server = /^\s*(mcp__(?:(?!__)[\w-])+)(?:__)?\s*$/.exec(written)?.[1];
  if (server !== undefined)
    return { expected: phrase('a pattern for all tools of the server'), meant: `${server}__.*` };
  if (!/^[\w\s|,-]*$/.test(written)) return null;
  const corrected = written.replaceAll(/\w+/g, (name) => toolWithCase(name) ?? name);
  return corrected === written
    ? null
    : { expected: phrase('names of tools in their exact case'), meant: corrected };
}

/** The tool that has the name in another letter case; undefined for a name that is right or not known. */
const toolWithCase = (name: string): string | undefined =>
  tools.tools.some((tool) => tool.name === name)
    ? undefined
    : tools.tools.find((tool) => tool.name.toLowerCase() === name.toLowerCase())?.name;
