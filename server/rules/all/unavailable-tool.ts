import { deedsOf } from '../../hosts/deeds';
import type { ToolVerdict } from '../../hosts/persona';
import type { Verdict } from '../../hosts/verdict';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { lostTools, removal } from '../tool-names';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A tool that the host has, and does not give to an agent like this one.',
  why: 'The name is right, and yet the agent will not have the tool.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, AskUserQuestion',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, TodoWrite',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Skill',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: ExitPlanMode, Read\npermissionMode: plan',
    ),
  ],
});

export const rule: Rule = {
  name: 'unavailable-tool',
  kind: 'host',
  builtin: 'unknown-tool',
  hears: 'lost tools',
  check: ({ outline, verdict, allowed }: HostInput): Found[] =>
    lostTools(verdict, 'unavailable', allowed).map((tool) => {
      const { sometimes } = tool;
      return {
        span: tool.span,
        severity: isBookkeeping(verdict, tool) ? 'hint' : sometimes ? 'information' : 'warning',
        message: `${tool.written}: ${hostName(verdict)} ${tool.says ?? 'does not give this tool to an agent'}.`,
        fixes: [
          sometimes
            ? { ...removal(outline, verdict, tool), safety: 'review' }
            : removal(outline, verdict, tool),
        ],
      };
    }),
};

/** An agent without a to-do list does the same work: nothing is lost that its author would have to act on. */
const isBookkeeping = ({ dialect }: Verdict, { written }: ToolVerdict): boolean => {
  const deeds = deedsOf(written, dialect.tools.deeds ?? {});
  return deeds.length > 0 && deeds.every((deed) => deed === 'track-todos');
};
