import { textOf } from '../../agent/value';
import { replaceScalar } from '../../agent/write';
import { example } from '../example';
import { sameWord } from '../nearest';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'An agent that is called otherwise than its file.',
  why: 'No host minds, and one in three real files is like that. Who looks for an agent by its name finds it sooner where its file bears it.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.claude/agents/reviewer.md', 'name: checker\ndescription: Reviews changes.'),
    example('.opencode/agent/reviewer.md', 'name: checker\ndescription: Reviews changes.'),
  ],
  passing: [
    example('.claude/agents/code-reviewer.md', 'name: Code Reviewer\ndescription: Reviews.'),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.'),
  ],
});

export const rule: Rule = {
  name: 'name-not-file',
  kind: 'host',
  quiet: true,
  off: true,
  check: ({ outline, verdict }: HostInput): Found[] => {
    const { place, fields, persona } = verdict;
    if (place.role !== 'owner') return [];
    const value = fields.find(({ field }) => field?.role === 'name')?.value;
    const name = value && textOf(value)?.trim();
    // Elsewhere the name is what is shown, and no more.
    if (!value || !name || name !== persona?.id || sameWord(name, place.base)) return [];
    return [
      {
        span: value.span,
        severity: 'hint',
        message: `${hostName(verdict)} calls this agent "${name}", and its file is called "${place.base}". Give both one name.`,
        fixes: [
          {
            title: `Name it ${place.base}, as its file`,
            safety: 'review',
            edits: () => replaceScalar(outline, value, place.base),
          },
        ],
      },
    ];
  },
};
