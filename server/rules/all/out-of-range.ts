import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A number that the host accepts and model providers do not.',
  why: 'The agent loads, and nothing is reported. Then the provider rejects its first request, or another number is used.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\ntemperature: 5'),
    example('.kilo/agent/reviewer.md', 'description: Reviews changes.\ntop_p: 3'),
  ],
  passing: [
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\ntemperature: 1.2'),
    example('.kilo/agent/reviewer.md', 'description: Reviews changes.\ntop_p: 0.95'),
  ],
});

export const rule: Rule = {
  name: 'out-of-range',
  kind: 'host',
  hears: 'ranges',
  check: ({ verdict }: HostInput): Found[] =>
    verdict.fields.flatMap(({ key, value, field, problems }): Found[] => {
      const range = field?.range;
      if (!range || value.kind !== 'number' || problems.length > 0) return [];
      const { min, max, says } = range;
      if (value.number >= min && value.number <= max) return [];
      return [
        {
          span: value.span,
          severity: 'warning',
          message: `"${key}" is ${value.source}, and model providers accept ${min} to ${max}. ${hostName(verdict)} ${says}. Write a number in that range.`,
        },
      ];
    }),
};
