// Matchers of hooks: what is wrong with one that is no expression, or that names no tool.
import type { Path, Value } from '../../yaml/value';
import type { Consequence } from '../model/field';
import type { ToolMatchers } from '../model/settings';
import type { Expected, Problem } from '../model/type';
import { phrase, problem } from './check';

/** Of a matcher that names no tool. */
export const neverMatched: Consequence = {
  outcome: 'coerced',
  effect: '{host} silently does not run the hook before these calls.',
  losesLimit: true,
};

/**
 * What a program does with hooks whose matcher names no tool.
 * @param other the event after a call
 */
export const idleAt = (guard: string, other: string): ToolMatchers['idle'] => ({
  [guard]: neverMatched.effect,
  [other]: '{host} silently does not run the hook after these calls.',
});

/** A matcher that is no regular expression. */
export const invalidMatcher = (matcher: Value, path: Path): Problem =>
  problem('value', matcher, phrase('a valid regular expression'), [...path, 'matcher']);

/** What is wrong with a matcher that names no tool, and the one that was probably meant. */
export interface MatcherFault {
  readonly expected: Expected;
  readonly meant?: string;
}

export const unmatched = (matcher: Value, fault: MatcherFault, path: Path): Problem => ({
  ...problem('value', matcher, fault.expected, [...path, 'matcher']),
  ...fault,
});

/** A matcher in the form of a permission rule, `Bash(rm:*)`: the tool that it begins with. */
export const toolOfRule = (matcher: string): string | undefined =>
  /^([A-Za-z_]\w*)\(.*\)$/s.exec(matcher)?.[1];

export const withoutPattern = (tool: string): MatcherFault => ({
  expected: phrase('the name of a tool without a pattern'),
  meant: tool,
});

/** The same matcher with other names; null where none is replaced. @param nameFor the right name, or the one that is given */
export function renamedMatcher(matcher: string, nameFor: (name: string) => string): string | null {
  if (!/^[\w\s|,-]*$/.test(matcher)) return null;
  const corrected = matcher.replaceAll(/[\w-]+/g, nameFor);
  return corrected === matcher ? null : corrected;
}
