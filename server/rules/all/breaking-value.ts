import type { FlawCode } from '../../hosts/reading';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A value that the host accepts, and that breaks what it does afterwards.',
  why: 'The file is read without complaint. Then the list of agents cannot be shown, or the agent is gone: the cause is far from where the trouble is seen.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\noptions:\n  limit: .inf',
    ),
    example('.opencode/agent/reviewer.md', 'name: constructor\ndescription: Reviews changes.'),
  ],
  passing: [
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\noptions:\n  limit: 4'),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.'),
  ],
});

export const rule: Rule = {
  name: 'breaking-value',
  kind: 'host',
  hears: 'flaws',
  check: ({ verdict }: HostInput): Found[] =>
    verdict.flaws.flatMap(({ code, span }): Found[] => {
      const met = verdict.dialect.flaws[code];
      const advice = whatToDo[code];
      if (advice === undefined || !met) return [];
      return [
        {
          // A name that comes from the path stands nowhere in the text.
          span: span.end > span.start ? span : null,
          severity: 'error',
          message: `${hostName(verdict)} ${met.says}. ${advice}.`,
        },
      ];
    }),
};

const whatToDo: Readonly<Partial<Record<FlawCode, string>>> = {
  'name-breaks-host': 'Give it another name',
  'name-vanishes': 'Give it another name',
  'value-breaks-host': 'Write a number that ends, or leave it out',
  'empty-file': 'Write something into it, or take it away',
};
