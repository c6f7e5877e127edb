import type { Flaw } from '../../hosts/model/reading';
import { joined, t } from '../../text/message';
import { exactly } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for control characters by which a program treats a file as binary.',
  why: 'The characters are invisible and come with text that is copied from a terminal or another program. The program does not load the agent and does not report why.',
  sources: [{ facts: ['flaw binary'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    exactly(
      '.cursor/agents/reviewer.md',
      '---\nname: reviewer\ndescription: Reviews changes.\n---\nYou review\u0000 changes.\n',
    ),
    exactly(
      '.cursor/agents/reviewer.md',
      '---\nname: reviewer\ndescription: Reviews\u0000 changes.\n---\nYou review changes.\n',
    ),
  ],
  passing: [
    exactly(
      '.cursor/agents/reviewer.md',
      '---\nname: reviewer\ndescription: Reviews changes.\n---\nYou review changes.\n',
    ),
    exactly(
      '.cursor/agents/reviewer.md',
      '---\nname: reviewer\ndescription: Reviews changes.\n---\nYou review changes of \u001b[1mcode\u001b[0m and report what is wrong.\n',
    ),
  ],
});

export const rule: Rule = {
  name: 'binary-file',
  kind: 'host',
  subjects: ['agent', 'skill', 'command'],
  check: ({ writer, verdict }: HostInput): Found[] =>
    verdict.flaws.flatMap(({ code, span }: Flaw): Found[] => {
      const flaw = code === 'binary' ? verdict.dialect.flaws[code] : undefined;
      if (!flaw) return [];
      const number = writer.outline.text.charCodeAt(span.start).toString(16).toUpperCase();
      return [
        {
          span,
          severity: 'error',
          message: joined([
            t('The file contains a control character (U+{code}).', {
              code: number.padStart(4, '0'),
            }),
            effectOf(verdict, flaw.effect),
            t('Remove it.'),
          ]),
        },
      ];
    }),
};
