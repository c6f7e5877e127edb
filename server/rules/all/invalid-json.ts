import { joined, t } from '../../text/message';
import { exactly } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for agent files that are not valid JSON.',
  why: 'The program does not load such a file. The most frequent causes are a trailing comma, a missing comma and a comment.',
  sources: [{ facts: ['flaw json'] }],
};

const valid = '{\n  "name": "reviewer",\n  "prompt": "You review.",\n  "tools": ["read"]\n}\n';

export const examples = (): RuleExamples => ({
  failing: [
    exactly('.kiro/agents/reviewer.json', valid.replace('["read"]', '["read"],')),
    exactly('.kiro/agents/reviewer.json', `// Reviews changes.\n${valid}`),
    exactly('.kiro/agents/reviewer.json', valid.replace('review.",', 'review."')),
  ],
  passing: [
    exactly('.kiro/agents/reviewer.json', valid),
    exactly('.kiro/agents/reviewer.json', '{ "prompt": "You review." }\n'),
  ],
});

export const rule: Rule = {
  name: 'invalid-json',
  kind: 'host',
  check: ({ verdict }: HostInput): Found[] => {
    const flaw = verdict.flaws.find(({ code }) => code === 'json');
    const met = flaw && verdict.dialect.flaws[flaw.code];
    if (!met) return [];
    const problem = flaw.message === undefined ? [] : [flaw.message];
    return [
      {
        span: flaw.message === undefined ? null : flaw.span,
        severity: 'error',
        message: joined([
          t('The file is not valid JSON.'),
          effectOf(verdict, met.effect),
          ...problem,
          t('Correct the JSON.'),
        ]),
        fixes: [],
      },
    ];
  },
};
