import { subjectAt } from '../../hosts/model/place';
import { t } from '../../text/message';
import { type Entry, hasDuplicateKeys } from '../../yaml/value';
import { example } from '../example';
import { isFieldOfAnyHost } from '../names/known-fields';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for keys that occur more than once in the frontmatter.',
  why: 'Some programs use the first value, some use the last one, and some reject the file, so the agent differs between programs.',
  sources: [
    { background: ['flaw duplicate-key'] },
    {
      opinion:
        'Keys that programs read differently are reported for every program, so that the file means the same in all of them.',
    },
  ],
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
  subjects: ['agent', 'skill', 'command'],
  builtin: 'yaml',
  advise: ({ catalog, outline, writer, places }: FileInput): Found[] => {
    if (!hasDuplicateKeys(outline.fields)) return [];
    // In invalid YAML, a line of prose with a colon looks like a key.
    const isBroken = outline.errors.some(({ code }) => code !== 'DUPLICATE_KEY');
    const [place] = places;
    const isField = isFieldOfAnyHost(catalog, place ? subjectAt(place) : 'agent');
    const first = new Map<string, Entry>();
    return outline.fields.flatMap((entry): Found[] => {
      const earlier = first.get(entry.key);
      if (!earlier) {
        first.set(entry.key, entry);
        return [];
      }
      if (isBroken && !isField(entry.key)) return [];
      return [
        {
          span: entry.keySpan,
          severity: 'warning',
          message: t(
            '"{field}" is defined twice. Some programs use the first value, some use the last one, and some reject the file. Remove one of them.',
            { field: entry.key },
          ),
          fixes: [
            {
              title: t('Remove this "{field}"', { field: entry.key }),
              safety: 'review',
              edits: () => writer.removeField(entry),
            },
            {
              title: t('Remove the first "{field}"', { field: entry.key }),
              safety: 'review',
              edits: () => writer.removeField(earlier),
            },
          ],
        },
      ];
    });
  },
};
