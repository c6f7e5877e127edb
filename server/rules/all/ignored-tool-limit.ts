import type { ToolVerdict } from '../../hosts/model/persona';
import { composed, joined, t } from '../../text/message';
import { english } from '../../text/translate';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { replacement, toolRank } from '../tools/tool-names';
import { effectOf, hostName, quotedList } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for limits in parentheses that the program ignores.',
  why: 'The list looks as if the agent could run only some commands, but it can run all of them.',
  sources: [{ facts: ['field of tools', 'tool'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Bash(git diff:*)',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: [Read(./src/**)]',
    ),
  ],
  passing: [
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Read, Agent(reviewer)',
    ),
    example('.claude/agents/lead.md', 'name: lead\ndescription: Leads.\ntools: Read, Bash'),
  ],
});

export const rule: Rule = {
  name: 'ignored-tool-limit',
  kind: 'host',
  check: ({ writer, verdict }: HostInput): Found[] =>
    verdict.tools.flatMap((tool): Found[] => {
      if (tool.wider === undefined || tool.outcome !== 'granted') return [];
      const [name] = tool.names;
      const [meant] = tool.instead ?? [];
      if (meant !== undefined)
        return [
          {
            span: tool.span,
            merge: { rank: toolRank(verdict, 'mistaken') },
            severity: 'warning',
            message: t(
              '{host} reads only the last part of "{tool}". Did you mean "{suggestion}"?',
              { host: hostName(verdict), tool: tool.written, suggestion: meant },
            ),
            fixes: [replacement(writer, tool, meant, 'review')],
          },
        ];
      const effect = joined([
        effectOf(verdict, tool.wider),
        ...(isLimit(tool)
          ? [t("Set the limit in the program's permission settings or in a hook.")]
          : []),
      ]);
      return [
        {
          span: tool.span,
          severity: isLimit(tool) ? 'error' : 'warning',
          message: composed`${t('"{tool}" grants more than it names.', { tool: tool.written })} ${effect}`,
          merge: {
            joins: {
              by: `${tool.key} ${english(effect)}`,
              name: tool.written,
              message: (all) =>
                composed`${t('{tools} grant more than they name.', { tools: quotedList(all) })} ${effect}`,
            },
          },
          // The fix changes nothing in this host. Other hosts may apply the limit, so the author decides.
          fixes:
            name === undefined
              ? []
              : [
                  {
                    title: t('Replace with "{tool}", which has the same effect', { tool: name }),
                    safety: 'review',
                    edits: () => writer.replaceName(tool.span, name),
                  },
                ],
        },
      ];
    }),
};

/** Whether a limit is lost. Other forms only name less than they grant. */
const isLimit = ({ written }: ToolVerdict): boolean => written.endsWith(')');
