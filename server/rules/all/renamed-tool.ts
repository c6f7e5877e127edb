import { t } from '../../text/message';
import { example } from '../example';
import { reviewedInProse } from '../prose/prose-items';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { expandFix, isListed, removal, replacement } from '../tools/tool-names';
import { hostName, quotedList } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for old names of tools that the program still accepts.',
  why: 'The old name works only as long as the program supports it. The new name is the one that the documentation uses.',
  sources: [{ facts: ['former tool'] }],
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
  builtin: 'renamed-tool',
  check: ({ outline, writer, verdict }: HostInput): Found[] =>
    verdict.tools
      .filter((tool) => tool.renamed === true && tool.outcome !== 'lost')
      .map((tool) => {
        const now = tool.instead ?? [];
        const only = now.length === 1 ? now[0] : undefined;
        const argument = argumentIn(tool.written);
        const name = only === undefined ? undefined : only + argument;
        return {
          span: tool.span,
          severity: 'hint',
          tag: 'deprecated',
          message: t(
            '"{tool}" is now named {names}. {host} still accepts the old name. Use the new name.',
            { tool: tool.written, names: quotedList(now), host: hostName(verdict) },
          ),
          fixes: [
            reviewedInProse(
              outline,
              verdict,
              tool,
              name === undefined
                ? expandFix(writer, verdict, tool, now)
                : isListed(verdict, tool, name)
                  ? removal(writer, verdict, tool)
                  : replacement(writer, tool, name, 'safe'),
            ),
          ],
        };
      }),
};

/** `(x)` of `Tool(x)`; empty for a name without an argument. */
const argumentIn = (written: string): string =>
  written.includes('(') && written.endsWith(')') ? written.slice(written.indexOf('(')) : '';
