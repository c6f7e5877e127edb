import type { FlawCode } from '../../hosts/model/reading';
import { composed, type Message, t } from '../../text/message';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for references in the prompt that the program refuses to resolve.',
  why: 'Some programs insert environment variables and other files into a prompt, but a project file cannot use all of them. A blocked reference can make the program drop the whole agent, and its warning does not name the reference.',
  sources: [{ facts: ['flaw blocked-reference', 'flaw outside-reference'] }],
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
  check: ({ outline, verdict }: HostInput): Found[] =>
    verdict.flaws.flatMap(({ code, span }): Found[] => {
      const flaw = verdict.dialect.flaws[code];
      if (!flaw) return [];
      const reference = outline.text.slice(span.start, span.end);
      const message = messageFor(code, reference, effectOf(verdict, flaw.effect));
      return message === undefined ? [] : [{ span, severity: 'error', message }];
    }),
};

function messageFor(code: FlawCode, reference: string, effect: Message): Message | undefined {
  if (code === 'blocked-reference')
    return composed`${t('The prompt contains "{reference}".', { reference })} ${effect} ${t('Write the value, or put "$" before the brace.')}`;
  if (code === 'outside-reference')
    return composed`${t('"{reference}" may refer to a file outside the project.', { reference })} ${effect} ${t('Use a path in the project, relative to this file.')}`;
  return undefined;
}
