import { example } from '../example';
import { hasOwnRule, problemFindings } from '../problems';
import type { Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'A word or number that the host does not take in this field.',
  why: 'A host that knows a list of words drops every other one, mostly without telling anybody.',
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
  name: 'wrong-value',
  kind: 'host',
  builtin: 'wrong-value',
  hears: 'values',
  check: (input) =>
    problemFindings(input, (field, { kind }) => kind !== 'type' && !hasOwnRule(field)),
};
