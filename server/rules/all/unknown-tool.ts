import type { ToolVerdict } from '../../hosts/persona';
import type { Verdict } from '../../hosts/verdict';
import { example } from '../example';
import { nearest } from '../nearest';
import type { Found, HostInput, Rule } from '../rule';
import { hostOfTool, isListed, lostTools, removal, replacement } from '../tool-names';
import { hostName } from '../words';

export const rule: Rule = {
  name: 'unknown-tool',
  what: 'A tool that the host does not know.',
  why: 'An unknown name is left out without a word, and the agent works without the tool it was to have.',
  kind: 'host',
  builtin: 'unknown-tool',
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, WebSerch',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: [Read, codebase]',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, WebSearch',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, mcp__docs__search',
    ),
  ],
  check: ({ outline, verdict, allowed }: HostInput): Found[] =>
    lostTools(verdict, 'unknown', allowed).map((tool) => {
      const names = verdict.dialect.tools.tools
        .filter((one) => !one.unavailable)
        .map((one) => one.name);
      const meant = nearest(tool.written, names);
      const fixes = [removal(outline, verdict, tool)];
      if (meant !== undefined && !isListed(verdict, tool, meant))
        fixes.unshift(replacement(outline, tool, meant, 'review'));
      return {
        span: tool.span,
        severity: 'warning',
        message: message(verdict, tool, meant),
        fixes,
      };
    }),
};

function message(verdict: Verdict, { written }: ToolVerdict, meant: string | undefined): string {
  const host = hostName(verdict);
  if (meant !== undefined)
    return `${host} knows no tool "${written}" and leaves it out without a word. Did you mean ${meant}?`;
  const other = hostOfTool(written, verdict.place.host);
  if (other)
    return `"${written}" is a tool of ${other.name}: ${host} leaves it out without a word.`;
  return `${host} knows no tool "${written}" (as of ${verdict.place.host.verified}) and leaves it out without a word.`;
}
