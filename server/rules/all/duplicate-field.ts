import { type Entry, hasDoubles } from '../../agent/value';
import { removeField } from '../../agent/write';
import { example } from '../example';
import { isFieldOfAnyHost } from '../known-fields';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'A key that stands there twice.',
  why: 'One host takes the first, one the last, one refuses the file: they disagree on what the agent is.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nname: checker',
    ),
    example('.opencode/agent/reviewer.md', 'mode: subagent\nmode: primary'),
  ],
  passing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    example('.opencode/agent/reviewer.md', 'mode: subagent\ndescription: "mode: primary"'),
  ],
});

export const rule: Rule = {
  name: 'duplicate-field',
  kind: 'advice',
  builtin: 'yaml',
  advise: ({ outline }: FileInput): Found[] => {
    if (!hasDoubles(outline.fields)) return [];
    // In a frontmatter that is broken, a line of prose with a colon looks like a key.
    const isBroken = outline.errors.some(({ code }) => code !== 'DUPLICATE_KEY');
    const first = new Map<string, Entry>();
    return outline.fields.flatMap((entry): Found[] => {
      const earlier = first.get(entry.key);
      if (!earlier) {
        first.set(entry.key, entry);
        return [];
      }
      if (isBroken && !isFieldOfAnyHost(entry.key)) return [];
      return [
        {
          span: entry.keySpan,
          severity: 'warning',
          message: `"${entry.key}" stands here twice. Some hosts take the first, some the last, some refuse the file: keep one.`,
          fixes: [
            {
              title: `Remove this ${entry.key}`,
              safety: 'review',
              edits: () => removeField(outline, entry),
            },
            {
              title: `Remove the first ${entry.key}`,
              safety: 'review',
              edits: () => removeField(outline, earlier),
            },
          ],
        },
      ];
    });
  },
};
