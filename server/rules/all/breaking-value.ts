import type { FlawCode } from '../../hosts/model/reading';
import { composed, type Message, t } from '../../text/message';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for values that the program accepts but that break it later.',
  why: 'The program reads the file without an error. Later it cannot show its list of agents, or the agent is missing, and nothing points to the value that causes it.',
  sources: [{ facts: ['flaw value-breaks-host', 'flaw name-breaks-host'] }],
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
  check: ({ verdict }: HostInput): Found[] =>
    verdict.flaws.flatMap(({ code, span }): Found[] => {
      const flaw = verdict.dialect.flaws[code];
      const action = actionFor(code);
      if (action === undefined || !flaw) return [];
      return [
        {
          // A name that comes from the path is not part of the text.
          span: span.end > span.start ? span : null,
          severity: 'error',
          message: composed`${effectOf(verdict, flaw.effect)} ${action}`,
        },
      ];
    }),
};

function actionFor(code: FlawCode): Message | undefined {
  switch (code) {
    case 'name-breaks-host':
    case 'name-vanishes':
      return t('Rename the agent.');
    case 'value-breaks-host':
      return t('Use a finite number or remove the option.');
    case 'empty-file':
      return t('Add content or delete the file.');
    default:
      return undefined;
  }
}
