import { example } from '../example';
import { reviewedInProse } from '../prose-items';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { expansion, isListed, removal, replacement } from '../tool-names';
import { hostName, listed } from '../words';

export const docs: RuleDocs = {
  what: 'A tool under an old name that the host still understands.',
  why: 'The old name works until the host forgets it. The new one says what the agent really has.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.claude/agents/lead.md', 'name: lead\ndescription: Leads.\ntools: Read, Task'),
    example('.github/agents/lead.agent.md', "description: Leads.\ntools: ['search', 'todos']"),
  ],
  passing: [
    example('.claude/agents/lead.md', 'name: lead\ndescription: Leads.\ntools: Read, Agent'),
    example('.github/agents/lead.agent.md', "description: Leads.\ntools: ['search', 'todo']"),
  ],
});

export const rule: Rule = {
  name: 'renamed-tool',
  kind: 'host',
  quiet: true,
  builtin: 'renamed-tool',
  hears: 'old tools',
  check: ({ outline, verdict }: HostInput): Found[] =>
    verdict.tools
      .filter((tool) => tool.renamed === true && tool.outcome !== 'lost')
      .map((tool) => {
        const now = tool.instead ?? [];
        const only = now.length === 1 ? now[0] : undefined;
        const argument = /\(.*\)$/s.exec(tool.written)?.[0] ?? '';
        const name = only === undefined ? undefined : only + argument;
        return {
          span: tool.span,
          severity: 'hint',
          tag: 'deprecated',
          message: `${tool.written} is now called ${listed(now)}: ${hostName(verdict)} still takes the old name.`,
          fixes: [
            reviewedInProse(
              outline,
              verdict,
              tool,
              name === undefined
                ? expansion(outline, verdict, tool, now)
                : isListed(verdict, tool, name)
                  ? removal(outline, verdict, tool)
                  : replacement(outline, tool, name, 'safe'),
            ),
          ],
        };
      }),
};
