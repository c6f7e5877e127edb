import { isDocumentedOnly } from '../../hosts/model/host';
import type { Verdict } from '../../hosts/model/verdict';
import { type Message, t } from '../../text/message';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { isListed, lostTools, removal, replacement } from '../tools/tool-names';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for tool names in the wrong case.',
  why: 'Tool names are case-sensitive. Programs silently ignore a name in the wrong case.',
  sources: [{ facts: ['tool'] }],
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
  name: 'miscased-tool',
  kind: 'host',
  subjects: ['agent', 'skill', 'command'],
  builtin: 'unknown-tool',
  isEffect: true,
  check: ({ writer, verdict, allowed }: HostInput): Found[] =>
    lostTools(verdict, 'wrong-case', allowed).map((tool) => {
      const right = tool.instead?.[0];
      const fixes = [removal(writer, verdict, tool)];
      // The correct name grants a tool that the agent does not have now.
      if (right !== undefined && !isListed(verdict, tool, right))
        fixes.unshift(replacement(writer, tool, right, 'review'));
      return {
        span: tool.span,
        severity: 'warning',
        message: messageFor(tool.written, right, verdict),
        fixes,
      };
    }),
};

function messageFor(tool: string, right: string | undefined, verdict: Verdict): Message {
  const host = hostName(verdict);
  if (right === undefined)
    return t('"{tool}" has the wrong case. {host} silently ignores it.', { tool, host });
  return isDocumentedOnly(verdict.place.host)
    ? t(
        '"{tool}" has the wrong case. According to its documentation, {host} does not recognize it. Use "{replacement}" instead.',
        { tool, host, replacement: right },
      )
    : t('"{tool}" has the wrong case. {host} silently ignores it. Use "{replacement}" instead.', {
        tool,
        host,
        replacement: right,
      });
}
