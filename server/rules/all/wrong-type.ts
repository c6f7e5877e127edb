import type { FieldVerdict, Problem } from '../../hosts/verdict';
import { example } from '../example';
import { hasOwnRule, problemFindings } from '../problems';
import type { HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { isEmptyList } from '../zero-tools';

export const docs: RuleDocs = {
  what: 'A value of another type than the host takes.',
  why: 'A list where a text belongs, a number where a name belongs: one host drops the field, another the file, and OpenCode refuses to start for every agent of the project.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\ntools: Read, Grep'),
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: 42'),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmodel: [sonnet, opus]',
    ),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\ntools:\n  write: 1'),
  ],
  passing: [
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\ntools:\n  write: false'),
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: "42"'),
  ],
});

export const rule: Rule = {
  name: 'wrong-type',
  kind: 'host',
  builtin: 'wrong-type',
  hears: 'values',
  check: (input) =>
    problemFindings(
      input,
      (field, problem) =>
        problem.kind === 'type' &&
        !hasOwnRule(field) &&
        // An agent without tools has a rule of its own, where there is an agent.
        !(isEmptyList(field) && input.verdict.persona) &&
        !isNoName(input, field, problem),
    ),
};

/** An item of the list of tools that is no text: where it is only left out, the rule on the form of tools speaks of it. */
const isNoName = (
  { verdict }: HostInput,
  { field }: FieldVerdict,
  { path, span }: Problem,
): boolean =>
  field?.role === 'tools' &&
  path.length > 0 &&
  verdict.tools.some((tool) => tool.why === 'not-text' && tool.span.start === span.start);
