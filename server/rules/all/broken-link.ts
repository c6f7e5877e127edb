import { relativeLinks } from '../../agent/links';
import { isSkillFolder } from '../../hosts/model/place';
import { t } from '../../text/message';
import { exactly, example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for links in a skill to files in its folder that do not exist.',
  why: 'The model is told to read the file when it needs it. It then searches for it, or continues without it.',
  sources: [
    {
      opinion:
        'That the file should exist follows from the link: no program reads it before the model does.',
    },
  ],
};

const head = 'name: review\ndescription: Reviews changes.';

export const examples = (): RuleExamples => {
  const skill = '.claude/skills/review/SKILL.md';
  return {
    failing: [
      example(skill, head, 'Read [the checklist](references/checklst.md).', {
        path: '.claude/skills/review/references/checklist.md',
        text: 'Check all.',
      }),
      example(skill, head, 'Run [the script](./scripts/count.sh).'),
    ],
    passing: [
      example(
        skill,
        head,
        'Read [the checklist](references/checklist.md).',
        exactly('.claude/skills/review/references/checklist.md', 'Check all.'),
      ),
      example(
        skill,
        head,
        'Read [the checklist](references/checklist.md#tests).',
        exactly('.claude/skills/review/references/checklist.md', 'Check all.'),
      ),
      // Files of others, and examples.
      example(
        skill,
        head,
        'See [the docs](https://example.com/a.md), [the notes](../../../notes.md), [the report](.reports/a.md) and `[a](b.md)`.',
      ),
      // An agent has no folder of its own.
      example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: R.', 'See [a](b/c.md).'),
    ],
  };
};

export const rule: Rule = {
  name: 'broken-link',
  kind: 'advice',
  subjects: ['skill'],
  builtin: 'missing-link',
  advise: ({ outline: { text, body }, places }: FileInput): Found[] => {
    const place = places.find(isSkillFolder);
    if (!place) return [];
    const folder = place.path.split('/').slice(0, -1);
    return relativeLinks(text, body).flatMap(({ path, span }): Found[] => {
      const file = fileIn(folder, path);
      if (file === null) return [];
      return [
        {
          span,
          severity: 'warning',
          message: t(
            '"{file}" does not exist in the folder of the skill, so the model cannot read it. Create the file, or correct the path.',
            { file: path },
          ),
          unlessFiles: [file],
        },
      ];
    });
  },
};

/**
 * Null for a folder, and for what is outside of the folder of the skill: nothing is looked up there. A hidden folder is one of the project
 * nearly always, written from its root.
 */
function fileIn(folder: readonly string[], path: string): string | null {
  const [written = ''] = path.split('?');
  const below = decoded(written);
  if (below === null || !/\.\w+$/.test(below)) return null;
  const parts = below.split('/').filter((part) => part !== '.' && part !== '');
  return parts.some((part) => part.startsWith('.')) ? null : [...folder, ...parts].join('/');
}

/** Null where it is no encoded text. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
