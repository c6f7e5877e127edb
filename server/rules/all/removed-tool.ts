import { example } from '../example';
import type { Found, HostInput, Rule } from '../rule';
import { isListed, lostTools, removal, replacement } from '../tool-names';
import { hostName, listed } from '../words';

export const rule: Rule = {
  name: 'removed-tool',
  what: 'A tool that the host once had and has no longer.',
  why: 'Lists of tools live longer than the tools. A name that is gone is left out without a word.',
  kind: 'host',
  builtin: 'unknown-tool',
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
  hears: 'lost tools',
  check: ({ outline, verdict, allowed }: HostInput): Found[] =>
    lostTools(verdict, 'removed', allowed).map((tool) => {
      const now = tool.instead ?? [];
      const missing = now.filter((name) => !isListed(verdict, tool, name));
      const heir =
        now.length > 0 ? ` ${listed(now)} ${now.length > 1 ? 'do' : 'does'} its work.` : '';
      return {
        span: tool.span,
        severity: 'warning',
        message: `${tool.written} no longer exists: ${hostName(verdict)} leaves it out without a word.${heir}`,
        // The heir would be one more tool than the agent has today: for the author to say.
        fixes: [
          removal(outline, verdict, tool),
          ...missing.map((name) => replacement(outline, tool, name, 'review')),
        ],
      };
    }),
};
