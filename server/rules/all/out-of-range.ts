import { joined, t } from '../../text/message';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for numbers that the program accepts but model providers do not.',
  why: 'The agent loads without a warning. Its first request then fails, or the provider uses another number.',
  sources: [{ facts: ['range of the providers'] }],
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
  check: ({ verdict }: HostInput): Found[] =>
    verdict.fields.flatMap(({ key, value, field, problems }): Found[] => {
      const range = field?.range;
      if (!range || value.kind !== 'number' || problems.length > 0) return [];
      const { min, max, effect } = range;
      if (value.number >= min && value.number <= max) return [];
      return [
        {
          span: value.span,
          severity: 'warning',
          message: joined([
            t('"{key}" is {value}, but model providers accept {min} to {max}.', {
              key,
              value: value.source,
              min,
              max,
            }),
            effectOf(verdict, effect),
            t('Use a number in that range.'),
          ]),
        },
      ];
    }),
};
