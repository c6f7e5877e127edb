import type { Writer } from '../../agent/writer';
import type { Field } from '../../hosts/model/field';
import type { Verdict } from '../../hosts/model/verdict';
import { composed, joined, t } from '../../text/message';
import { textOf, type Value } from '../../yaml/value';
import { example } from '../example';
import { closesSkill, leavesSkillOpen } from '../limits/closed-skill';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for fields that have no effect in this location.',
  why: 'The field is valid and looks as if it took effect.',
  sources: [{ facts: ['field'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\nprompt: You are someone else.',
    ),
    example('.opencode/agents/reviewer.md', 'prompt: "{file:./prompt.md}"'),
    example(
      '.cursor/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: [Read, Grep]',
    ),
  ],
  passing: [
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.'),
    example(
      '.opencode/skills/review/SKILL.md',
      'name: review\ndescription: Reviews changes.\nuser-invocable: true',
    ),
    example(
      '.cursor/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read\nreadonly: true',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\npermissionMode: plan',
    ),
  ],
});

export const rule: Rule = {
  name: 'ineffective-field',
  kind: 'host',
  subjects: ['agent', 'skill', 'command'],
  builtin: 'ineffective-field',
  check: ({ writer, verdict, besides }: HostInput): Found[] => [
    ...unmet(writer, verdict),
    ...verdict.fields.flatMap(({ field, key, keySpan }): Found[] =>
      field?.mayHaveNoEffect === undefined || isUsed(besides, key) || isReadOnly(verdict)
        ? []
        : [
            {
              span: keySpan,
              severity: 'warning',
              message: composed`${t('"{field}" may have no effect here.', { field: key })} ${effectOf(verdict, field.mayHaveNoEffect)}`,
            },
          ],
    ),
    ...verdict.fields.flatMap(({ field, key, keySpan, value, problems }): Found[] =>
      field?.noEffect === undefined ||
      problems.length > 0 ||
      leavesSkillOpen(field, value) ||
      isReportedAsGuard(verdict, field, value)
        ? []
        : [
            {
              span: keySpan,
              severity: isUsed(besides, key)
                ? 'hint'
                : isLost(field, value)
                  ? 'warning'
                  : 'information',
              tag: 'unnecessary',
              message: composed`${t('"{field}" has no effect here.', { field: key })} ${effectOf(verdict, field.noEffect)}`,
            },
          ],
    ),
  ],
};

/** Fields without the other field that they need. */
const unmet = (writer: Writer, verdict: Verdict): readonly Found[] =>
  verdict.fields.flatMap(({ field, key, keySpan, problems, ...entry }): Found[] => {
    const { needs } = field ?? {};
    if (!needs || problems.length > 0 || entry.value.kind === 'null') return [];
    if (verdict.fields.some((other) => other.key === needs.key)) return [];
    const line = `${needs.key}: ${needs.value}`;
    return [
      {
        span: keySpan,
        severity: 'warning',
        message: joined([
          t('"{field}" has no effect here.', { field: key }),
          effectOf(verdict, needs.effect),
          t('Add "{field}".', { field: line }),
        ]),
        fixes: [
          {
            title: t('Add "{line}"', { line }),
            safety: 'review',
            edits: () => writer.insertField(needs.key, needs.value),
          },
          {
            title: t('Remove "{name}"', { name: key }),
            safety: 'review',
            edits: () => writer.removeField({ key, keySpan, ...entry }),
          },
        ],
      },
    ];
  });

/** Another rule reports a skill that the model can use although its author closed it. */
const isReportedAsGuard = ({ skill }: Verdict, field: Field, value: Value): boolean =>
  skill !== null && closesSkill(field, value);

const isReadOnly = ({ persona }: Verdict): boolean => persona?.tools.readOnly === 'applied';

/** Whether the host drops a limit, a hook or a prompt that the author wrote. */
function isLost({ role, governs, limitWords }: Field, value: Value): boolean {
  if (role === 'tools')
    return value.kind === 'list'
      ? value.items.length > 0
      : value.kind === 'text' && value.text.trim() !== '';
  if (role === 'prompt') return (textOf(value)?.trim() ?? '') !== '';
  if (role === 'hooks') return value.kind === 'map' && value.entries.length > 0;
  const word = textOf(value)?.trim().toLowerCase();
  const denied = word === undefined ? undefined : limitWords?.[word];
  return governs === 'permission' && denied !== undefined && denied.length > 0;
}

/** Whether the field takes effect in another host that reads the file. */
const isUsed = (besides: readonly Verdict[], key: string): boolean =>
  besides.some(({ fields }) =>
    fields.some((one) => one.key === key && one.field && one.field.noEffect === undefined),
  );
