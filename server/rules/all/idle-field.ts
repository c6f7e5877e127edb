import { textOf, type Value } from '../../agent/value';
import type { Field } from '../../hosts/host';
import type { Verdict } from '../../hosts/verdict';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A field of this host that has no effect in this place.',
  why: 'It is spelt right and reads as if it did something.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\nprompt: You are someone else.',
    ),
    example('.opencode/agents/reviewer.md', 'prompt: "{file:./prompt.md}"'),
  ],
  passing: [
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.'),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\npermissionMode: plan',
    ),
  ],
});

export const rule: Rule = {
  name: 'idle-field',
  kind: 'host',
  builtin: 'idle-field',
  hears: 'idlers',
  check: ({ verdict, besides }: HostInput): Found[] =>
    verdict.fields.flatMap(({ field, key, keySpan, value, problems }): Found[] =>
      field?.noEffect === undefined || problems.length > 0
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
              message: `"${key}" has no effect here: ${hostName(verdict)} ${field.noEffect}.`,
            },
          ],
    ),
};

/** A limit or a hook that the author set and the host drops: less is forbidden or done than the file says. */
function isLost({ role, governs, limitWords }: Field, value: Value): boolean {
  if (role === 'hooks') return value.kind === 'map' && value.entries.length > 0;
  const word = textOf(value)?.trim().toLowerCase();
  const denied = word === undefined ? undefined : limitWords?.[word];
  return governs === 'permission' && denied !== undefined && denied.length > 0;
}

/** One file for several hosts: another makes something of it. */
const isUsed = (besides: readonly Verdict[], key: string): boolean =>
  besides.some(({ fields }) =>
    fields.some((one) => one.key === key && one.field && one.field.noEffect === undefined),
  );
