import type { ToolVerdict } from '../../hosts/model/persona';
import type { Verdict } from '../../hosts/model/verdict';
import { composed, t } from '../../text/message';
import { exactly, example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf, quotedList } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for denied uses of a tool that remove the whole tool.',
  why: 'The entry appears to forbid only some commands, but the agent silently loses the whole tool.',
  sources: [{ facts: ['field of denied-tools', 'tool'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/builder.md',
      'name: builder\ndescription: Builds.\ndisallowedTools: Bash(git push *)',
    ),
    example(
      '.claude/agents/builder.md',
      'name: builder\ndescription: Builds.\ntools: Read, Bash\ndisallowedTools: [Bash(rm:*)]',
    ),
  ],
  passing: [
    {
      ...example(
        '.claude/agents/builder.md',
        'name: builder\ndescription: Builds.',
        undefined,
        exactly('.claude/settings.json', '{ "permissions": { "deny": ["Bash(git push:*)"] } }'),
      ),
      isInstead: true,
    },
    example(
      '.claude/agents/builder.md',
      'name: builder\ndescription: Builds.\ndisallowedTools: Bash',
    ),
    example(
      '.claude/agents/builder.md',
      'name: builder\ndescription: Builds.\ndisallowedTools: Bash(*)',
    ),
  ],
});

export const rule: Rule = {
  name: 'overbroad-deny',
  kind: 'host',
  check: ({ writer, verdict, allowed }: HostInput): Found[] =>
    verdict.tools.flatMap((tool): Found[] => {
      const { outcome, wider, written, span, names } = tool;
      if (wider === undefined || outcome !== 'denied' || allowed.tools.includes(written)) return [];
      const [name] = names;
      if (name !== undefined && isDeniedWhole(verdict, tool, name)) return [];
      const effect = composed`${effectOf(verdict, wider)} ${t('Deny single uses in the permission settings or in a hook.')}`;
      return [
        {
          span,
          severity: 'warning',
          message: composed`${t('"{tool}" denies more than it names.', { tool: written })} ${effect}`,
          // The first entry already removes the whole tool.
          merge: {
            joins: {
              by: `${tool.key} ${name}`,
              name: written,
              message: (all) =>
                composed`${t('{tools} deny more than they name.', { tools: quotedList(all) })} ${effect}`,
            },
          },
          // For review: another host may apply the entry as written, or the author may want the tool back.
          fixes:
            name === undefined
              ? []
              : [
                  {
                    title: t('Replace with "{value}"', { value: name }),
                    safety: 'review',
                    edits: () => writer.replaceName(span, name),
                  },
                ],
        },
      ];
    }),
};

/** Another entry of the list names the whole tool, so its removal is intended. */
const isDeniedWhole = ({ tools }: Verdict, { key }: ToolVerdict, name: string): boolean =>
  tools.some(
    (one) =>
      one.key === key &&
      one.outcome === 'denied' &&
      one.wider === undefined &&
      one.names.includes(name),
  );
