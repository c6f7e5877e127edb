import type { Outline } from '../../agent/outline';
import type { ToolVerdict } from '../../hosts/persona';
import type { Verdict } from '../../hosts/verdict';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { lostTools, removal } from '../tool-names';
import { effectOf } from '../words';

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
  name: 'redundant-tool',
  kind: 'host',
  isEffect: true,
  readsBody: 'at rest',
  check: ({ outline, verdict, allowed }: HostInput): Found[] =>
    lostTools(verdict, 'replaced', allowed).map((tool) => ({
      span: tool.span,
      severity: 'hint',
      tag: 'unnecessary',
      onlyFades: !isNamedIn(outline, verdict, tool),
      message: `"${tool.written}" is replaced by another tool. ${effectOf(verdict, tool.effect ?? '{host} gives another tool instead.')}`,
      // On other systems the name still counts.
      fixes: [{ ...removal(outline, verdict, tool), safety: 'review' }],
    })),
};

/** The prompt tells the agent of a tool that it does not have, which is more than a name too many in a list. */
function isNamedIn({ text }: Outline, { promptSpan }: Verdict, { written }: ToolVerdict): boolean {
  if (!promptSpan || !/^\w+$/.test(written)) return false;
  return new RegExp(`\\b${written}\\b`).test(text.slice(promptSpan.start, promptSpan.end));
}
