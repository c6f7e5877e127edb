import type { FlawCode } from '../../hosts/reading';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A reference in the prompt that the host does not fill in, at the cost of the agent.',
  why: 'Some hosts put the environment or other files into a prompt. A file that comes with a project may not ask for everything: then the agent is missing, and the warning speaks of something else.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.kilo/agent/reviewer.md', 'description: Reviews changes.', 'Work in {env:HOME}.'),
    example('.kilo/agent/reviewer.md', 'description: Reviews changes.', '{file:~/style.md}'),
  ],
  passing: [
    example('.kilo/agent/reviewer.md', 'description: Reviews changes.', 'Work in ${env:HOME}.'),
    example('.kilo/agent/reviewer.md', 'description: Reviews changes.', '{file:../style.md}'),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.', 'In {env:HOME}.'),
  ],
});

export const rule: Rule = {
  name: 'blocked-reference',
  kind: 'host',
  hears: 'flaws',
  check: ({ verdict }: HostInput): Found[] =>
    verdict.flaws.flatMap(({ code, span }): Found[] => {
      const met = verdict.dialect.flaws[code];
      const advice = whatToDo[code];
      if (advice === undefined || !met) return [];
      const message = `${hostName(verdict)} ${met.says}. ${advice}.`;
      return [{ span, severity: 'error', message }];
    }),
};

const whatToDo: Readonly<Partial<Record<FlawCode, string>>> = {
  'blocked-reference':
    'Write what it stands for, or "$" before the brace where the braces themselves are meant',
  'outside-reference': 'Name a file inside the project, by a path from the folder of this file',
};
