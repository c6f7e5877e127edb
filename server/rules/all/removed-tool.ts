import { example } from '../example';
import { reviewedInProse } from '../prose-items';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hasTool, lostTools, removal, replacement } from '../tool-names';
import { hostName, listed } from '../words';

export const docs: RuleDocs = {
  what: 'A tool that the host once had and has no longer.',
  why: 'Lists of tools live longer than the tools. A name that is gone is left out without a word.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, MultiEdit, Edit',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools:\n  - Read\n  - LS',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Edit',
    ),
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
  ],
});

export const rule: Rule = {
  name: 'removed-tool',
  kind: 'host',
  builtin: 'unknown-tool',
  hears: 'lost tools',
  check: ({ outline, verdict, allowed }: HostInput): Found[] =>
    lostTools(verdict, 'removed', allowed).map((tool) => {
      const now = tool.instead ?? [];
      const missing = now.filter((name) => !hasTool(verdict, tool, name));
      const remove = reviewedInProse(outline, verdict, tool, removal(outline, verdict, tool));
      const heir =
        now.length > 0 ? ` ${listed(now)} ${now.length > 1 ? 'do' : 'does'} its work.` : '';
      return {
        span: tool.span,
        severity: 'warning',
        message: `${tool.written} no longer exists: ${hostName(verdict)} leaves it out without a word.${heir}`,
        // The successor would be one more tool than the agent has today: the author decides. Without it, a removal
        // would take away the last trace of what the agent was meant to do.
        fixes: [
          ...missing.map((name) => replacement(outline, tool, name, 'review')),
          missing.length > 0 ? { ...remove, safety: 'review' as const } : remove,
        ],
      };
    }),
};
