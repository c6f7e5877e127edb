import type { Outline } from '../../agent/outline';
import { type OpenFence, unclosedFence } from '../../agent/prose';
import { example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'A code fence in the prompt that is never closed.',
  why: 'Everything after it is code in Markdown, instructions too. Often a code block that shows Markdown holds fences of the same length: the first of them closes the block too early.',
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
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.',
      'Run the tests:\n\n```sh\nnpm test\n```\n\nThen report what failed.',
    ),
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
  readsBody: 'at rest',
  advise: ({ outline }: FileInput): Found[] => {
    const open = unclosedFence(outline.text, outline.body);
    return open ? found(outline, open) : [];
  },
};

function found({ text, body, eol }: Outline, open: OpenFence): Found[] {
  const { span, mark, outer, hasInfo } = open;
  const isLast = text.slice(span.end, body.end).trim() === '';
  // The block ends too early, and no instruction becomes code.
  if (outer && !hasInfo && isLast) return [];
  if (outer && !hasInfo)
    return [
      {
        span: outer,
        severity: 'warning',
        message: `This code block holds fences of the same length, so it ends too early and the end of the prompt is code. Open and close it with a longer fence.`,
        fixes: [
          {
            title: `Use ${mark}${mark.charAt(0)} for this block`,
            safety: 'review',
            edits: () => [
              { span: { start: outer.end, end: outer.end }, text: mark.charAt(0) },
              { span: { start: span.end, end: span.end }, text: mark.charAt(0) },
            ],
          },
        ],
      },
    ];
  const { end } = body;
  if (isLast)
    return [
      {
        span,
        severity: 'hint',
        message: 'This code fence opens a block in which nothing follows. Remove it.',
        fixes: [
          {
            title: 'Remove the code fence',
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
      severity: 'warning',
      message: `This code fence is never closed, so the rest of the prompt is code. ${hasInfo ? 'Close the block.' : 'Close the block, or remove the fence.'}`,
      fixes: [
        {
          title: 'Close the code block at the end',
          safety: 'review',
          edits: () => [{ span: { start: end, end }, text: `${gap}${mark}${eol}` }],
        },
      ],
    },
  ];
}
