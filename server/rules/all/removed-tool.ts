import type { ToolVerdict } from '../../hosts/model/persona';
import type { Verdict } from '../../hosts/model/verdict';
import { joined, t } from '../../text/message';
import { example } from '../example';
import type { MergeKey } from '../merging';
import { reviewedInProse } from '../prose/prose-items';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { adviceFor } from '../tools/joined-names';
import { hasTool, lostTools, removal, replacement, toolRank } from '../tools/tool-names';
import { hostName, quotedList } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for tools that were removed from the program.',
  why: 'Programs silently ignore the name of a removed tool, so the agent works without the tool.',
  sources: [{ facts: ['former tool'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, MultiEdit, Bash',
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
  subjects: ['agent', 'skill', 'command'],
  builtin: 'unknown-tool',
  isEffect: true,
  check: ({ outline, writer, verdict, allowed }: HostInput): Found[] =>
    lostTools(verdict, 'removed', allowed).map((tool) => {
      const now = tool.instead ?? [];
      const missing = now.filter((name) => !hasTool(verdict, tool, name));
      const remove = reviewedInProse(outline, verdict, tool, removal(writer, verdict, tool));
      const isReplaced = now.length > 0 && missing.length === 0;
      const args = { tool: tool.written, host: hostName(verdict), instead: quotedList(now) };
      return {
        span: tool.span,
        merge: {
          rank: toolRank(verdict, 'known'),
          joins: isReplaced ? undefined : joining(verdict, tool, now),
        },
        severity: isReplaced ? 'hint' : 'warning',
        message: isReplaced
          ? t(
              '"{tool}" was removed from {host} and is silently ignored. The list already includes {instead}. Remove "{tool}".',
              args,
            )
          : now.length > 0
            ? t(
                '"{tool}" was removed from {host} and is silently ignored. Use {instead} instead.',
                args,
              )
            : t('"{tool}" was removed from {host} and is silently ignored. Remove it.', args),
        // For review: the replacement grants a tool that the agent does not have today, and a removal hides which tool the
        // author wanted.
        fixes: [
          ...missing.map((name) => replacement(writer, tool, name, 'review')),
          missing.length > 0 ? { ...remove, safety: 'review' as const } : remove,
        ],
      };
    }),
};

/** The removed tools of one list are one finding. */
const joining = (
  verdict: Verdict,
  { key, written }: ToolVerdict,
  instead: readonly string[],
): MergeKey => ({
  by: key,
  name: written,
  instead,
  message: (names, all) =>
    joined([
      t('{tools} were removed from {host} and are silently ignored.', {
        tools: quotedList(names),
        host: hostName(verdict),
      }),
      ...adviceFor(all),
    ]),
});
