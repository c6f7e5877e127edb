import type { Outline } from '../../agent/outline';
import type { ToolVerdict } from '../../hosts/model/persona';
import type { Verdict } from '../../hosts/model/verdict';
import { joined, t } from '../../text/message';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { lostTools, removal } from '../tools/tool-names';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for tools that the program replaces with another tool in the list.',
  why: 'The other tool does the same work, but the list shows a tool that the agent does not have.',
  sources: [{ facts: ['tool'] }],
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
  check: ({ outline, writer, verdict, allowed }: HostInput): Found[] =>
    lostTools(verdict, 'replaced', allowed).map((tool) => ({
      span: tool.span,
      severity: 'hint',
      tag: 'unnecessary',
      onlyFades: !isNamedIn(outline, verdict, tool),
      message: joined([
        t('"{tool}" is redundant.', { tool: tool.written }),
        effectOf(verdict, tool.effect ?? '{host} provides another tool instead.'),
        t('Remove it.'),
      ]),
      // For review: the tool may be available on another operating system.
      fixes: [{ ...removal(writer, verdict, tool), safety: 'review' }],
    })),
};

/** Whether the prompt mentions the tool, so that the agent is asked to use a tool that it does not have. */
function isNamedIn({ text }: Outline, { promptSpan }: Verdict, { written }: ToolVerdict): boolean {
  if (!promptSpan || !/^\w+$/.test(written)) return false;
  return new RegExp(`\\b${written}\\b`).test(text.slice(promptSpan.start, promptSpan.end));
}
