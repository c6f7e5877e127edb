import { joined, t } from '../../text/message';
import { example } from '../example';
import { closesSkill } from '../limits/closed-skill';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for skills that the author closed to the model, in programs that do not read this.',
  why: 'A skill that deploys or deletes something is often meant for users only. A program that ignores the field lists the skill to its model, which can then use it without being asked.',
  sources: [{ facts: ['field of model-invocable'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.opencode/skills/deploy/SKILL.md',
      'name: deploy\ndescription: Deploys the project.\ndisable-model-invocation: true',
      'Deploy the project.',
    ),
    example(
      '.agents/skills/release/SKILL.md',
      'name: release\ndescription: Publishes a release.\ndisable-model-invocation: true',
      'Publish a release.',
    ),
  ],
  passing: [
    example(
      '.github/skills/deploy/SKILL.md',
      'name: deploy\ndescription: Deploys the project.\ndisable-model-invocation: true',
      'Deploy the project.',
    ),
    example(
      '.claude/skills/deploy/SKILL.md',
      'description: Deploys the project.\ndisable-model-invocation: true',
      'Deploy the project.',
    ),
    example(
      '.opencode/skills/deploy/SKILL.md',
      'name: deploy\ndescription: Deploys the project.\ndisable-model-invocation: false',
      'Deploy the project.',
    ),
  ],
});

export const rule: Rule = {
  name: 'ignored-guard',
  kind: 'host',
  subjects: ['skill'],
  check: ({ verdict }: HostInput): Found[] => {
    if (verdict.skill === null || verdict.skill.modelInvocable === 'no') return [];
    return verdict.fields.flatMap(({ field, keySpan, key, value }): Found[] => {
      if (field?.noEffect === undefined || !closesSkill(field, value)) return [];
      return [
        {
          span: keySpan,
          severity: 'error',
          losesLimit: true,
          message: joined([
            t('"{field}" has no effect here.', { field: key }),
            effectOf(verdict, field.noEffect),
            t('Move the skill to a folder that only other programs read.'),
          ]),
        },
      ];
    });
  },
};
