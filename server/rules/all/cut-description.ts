import { formatCount, t } from '../../text/message';
import { textOf } from '../../yaml/value';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for descriptions of skills that the program cuts.',
  why: 'The model decides by the description whether it uses a skill. It never reads what is cut, which is often the part that states when to use the skill.',
  sources: [{ facts: ['field of description'] }],
};

const long = `Reviews changes. ${'It checks names, types and tests. '.repeat(50)}Use when asked.`;

export const examples = (): RuleExamples => ({
  failing: [
    example('.claude/skills/review/SKILL.md', `description: ${long}`, 'Review the changes.'),
    example(
      '.claude/skills/check/SKILL.md',
      `description: Checks.\nwhen_to_use: ${long}`,
      'Check the changes.',
    ),
  ],
  passing: [
    example('.claude/skills/review/SKILL.md', 'description: Reviews.', 'Review the changes.'),
    example(
      '.opencode/skills/review/SKILL.md',
      `name: review\ndescription: ${long}`,
      'Review the changes.',
    ),
  ],
});

export const rule: Rule = {
  name: 'cut-description',
  kind: 'host',
  subjects: ['skill', 'command'],
  check: ({ outline, verdict }: HostInput): Found[] => {
    const { skill, fields } = verdict;
    if (!skill || skill.cutAt === null || skill.modelInvocable === 'no') return [];
    const field = fields.find((one) => one.field?.role === 'description');
    if (!field) return [];
    const written = textOf(field.value) ?? '';
    // In a string without escapes and line breaks, the place of the cut is known.
    const { span } = field.value;
    const isPlain = outline.text.slice(span.start, span.end).startsWith(written);
    const isCutHere = isPlain && written.length > skill.cutAt;
    return [
      {
        span: isCutHere ? { start: span.start + skill.cutAt, end: span.end } : field.keySpan,
        severity: 'warning',
        message: t(
          'The description is too long. {host} lists only its first {limit} characters. Shorten it.',
          { host: hostName(verdict), limit: formatCount(skill.cutAt) },
        ),
      },
    ];
  },
};
