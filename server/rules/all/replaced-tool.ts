import { example } from '../example';
import type { Found, HostInput, Rule } from '../rule';
import { lostTools, removal } from '../tool-names';
import { effectOf } from '../words';

export const rule: Rule = {
  name: 'replaced-tool',
  what: 'A tool that another tool in the list stands in for.',
  why: 'Nothing of effect is lost, for the other tool does the same work; but the list shows more than the agent gets.',
  kind: 'host',
  quiet: true,
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Grep, Bash',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: [Bash, Glob]',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Grep',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Bash',
    ),
  ],
  hears: 'lost tools',
  check: ({ outline, verdict, allowed }: HostInput): Found[] =>
    lostTools(verdict, 'replaced', allowed).map((tool) => ({
      span: tool.span,
      severity: 'hint',
      tag: 'unnecessary',
      message: `"${tool.written}" is replaced by another tool. ${effectOf(verdict, tool.effect ?? '{host} gives another tool instead.')}`,
      // On other systems the name still counts.
      fixes: [{ ...removal(outline, verdict, tool), safety: 'review' }],
    })),
};
