import { t } from '../../text/message';
import { isSameWord } from '../../text/nearest';
import { textOf } from '../../yaml/value';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for agents whose name differs from their file name.',
  why: 'No program requires the names to match. An agent is easier to find when its file has the same name.',
  sources: [
    { facts: ['values of name'] },
    {
      opinion: 'An agent should be found under the name of its file. No program compares the two.',
    },
  ],
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
  name: 'name-mismatch',
  kind: 'host',
  off: true,
  check: ({ writer, verdict }: HostInput): Found[] => {
    const { place, fields, persona } = verdict;
    if (place.role !== 'owner') return [];
    const value = fields.find(({ field }) => field?.role === 'name')?.value;
    const name = value && textOf(value)?.trim();
    // In other hosts the name is only a label.
    if (!value || !name || name !== persona?.id || isSameWord(name, place.base)) return [];
    return [
      {
        span: value.span,
        severity: 'hint',
        message: t(
          '{host} names this agent "{name}", but its file is named "{file}". Use the same name for both.',
          { host: hostName(verdict), name, file: place.base },
        ),
        fixes: [
          {
            title: t('Rename the agent to "{name}"', { name: place.base }),
            safety: 'review',
            edits: () => writer.replaceValue(value, { text: place.base }),
          },
        ],
      },
    ];
  },
};
