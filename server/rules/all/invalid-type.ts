import { describe } from '../../hosts/judge/value-terms';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Problem } from '../../hosts/model/type';
import { composed, t } from '../../text/message';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { isEmptyList } from '../tools/empty-tool-list';
import { hasSpecialRule, problemFindings } from '../values/problems';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for values of the wrong type.',
  why: 'With a list instead of a string, or a number instead of a name, one program ignores the field, another ignores the file, and OpenCode does not start for any agent of the project.',
  sources: [{ facts: ['values'] }],
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
  name: 'invalid-type',
  kind: 'host',
  subjects: ['agent', 'skill', 'command'],
  builtin: 'invalid-type',
  isEffect: true,
  check: (input) => [
    ...notAnObject(input),
    ...problemFindings(
      input,
      (field, problem) =>
        problem.kind === 'type' &&
        !hasSpecialRule(field) &&
        !isMisread(input, problem) &&
        // Another rule reports an agent without tools, if the file is loaded as an agent with this field.
        !(
          isEmptyList(field) &&
          input.verdict.persona &&
          field.otherwise?.reason !== 'frontmatter-lost'
        ) &&
        !isToolName(input, field, problem),
    ),
  ],
};

/** Whether the line of the value is no valid YAML, so that the value is not what the author wrote: another rule reports that. */
const isMisread = ({ outline: { text }, verdict }: HostInput, { span }: Problem): boolean =>
  verdict.flaws.some(
    (flaw) =>
      flaw.code === 'yaml' &&
      flaw.span.start >= span.end &&
      !/[\r\n]/.test(text.slice(span.end, flaw.span.start)),
  );

/** An agent in a configuration file that is no object, so it has no fields that could be wrong. */
function notAnObject({ outline, verdict }: HostInput): readonly Found[] {
  if (outline.form !== 'json') return [];
  const { flaws, dialect, place } = verdict;
  const flaw = flaws.find(({ code }) => code === 'not-a-mapping');
  const effect = flaw && dialect.flaws[flaw.code]?.effect;
  if (!flaw || !outline.root || effect === undefined) return [];
  const problem = t('The agent "{name}" must be an object, not {value}.', {
    name: place.entry?.name ?? '',
    value: describe(outline.root, 'json'),
  });
  const message = composed`${problem} ${effectOf(verdict, effect)} ${t('Write an object in braces.')}`;
  return [{ span: flaw.span, severity: 'error', message }];
}

/** Whether it is a tool that is not a string: if the host only ignores it, the rule malformed-tool reports it. */
const isToolName = (
  { verdict }: HostInput,
  { field }: FieldVerdict,
  { path, span }: Problem,
): boolean =>
  field?.role === 'tools' &&
  path.length > 0 &&
  verdict.tools.some((tool) => tool.why === 'not-text' && tool.span.start === span.start);
