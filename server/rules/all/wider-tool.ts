import { replaceName } from '../../agent/write';
import type { ToolVerdict } from '../../hosts/persona';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { replacement } from '../tool-names';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A limit in parentheses that the host cuts off.',
  why: 'The list reads as if the agent could run only some commands. It can run all of them.',
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
  name: 'wider-tool',
  kind: 'host',
  hears: 'wide tools',
  check: ({ outline, verdict }: HostInput): Found[] =>
    verdict.tools.flatMap((tool): Found[] => {
      if (tool.wider === undefined || tool.outcome !== 'granted') return [];
      const [name] = tool.names;
      const [meant] = tool.instead ?? [];
      if (meant !== undefined)
        return [
          {
            span: tool.span,
            severity: 'warning',
            message: `"${tool.written}": ${hostName(verdict)} looks at the last word only. Did you mean "${meant}"?`,
            fixes: [replacement(outline, tool, meant, 'review')],
          },
        ];
      return [
        {
          span: tool.span,
          severity: isLimit(tool) ? 'error' : 'warning',
          message: `${tool.written}: ${hostName(verdict)} ${tool.wider}.${advice(tool)}`,
          // It grants the same and says so; other hosts may read the limit, so the author decides.
          fixes:
            name === undefined
              ? []
              : [
                  {
                    title: `Write ${name}, as it works`,
                    safety: 'review',
                    edits: () => replaceName(outline, tool.span, name),
                  },
                ],
        },
      ];
    }),
};

/** A limit is lost; other forms only say less than they give. */
const isLimit = ({ written }: ToolVerdict): boolean => written.endsWith(')');

const advice = (tool: ToolVerdict): string =>
  isLimit(tool) ? " A limit belongs in the host's own permission settings or a hook." : '';
