import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { isListed, lostTools, removal, replacement } from '../tool-names';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A tool written with capitals in the wrong places.',
  why: 'Names of tools are compared letter by letter: in another case the tool is left out without a word.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, bash',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: [read, Grep]',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Bash',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: [Read, Grep]',
    ),
  ],
});

export const rule: Rule = {
  name: 'wrong-case-tool',
  kind: 'host',
  builtin: 'unknown-tool',
  hears: 'lost tools',
  check: ({ outline, verdict, allowed }: HostInput): Found[] =>
    lostTools(verdict, 'wrong-case', allowed).map((tool) => {
      const right = tool.instead?.[0];
      const fixes = [removal(outline, verdict, tool)];
      // The right name grants a tool that the agent does not have today.
      if (right !== undefined && !isListed(verdict, tool, right))
        fixes.unshift(replacement(outline, tool, right, 'review'));
      return {
        span: tool.span,
        severity: 'warning',
        message: `${hostName(verdict)} knows ${right ?? 'the tool'}, not "${tool.written}", and leaves it out without a word.`,
        fixes,
      };
    }),
};
