import { t } from '../../text/l10n';
import type { Span } from '../../text/span';
import { exactly } from '../example';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for files that are not valid TOML.',
  why: 'The program reads nothing of such a file. The most frequent causes are a string without quotes and a prompt whose three quotes are not closed.',
  sources: [{ facts: ['flaw toml'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    exactly(
      '.codex/agents/reviewer.toml',
      'name = reviewer\ndescription = "Reviews changes."\ndeveloper_instructions = "You review."\n',
    ),
    exactly(
      '.codex/agents/reviewer.toml',
      'name = "reviewer"\ndescription = "Reviews changes."\ndeveloper_instructions = """\nYou review.\n',
    ),
  ],
  passing: [
    exactly(
      '.codex/agents/reviewer.toml',
      'name = "reviewer"\ndescription = "Reviews changes."\ndeveloper_instructions = "You review."\n',
    ),
    exactly(
      '.codex/agents/reviewer.toml',
      'name = "reviewer"\ndescription = "Reviews changes."\ndeveloper_instructions = """\nYou review.\n"""\n',
    ),
  ],
});

export const rule: Rule = {
  name: 'invalid-toml',
  kind: 'host',
  about: 'flaws',
  check: ({ writer, verdict }: HostInput): Found[] =>
    verdict.flaws.flatMap(({ code, span, message = '' }): Found[] => {
      const flaw = code === 'toml' ? verdict.dialect.flaws[code] : undefined;
      if (!flaw) return [];
      const problem = problems[message]?.() ?? t('The file is not valid TOML.');
      return [
        {
          span,
          severity: 'error',
          message: `${problem} ${effectOf(verdict, flaw.effect)}`,
          fixes: message === 'UNQUOTED' ? [quoting(writer, span)] : [],
        },
      ];
    }),
};

const quoting = (writer: HostInput['writer'], span: Span): Fix => ({
  title: t('Add quotes'),
  safety: 'safe',
  edits: () => writer.quote(span),
});

/** By the code of the outline, or the words of the parser. */
const problems: Readonly<Record<string, () => string>> = {
  UNQUOTED: () => t('A string needs quotes in TOML.'),
  NO_EQUALS: () => t('A key needs "=" and a value.'),
  NO_VALUE: () => t('A key has no value.'),
  NO_BRACKET: () => t('A bracket is not closed.'),
  'Unterminated string constant': () => t('The quotes of a string are not closed.'),
  'Unterminated array': () => t('A bracket is not closed.'),
  'Unterminated inline table': () => t('A bracket is not closed.'),
  'Unterminated table-key': () => t('A bracket is not closed.'),
  'Must be a newline': () => t('Text follows a value on its line.'),
  'Expected comma (,) token': () => t('A comma is missing between two values.'),
  'Defining a key multiple times is invalid': () => t('A key is defined twice.'),
  'Invalid character in escape sequence': () =>
    t('Double-quoted string contains an invalid escape sequence.'),
};
