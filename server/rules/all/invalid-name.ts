import { example } from '../example';
import { nameFixes } from '../names/name-fixes';
import { withoutTemplateFindings } from '../prose/templates';
import type { Rule, RuleDocs, RuleExamples } from '../rule';
import { problemFindings } from '../values/problems';

export const docs: RuleDocs = {
  what: 'Checks for names that the program does not accept.',
  why: 'Other agents call the agent by its name. A program that does not accept the name ignores the whole file.',
  sources: [{ facts: ['values of name'] }],
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
  name: 'invalid-name',
  kind: 'host',
  subjects: ['agent', 'skill', 'command'],
  builtin: 'invalid-type',
  isEffect: true,
  check: (input) => {
    const name = input.verdict.fields.find(({ field }) => field?.role === 'name');
    const found = problemFindings(input, (field) => field === name).map((found) => ({
      ...found,
      fixes: [
        ...(found.fixes ?? []),
        ...(name ? nameFixes(input.writer, input.verdict, name) : []),
      ],
    }));
    return withoutTemplateFindings(found, input.outline, input.verdict.place);
  },
};
