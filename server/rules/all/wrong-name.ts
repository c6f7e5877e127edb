import { example } from '../example';
import { nameFixes } from '../name-fixes';
import { problemFindings } from '../problems';
import type { Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'A name that the host does not accept.',
  why: 'The name is what others call the agent by. A host that does not take it passes over the whole file.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.claude/agents/reviewer.md', 'name: team:reviewer\ndescription: Reviews changes.'),
    example('.claude/agents/reviewer.md', 'name: 42\ndescription: Reviews changes.'),
  ],
  passing: [
    example('.claude/agents/reviewer.md', 'name: Team reviewer\ndescription: Reviews changes.'),
    example('.claude/agents/reviewer.md', 'name: "42"\ndescription: Reviews changes.'),
  ],
});

export const rule: Rule = {
  name: 'wrong-name',
  kind: 'host',
  builtin: 'wrong-type',
  hears: 'values',
  check: (input) => {
    const name = input.verdict.fields.find(({ field }) => field?.role === 'name');
    return problemFindings(input, (field) => field === name).map((found) => ({
      ...found,
      fixes: [
        ...(found.fixes ?? []),
        ...(name ? nameFixes(input.outline, input.verdict, name) : []),
      ],
    }));
  },
};
