import type { Outline } from '../../agent/outline';
import { argumentTokens, shellTokens } from '../../hosts/judge/skills/body-tokens';
import { bodyLanguageAt } from '../../hosts/model/place';
import { t } from '../../text/message';
import { type Span, slice } from '../../text/span';
import { example } from '../example';
import type { FileInput, Fix, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for commands in skills and commands that contain the arguments of the call without quotes.',
  why: 'The program inserts the arguments into the command before a shell runs it. Without quotes, a space separates words, and `;`, `|` or `>` in an argument is part of the command.',
  sources: [
    { facts: ['arguments'] },
    { opinion: 'That the arguments are meant as one word is a guess: most commands take one.' },
  ],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/commands/history.md',
      'description: Shows who changed a file.',
      'The changes: !`git log --oneline -- $ARGUMENTS`',
    ),
    example('.opencode/command/show.md', 'description: Shows.', 'The change: !`git show $1 | cat`'),
  ],
  passing: [
    example(
      '.claude/commands/history.md',
      'description: Shows who changed a file.',
      'The changes: !`git log --oneline -- "$ARGUMENTS"`',
    ),
    // This program runs no commands.
    example(
      '.github/skills/history/SKILL.md',
      'name: history\ndescription: Shows who changed a file.',
      'The changes: !`git log --oneline -- $ARGUMENTS`',
    ),
    example('.claude/commands/history.md', 'description: Shows.', 'Run `git log -- $ARGUMENTS`.'),
  ],
});

export const rule: Rule = {
  name: 'unquoted-arguments',
  kind: 'advice',
  subjects: ['skill', 'command'],
  advise: ({ outline, places }: FileInput): Found[] => {
    const running = places.filter(
      (place) => place.role === 'owner' && bodyLanguageAt(place)?.shell !== undefined,
    );
    const spans = running.flatMap((place): readonly Span[] => {
      const language = bodyLanguageAt(place);
      return language ? unquotedIn(outline, language) : [];
    });
    const [first, ...others] = distinct(spans);
    if (!first) return [];
    return [
      {
        span: first,
        severity: 'information',
        message: t(
          '{host} inserts the arguments into this command, so their spaces and characters such as ";" are part of it. Put quotes around "{placeholder}".',
          { host: running[0]?.host.name ?? '', placeholder: slice(outline.text, first) },
        ),
        fixes: [quote([first, ...others])],
        ...(others.length > 0 && { also: others }),
      },
    ];
  },
};

type Language = NonNullable<ReturnType<typeof bodyLanguageAt>>;

/** The placeholders in commands that no quotes surround. */
function unquotedIn({ text, body }: Outline, language: Language): readonly Span[] {
  const part = slice(text, body);
  return shellTokens(part, language).flatMap(({ span }) => {
    const command = slice(part, span);
    return argumentTokens(command, language).flatMap((token): readonly Span[] => {
      const isArgument = token.kind === 'arguments' || token.kind === 'argument';
      if (!isArgument || isQuoted(command, token.span.start)) return [];
      const start = body.start + span.start;
      return [{ start: start + token.span.start, end: start + token.span.end }];
    });
  });
}

/** Whether a quote is open there. A backslash before a quote protects it. */
function isQuoted(command: string, at: number): boolean {
  let open = '';
  for (const [sign] of command.slice(0, at).matchAll(/\\.|["']/g)) {
    if (sign.length > 1) continue;
    if (open === '') open = sign;
    else if (open === sign) open = '';
  }
  return open !== '';
}

const distinct = (spans: readonly Span[]): readonly Span[] =>
  [...new Map(spans.map((span) => [span.start, span])).values()].sort((a, b) => a.start - b.start);

const quote = (spans: readonly Span[]): Fix => ({
  title: t('Put quotes around the arguments'),
  safety: 'review',
  edits: () =>
    spans.flatMap(({ start, end }) => [
      { span: { start, end: start }, text: '"' },
      { span: { start: end, end }, text: '"' },
    ]),
});
