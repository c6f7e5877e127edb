import { t } from '../../text/message';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for skills that neither users nor the model can call.',
  why: 'One field keeps the model from the skill, another one the users. With both, the program loads the skill and nothing can use it.',
  sources: [{ facts: ['field of model-invocable', 'field of user-invocable'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/skills/deploy/SKILL.md',
      'description: Deploys.\ndisable-model-invocation: true\nuser-invocable: false',
      'Deploy the project.',
    ),
    example(
      '.github/skills/deploy/SKILL.md',
      'name: deploy\ndescription: Deploys.\nuser-invocable: false\ndisable-model-invocation: true',
      'Deploy the project.',
    ),
  ],
  passing: [
    example(
      '.claude/skills/deploy/SKILL.md',
      'description: Deploys.\ndisable-model-invocation: true',
      'Deploy the project.',
    ),
    example(
      '.opencode/skills/deploy/SKILL.md',
      'name: deploy\ndescription: Deploys.\nuser-invocable: false',
      'Deploy the project.',
    ),
  ],
});

export const rule: Rule = {
  name: 'unreachable-skill',
  kind: 'host',
  subjects: ['skill', 'command'],
  check: ({ writer, verdict }: HostInput): Found[] => {
    const { skill, fields } = verdict;
    if (skill?.userInvocable !== false || skill.modelInvocable !== 'no') return [];
    const guards = fields.filter(({ field }) => /-invocable$/.test(field?.role ?? ''));
    const [first, ...others] = guards;
    if (!first || others.length === 0) return [];
    return [
      {
        span: first.keySpan,
        also: others.map(({ keySpan }) => keySpan),
        severity: 'warning',
        message: t(
          'Neither users nor the model can call this file in {host}. Remove one of the two fields.',
          { host: hostName(verdict) },
        ),
        fixes: guards.map(({ key, span, ...entry }) => ({
          title: t('Remove "{name}"', { name: key }),
          safety: 'review',
          edits: () => writer.removeField({ key, span, ...entry }),
        })),
      },
    ];
  },
};
