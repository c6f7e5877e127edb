import type { Outline } from '../../agent/outline';
import { type OpenFence, unclosedFence } from '../../agent/prose';
import { t } from '../../text/message';
import { example } from '../example';
import { isTemplateFile } from '../prose/templates';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for code fences in the prompt that are never closed.',
  why: 'Everything after the fence is part of the code block, including instructions. A common cause is a block that contains fences of the same length, so that the first of them closes it too early.',
  sources: [
    {
      opinion:
        'What a model does with a fence that is never closed is not measured. In Markdown everything after it is code.',
    },
  ],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.',
      'Run the tests:\n\n```sh\nnpm test\n\nThen report what failed.',
    ),
    example(
      '.opencode/agent/writer.md',
      'description: Writes.',
      '```markdown\n# Title\n```js\nx()\n```\nMore.\n```\n\nKeep it short.',
    ),
    example(
      '.opencode/agent/writer.md',
      'description: Writes.',
      'The plan:\n\n```markdown\n# Plan\n\nThe report:\n```\nAll done.\n```\n\nKeep it short.',
    ),
  ],
  passing: [
    {
      ...example(
        '.claude/agents/reviewer.md',
        'name: reviewer\ndescription: Reviews changes.',
        'Run the tests:\n\n```sh\nnpm test\n```\n\nThen report what failed.',
      ),
      isInstead: true,
    },
    example(
      '.opencode/agent/writer.md',
      'description: Writes.',
      '````markdown\n# Title\n```js\nx()\n```\nMore.\n````\n\nKeep it short.',
    ),
  ],
});

export const rule: Rule = {
  name: 'unclosed-code-fence',
  kind: 'advice',
  subjects: ['agent', 'skill', 'command'],
  advise: ({ outline, verdicts }: FileInput): Found[] => {
    const open = unclosedFence(outline.text, outline.body);
    if (!open || isTemplateFile(outline, verdicts()[0]?.place)) return [];
    return found(outline, open);
  },
};

function found({ text, body, eol }: Outline, open: OpenFence): Found[] {
  const { span, mark, outer, hasInfo, endless } = open;
  const isLast = text.slice(span.end, body.end).trim() === '';
  // The block ends too early, but no instruction becomes code.
  if (outer && !hasInfo && isLast) return [];
  if (outer && !hasInfo)
    return [
      {
        span: outer,
        severity: 'information',
        message: t(
          'This code block contains fences of the same length, so it ends too early and the rest of the prompt is code. Use a longer fence around it.',
        ),
        fixes: [
          {
            title: t('Use {fence} for this block', { fence: `${mark}${mark.charAt(0)}` }),
            safety: 'review',
            edits: () => [
              { span: { start: outer.end, end: outer.end }, text: mark.charAt(0) },
              { span: { start: span.end, end: span.end }, text: mark.charAt(0) },
            ],
          },
        ],
      },
    ];
  if (endless && !isLast)
    return [
      {
        span: endless,
        severity: 'information',
        message: t(
          'This code block ends at the fence that should open the next one, so the rest of the prompt is code. Close the block where it should end.',
        ),
      },
    ];
  const { end } = body;
  if (isLast)
    return [
      {
        span,
        severity: 'hint',
        message: t('Nothing follows this opening code fence. Remove it.'),
        fixes: [
          {
            title: t('Remove the code fence'),
            safety: 'review',
            edits: () => [{ span, text: '' }],
          },
        ],
      },
    ];
  const gap = text.charAt(end - 1) === '\n' ? '' : eol;
  return [
    {
      span,
      severity: 'information',
      message: hasInfo
        ? t('This code fence is never closed, so the rest of the prompt is code. Close the block.')
        : t(
            'This code fence is never closed, so the rest of the prompt is code. Close the block, or remove the fence.',
          ),
      fixes: [
        {
          title: t('Close the code block at the end'),
          safety: 'review',
          edits: () => [{ span: { start: end, end }, text: `${gap}${mark}${eol}` }],
        },
      ],
    },
  ];
}
