import { subjectAt } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import { t } from '../../text/message';
import { textOf } from '../../yaml/value';
import { example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';
import { listed } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for skills that have several names, depending on the program.',
  why: 'Some programs call a skill by its folder and others by its "name". A prompt or a command that names it then works in one program only.',
  sources: [{ facts: ['field of name'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.agents/skills/check/SKILL.md',
      'name: Check all files\ndescription: Checks files.',
      'Check the files.',
    ),
    example(
      '.agents/skills/review/SKILL.md',
      'name: code review\ndescription: Reviews changes.',
      'Review the changes.',
    ),
  ],
  passing: [
    example(
      '.claude/skills/review/SKILL.md',
      'name: review\ndescription: Reviews changes.',
      'Review the changes.',
    ),
    example(
      '.opencode/skills/review/SKILL.md',
      'name: code-review\ndescription: Reviews changes.',
      'Review the changes.',
    ),
  ],
});

export const rule: Rule = {
  name: 'skill-names',
  kind: 'advice',
  subjects: ['skill', 'command'],
  advise: ({ writer, verdicts }: FileInput): Found[] => {
    const byId = new Map<string, Verdict[]>();
    for (const verdict of verdicts()) {
      const { skill } = verdict;
      if (skill) byId.set(skill.id, [...(byId.get(skill.id) ?? []), verdict]);
    }
    if (byId.size < 2) return [];
    const [first] = verdicts();
    const name = first?.fields.find(({ key }) => key === 'name')?.value;
    if (!first || !name || textOf(name) === undefined) return [];
    const { base } = first.place;
    const isCommand = subjectAt(first.place) === 'command';
    const names = listed(
      [...byId].map(([id, among]) =>
        t('"{name}" in {hosts}', {
          name: id,
          hosts: listed(among.map(({ place }) => place.host.name)),
        }),
      ),
    );
    return [
      {
        span: name.span,
        severity: 'information',
        message: isCommand
          ? t('This command has several names: {names}. Use the name of the file.', { names })
          : t('This skill has several names: {names}. Use the name of the folder.', { names }),
        fixes: [
          {
            title: isCommand
              ? t('Use the name of the file: "{name}"', { name: base })
              : t('Use the name of the folder: "{name}"', { name: base }),
            safety: 'review',
            edits: () => writer.replaceValue(name, { text: base }),
          },
        ],
      },
    ];
  },
};
