import { bodyLanguageAt } from '../../hosts/model/place';
import { t } from '../../text/message';
import { example } from '../example';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { takesArguments } from '../values/arguments';
import { type CodeNumber, codeNumbers } from '../values/code-numbers';

export const docs: RuleDocs = {
  what: 'Checks for awk and shell code in skills and commands whose own `$1` a program replaces with an argument of the call.',
  why: "Programs replace numbered placeholders in code too. The model then reads `awk '{ print b }'`, or `awk '{ print }'` where the call has no such argument, in place of `awk '{ print $1 }'`, and the command prints something else or fails.",
  sources: [
    { facts: ['arguments'] },
    {
      opinion:
        'That a number in an awk program, in the body of a shell function or as the name of the script is none of the call follows from the language.',
    },
  ],
};

const fence = (...lines: readonly string[]): string => ['```sh', ...lines, '```'].join('\n');

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/commands/owners.md',
      'description: Lists owners.\nargument-hint: "[folder]"',
      "List the owners of $ARGUMENTS with `git shortlog -s | awk '{ print $2 }'`.",
    ),
    example(
      '.opencode/command/owners.md',
      'description: Lists owners.',
      fence('count() {', '  wc -l < "$1"', '}', 'cd "$(dirname "$0")"'),
    ),
  ],
  passing: [
    example(
      '.claude/commands/owners.md',
      'description: Lists owners.\nargument-hint: "[folder]"',
      "List the owners of $ARGUMENTS with `git shortlog -s | awk '{ print $(2) }'`.",
    ),
    example('.opencode/command/show.md', 'description: Shows.', 'Show `gh pr view $1`.'),
  ],
});

export const rule: Rule = {
  name: 'replaced-code',
  kind: 'host',
  subjects: ['skill', 'command'],
  check: ({ outline, verdict }: HostInput): Found[] => {
    const numbers = bodyLanguageAt(verdict.place);
    if (!numbers || verdict.skill?.userInvocable === false) return [];
    const [first, ...more] = codeNumbers(outline.text, outline.body);
    if (!first) return [];
    const { written: placeholder, instead } = first;
    const isAlways = numbers.missing === 'empty';
    const values = { host: verdict.place.host.name, placeholder, instead };
    return [
      {
        span: first.span,
        severity: isAlways || takesArguments(outline) ? 'warning' : 'information',
        message: isAlways
          ? t(
              'When a user calls it, {host} replaces "{placeholder}" in code too, even without such an argument. Write "{instead}".',
              values,
            )
          : t(
              '{host} replaces "{placeholder}" in code too if the call has an argument of this number. Write "{instead}".',
              values,
            ),
        fixes: protect([first, ...more]),
        ...(more.length > 0 && { also: more.map(({ span }) => span) }),
      },
    ];
  },
};

/** Parentheses and braces mean the same to awk and to a shell, and no program replaces what they contain. */
const protect = (numbers: readonly CodeNumber[]): readonly Fix[] => [
  {
    title: t('Protect the numbers in code'),
    safety: 'safe',
    edits: () => numbers.map(({ span, instead }) => ({ span, text: instead })),
  },
];
