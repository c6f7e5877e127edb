import type { ToolVerdict } from '../../hosts/model/persona';
import type { Verdict } from '../../hosts/model/verdict';
import { joined, t } from '../../text/message';
import type { Span } from '../../text/span';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { expandFix, lostTools, removal, replacement } from '../tools/tool-names';
import { effectOf, quotedList } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for entries of the tools that a skill allows which allow nothing.',
  why: 'The user is still asked for each use of the tool, and without a user to ask the use is refused.',
  sources: [{ facts: ['tool'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/skills/review/SKILL.md',
      'description: Reviews changes.\nallowed-tools: Read, Write(docs/**)',
    ),
    example(
      '.claude/skills/review/SKILL.md',
      'description: Reviews changes.\nallowed-tools: Bash(git add:*, git commit:*)',
    ),
  ],
  passing: [
    example(
      '.claude/skills/review/SKILL.md',
      'description: Reviews changes.\nallowed-tools: Read, Edit(docs/**)',
    ),
    example(
      '.claude/skills/review/SKILL.md',
      'description: Reviews changes.\nallowed-tools: Bash(git add:*), Bash(git commit:*)',
    ),
  ],
});

export const rule: Rule = {
  name: 'ineffective-grant',
  kind: 'host',
  subjects: ['skill', 'command'],
  isEffect: true,
  check: ({ outline, writer, verdict, allowed }: HostInput): Found[] =>
    lostTools(verdict, 'wrong-form', allowed).map((tool) => {
      const instead = tool.instead ?? [];
      const [only] = instead;
      const before = beforeSpace(outline.text, verdict, tool);
      return {
        span: tool.span,
        severity: tool.wider ? 'error' : 'warning',
        message: joined([
          t('"{tool}" allows nothing.', { tool: tool.written }),
          effectOf(verdict, tool.wider ?? tool.effect ?? '{host} silently ignores it.'),
          instead.length > 0
            ? t('Use {instead} instead.', { instead: quotedList(instead) })
            : before
              ? t('Remove the space.')
              : t('Correct or remove it.'),
        ]),
        // For review: the skill may then use tools without asking.
        fixes: [
          ...(before
            ? [
                {
                  title: t('Remove the space'),
                  safety: 'safe' as const,
                  edits: () => [{ span: before, text: '' }],
                },
              ]
            : []),
          ...(only === undefined
            ? []
            : [
                {
                  ...(instead.length === 1
                    ? replacement(writer, tool, only, 'review')
                    : expandFix(writer, verdict, tool, instead)),
                  safety: 'review' as const,
                },
              ]),
          { ...removal(writer, verdict, tool), safety: 'review' as const },
        ],
      };
    }),
};

/** The white space between a tool and the parentheses that were meant for it. */
function beforeSpace(
  text: string,
  { tools }: Verdict,
  { span, key, written }: ToolVerdict,
): Span | null {
  if (!written.startsWith('(')) return null;
  const before = tools.findLast((one) => one.key === key && one.span.end < span.start);
  const space = before && { start: before.span.end, end: span.start };
  return space && /^ +$/.test(text.slice(space.start, space.end)) ? space : null;
}
