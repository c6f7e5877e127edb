import type { Verdict } from '../../hosts/verdict';
import { type Span, touches } from '../../text/span';
import { exactly, example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { capitalised, hostName } from '../words';
import { faultSpan, yamlFixes } from '../yaml-fixes';
import { yamlFault } from '../yaml-words';

export const docs: RuleDocs = {
  what: 'A frontmatter that the host reads only after mending it by itself.',
  why: 'The mending is rough: comments become part of values, lists become text, and other hosts refuse the same file. One more fault, or other line ends, and the agent is gone.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Use this: after changes'),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Use this: after changes\nmodel: haiku # cheap',
    ),
  ],
  passing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: "Use this: after changes"'),
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: Use this\n---\nNote: all is well.\n',
    ),
  ],
});

export const rule: Rule = {
  name: 'repaired-yaml',
  kind: 'host',
  hears: 'flaws',
  check: ({ outline, verdict }: HostInput): Found[] => {
    const flaw = verdict.flaws.find(({ code }) => code === 'yaml-repaired');
    const met = flaw && verdict.dialect.flaws[flaw.code];
    if (!flaw || !met) return [];
    const swallowed = (flaw.repairs ?? []).some(
      ({ span }) =>
        !isProse(verdict, span) && shortThenComment.test(outline.text.slice(span.start, span.end)),
    );
    return [
      {
        span: faultSpan(outline, flaw),
        severity: 'warning',
        message: `${capitalised(yamlFault(flaw.message))}: ${hostName(verdict)} ${met.says}${swallowed ? '; a comment has become part of a value here' : ''}. Other hosts may refuse the file: put the text in quotes.`,
        fixes: yamlFixes(outline, flaw.span),
      },
    ];
  },
};

/** A value of a few words and a comment: `haiku # cheap`. In longer text, and in `PR #12`, the mark belongs to the text. */
const shortThenComment = /^[^\n#]{1,40}[ \t]# /;

const isProse = ({ fields }: Verdict, span: Span): boolean =>
  fields.some(
    ({ field, value }) => field?.role === 'description' && touches(value.span, span.start),
  );
