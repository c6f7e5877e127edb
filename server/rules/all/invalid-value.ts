import { example } from '../example';
import type { Rule, RuleDocs, RuleExamples } from '../rule';
import { hasSpecialRule, problemFindings } from '../values/problems';

export const docs: RuleDocs = {
  what: 'Checks for words and numbers that the program does not accept in a field.',
  why: 'A program that expects one of certain values ignores any other value, usually silently.',
  sources: [{ facts: ['values'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\npermissionMode: readonly',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmaxTurns: 0',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\npermissionMode: plan',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\neffort: HIGH',
    ),
  ],
});

export const rule: Rule = {
  name: 'invalid-value',
  kind: 'host',
  subjects: ['agent', 'skill', 'command'],
  builtin: 'invalid-value',
  isEffect: true,
  check: (input) =>
    problemFindings(input, (field, { kind }) => kind !== 'type' && !hasSpecialRule(field)),
};
