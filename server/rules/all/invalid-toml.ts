import { subjectAt } from '../../hosts/model/place';
import { joined, type Message, t } from '../../text/message';
import { type Span, slice } from '../../text/span';
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
    exactly('.codex/config.toml', '[mcp_servers.files]\ncommand = files\n'),
  ],
  passing: [
    exactly('.codex/config.toml', '[mcp_servers.files]\ncommand = "files"\n'),
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
  subjects: ['agent', 'settings'],
  check: ({ writer, verdict }: HostInput): Found[] =>
    verdict.flaws.flatMap(({ code, span, message }): Found[] => {
      const flaw = code === 'toml' ? verdict.dialect.flaws[code] : undefined;
      if (!flaw) return [];
      const { text } = writer.outline;
      const why = typeof message === 'string' ? message : '';
      const problem = problems[why]?.(text.slice(span.start, span.end));
      return [
        {
          span,
          severity: 'error',
          message: joined([
            problem ?? t('The file is not valid TOML.'),
            effectOf(verdict, flaw.effect),
            actions[why] ?? t('Correct this line.'),
          ]),
          fixes:
            why === 'UNQUOTED'
              ? [
                  {
                    ...quoting(writer, span),
                    // With valid settings the program may start what they name.
                    ...(subjectAt(verdict.place) === 'settings' && { safety: 'review' as const }),
                  },
                ]
              : [],
        },
      ];
    }),
};

const quoting = (writer: HostInput['writer'], span: Span): Fix => ({
  title: t('Add quotes'),
  safety: 'safe',
  edits: () =>
    writer.replaceValue(
      { kind: 'text', span },
      { text: slice(writer.outline.text, span), isQuoted: true },
    ),
});

/** Longer values are not repeated in a message. UTF-16 units. */
const longest = 40;

/** By the code of the outline, or the words of the parser. Each is given the text that is marked. */
const problems: Readonly<Record<string, (written: string) => Message>> = {
  UNQUOTED: (written) =>
    written.length > longest
      ? t('A string needs quotes in TOML.')
      : t('"{value}" needs quotes in TOML.', { value: written }),
  NO_EQUALS: (written) =>
    /^[\w-]+[ \t]*:/.test(written)
      ? t('A key in TOML is followed by "=", not by ":".')
      : t('A key needs "=" and a value.'),
  NO_VALUE: () => t('A key has no value.'),
  NO_BRACKET: () => t('A bracket is not closed.'),
  'Unterminated string constant': () => t('The quotes of a string are not closed.'),
  'Unterminated array': () => t('A bracket is not closed.'),
  'Unterminated inline table': () => t('A bracket is not closed.'),
  'Unterminated table-key': () => t('A bracket is not closed.'),
  'Must be a newline': () => t('Text follows a value on its line.'),
  'Expected comma (,) token': () => t('A comma is missing between two values.'),
  'Defining a key multiple times is invalid': (written) => {
    const [, key] = /^([\w-]+)[ \t]*=/.exec(written) ?? [];
    return key === undefined
      ? t('A key is defined twice.')
      : t('"{key}" is defined twice.', { key });
  },
  'Invalid character in escape sequence': () =>
    t('Double-quoted string contains an invalid escape sequence.'),
};

/** By the same codes. */
const actions: Readonly<Record<string, Message>> = {
  UNQUOTED: t('Add quotes.'),
  NO_VALUE: t('Add a value.'),
  NO_BRACKET: t('Add the closing bracket.'),
  'Unterminated string constant': t('Add the closing quotes.'),
  'Unterminated array': t('Add the closing bracket.'),
  'Unterminated inline table': t('Add the closing bracket.'),
  'Unterminated table-key': t('Add the closing bracket.'),
  'Expected comma (,) token': t('Add the comma.'),
  'Defining a key multiple times is invalid': t('Remove one of them.'),
};
