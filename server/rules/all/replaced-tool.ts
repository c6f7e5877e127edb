import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { lostTools, removal } from '../tool-names';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A tool that another tool in the list stands in for.',
  why: 'Nothing of effect is lost, for the other tool does the same work; but the list shows more than the agent gets.',
};

export const examples = (): RuleExamples => ({
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
});

export const rule: Rule = {
  name: 'replaced-tool',
  kind: 'host',
  quiet: true,
  hears: 'lost tools',
  check: ({ outline, verdict, allowed }: HostInput): Found[] =>
    lostTools(verdict, 'replaced', allowed).map((tool) => ({
      span: tool.span,
      severity: 'hint',
      tag: 'unnecessary',
      message: `${tool.written}: ${hostName(verdict)} ${tool.says ?? 'gives another tool in its place'}.`,
      // On other systems the name still counts.
      fixes: [{ ...removal(outline, verdict, tool), safety: 'review' }],
    })),
};
