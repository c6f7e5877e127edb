import type { Verdict } from '../../hosts/verdict';
import { example } from '../example';
import type { Found, HostInput, Rule } from '../rule';
import { hostName } from '../words';

export const rule: Rule = {
  name: 'idle-field',
  what: 'A field of this host that has no effect in this place.',
  why: 'It is spelt right and reads as if it did something.',
  kind: 'host',
  quiet: true,
  builtin: 'idle-field',
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
  hears: 'idlers',
  check: ({ verdict, besides }: HostInput): Found[] =>
    verdict.fields.flatMap(({ field, key, keySpan, problems }): Found[] =>
      field?.noEffect === undefined || problems.length > 0
        ? []
        : [
            {
              span: keySpan,
              severity: isUsed(besides, key) ? 'hint' : 'information',
              tag: 'unnecessary',
              message: `"${key}" has no effect here: ${hostName(verdict)} ${field.noEffect}.`,
            },
          ],
    ),
};

/** One file for several hosts: another makes something of it. */
const isUsed = (besides: readonly Verdict[], key: string): boolean =>
  besides.some(({ fields }) =>
    fields.some((one) => one.key === key && one.field && one.field.noEffect === undefined),
  );
