import { findInProse } from '../../agent/links';
import type { Outline } from '../../agent/outline';
import { bodyLanguageAt, type Place, subjectAt } from '../../hosts/model/place';
import { type Message, t } from '../../text/message';
import type { Span } from '../../text/span';
import { example } from '../example';
import type { FileInput, Fix, Found, Rule, RuleDocs, RuleExamples } from '../rule';
import { takesArguments } from '../values/arguments';
import { listed } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for skills and commands whose arguments are numbered as in another program.',
  why: 'Some programs count arguments from 0 and others from 1. With the wrong numbers, each placeholder is replaced by another argument than the author meant, and the first or the last one is lost.',
  sources: [{ facts: ['arguments'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/commands/fix.md',
      'description: Fixes an issue.\nargument-hint: "[issue] [branch]"',
      'Fix issue $1 on branch $2.',
    ),
    example('.opencode/command/fix.md', 'description: Fixes an issue.', 'Fix issue $0.'),
    example(
      '.agents/skills/fix/SKILL.md',
      'name: fix\ndescription: Fixes an issue.\nargument-hint: "[issue]"',
      'Fix issue $1.',
    ),
  ],
  passing: [
    example('.claude/commands/fix.md', 'description: Fixes an issue.', 'Fix issue $0 on $1.'),
    example('.opencode/command/fix.md', 'description: Fixes an issue.', 'Fix issue $1.'),
    example(
      '.claude/commands/sum.md',
      'description: Adds a column.',
      "Use `awk '{ s += $1 }'` for $ARGUMENTS. It costs $10 or $1.50.",
    ),
    example(
      '.opencode/skills/score/SKILL.md',
      'name: score\ndescription: Scores a change.',
      'Use a $0 scorer. It has used $7 of the budget.',
    ),
  ],
});

interface Numbered {
  readonly span: Span;
  readonly number: number;
}

export const rule: Rule = {
  name: 'shifted-arguments',
  kind: 'advice',
  subjects: ['skill', 'command'],
  advise: ({ outline, places }: FileInput): Found[] => {
    const { text, body } = outline;
    const found = numbersIn(text, body);
    const [first] = found;
    if (!first || !areArguments(outline, places, found)) return [];
    const from = (number: 0 | 1): readonly Place[] =>
      places.filter((place) => place.role === 'owner' && bodyLanguageAt(place)?.first === number);
    const [zero, one] = [from(0), from(1)];
    const written = text.slice(first.span.start, first.span.end);
    if (zero.length > 0 && one.length > 0)
      return [
        {
          span: first.span,
          severity: 'warning',
          message: t(
            'Arguments are counted from 0 in {zero} and from 1 in {one}, so "{placeholder}" is another argument there. Use "$ARGUMENTS".',
            { zero: namesOf(zero), one: namesOf(one), placeholder: written },
          ),
        },
      ];
    if (zero.length > 0 && !usesFirst(text.slice(body.start, body.end)))
      return [
        {
          span: first.span,
          severity: 'warning',
          message: t(
            '{hosts} counts arguments from 0, so nothing takes the first one. Begin with "$0".',
            { hosts: namesOf(zero) },
          ),
          fixes: shift(text, body, found, -1, t('Count arguments from 0')),
        },
      ];
    const below = found.find(({ number }) => number === 0);
    if (!below || one.length === 0) return [];
    return [
      {
        span: below.span,
        severity: 'warning',
        message: t('{hosts} counts arguments from 1, so "$0" is no argument. Begin with "$1".', {
          hosts: namesOf(one),
        }),
        fixes: shift(text, body, found, 1, t('Count arguments from 1')),
      },
    ];
  },
};

const namesOf = (places: readonly Place[]): Message =>
  listed([...new Set(places.map(({ host }) => host.name))]);

/** `$0` to `$9` outside of code, but no amounts such as `$1.50`. */
const numbersIn = (text: string, body: Span): readonly Numbered[] =>
  findInProse(text, body, (line) => line.matchAll(/(?<![\w$\\])(\$\d)(?![\w]|[.,]\d)/dg)).map(
    ({ span }) => ({ span, number: Number(text.charAt(span.start + 1)) }),
  );

/**
 * Amounts of money look like numbers of arguments. These begin with 0 or 1 and leave none out; in a skill, which most often takes none,
 * something else must show that it takes arguments, or there must be several.
 */
function areArguments(
  outline: Outline,
  places: readonly Place[],
  found: readonly Numbered[],
): boolean {
  const numbers = [...new Set(found.map(({ number }) => number))].sort();
  const [lowest = 0] = numbers;
  if (lowest > 1 || numbers.some((number, index) => number !== lowest + index)) return false;
  return (
    numbers.length > 1 ||
    places.some((place) => subjectAt(place) === 'command') ||
    takesArguments(outline)
  );
}

/** In code too, where it is replaced as well. */
const usesFirst = (body: string): boolean => /\$(?:0(?!\d)|ARGUMENTS\[0\])/.test(body);

/** None where code has numbers too: whether these are arguments is not known. */
function shift(
  text: string,
  body: Span,
  found: readonly Numbered[],
  by: 1 | -1,
  title: Message,
): readonly Fix[] {
  const all = text.slice(body.start, body.end).match(/\$\d/g) ?? [];
  if (all.length !== found.length) return [];
  return [
    {
      title,
      safety: 'review',
      edits: () =>
        found.map(({ span, number }) => ({ span, text: `$${Math.max(0, number + by)}` })),
    },
  ];
}
