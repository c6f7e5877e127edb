import type { ToolVerdict } from '../../hosts/model/persona';
import { purposesOf } from '../../hosts/model/tool-purposes';
import { purposesIn } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import { joined, type Message, t } from '../../text/message';
import { english } from '../../text/translate';
import { example } from '../example';
import type { MergeKey } from '../merging';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { lostTools, removal, toolRank } from '../tools/tool-names';
import { effectOf, quotedList } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for tools that the program has but does not give to this kind of agent.',
  why: 'The name is correct, but the agent does not have the tool.',
  sources: [{ facts: ['tool'] }],
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
  isEffect: true,
  check: ({ writer, verdict, allowed }: HostInput): Found[] =>
    lostTools(verdict, 'unavailable', allowed).map((tool) => {
      const { sometimes } = tool;
      return {
        span: tool.span,
        merge: { rank: toolRank(verdict, 'known'), joins: joining(verdict, tool) },
        severity: isTodoTool(verdict, tool) ? 'hint' : sometimes ? 'information' : 'warning',
        message: joined([
          t('"{tool}" is not available to this agent.', { tool: tool.written }),
          effectOf(verdict, tool.effect ?? '{host} does not give this tool to agents.'),
          ...actionFor(verdict, tool, t('Remove it.'), t('Remove it, or meet this condition.')),
        ]),
        fixes: [
          sometimes
            ? { ...removal(writer, verdict, tool), safety: 'review' }
            : removal(writer, verdict, tool),
        ],
      };
    }),
};

/** Tools of one list that are unavailable for the same reason become one finding. */
const joining = (verdict: Verdict, tool: ToolVerdict): MergeKey | undefined => {
  const { key, written, effect } = tool;
  if (effect === undefined) return undefined;
  const reason = effectOf(verdict, effect);
  return {
    by: `${key} ${english(reason)}`,
    name: written,
    message: (names) =>
      joined([
        t('{tools} are not available to this agent.', { tools: quotedList(names) }),
        reason,
        ...actionFor(verdict, tool, t('Remove them.'), t('Remove them, or meet this condition.')),
      ]),
  };
};

/** Nothing needs to be done about a tool without which the agent does the same work. */
const actionFor = (
  verdict: Verdict,
  tool: ToolVerdict,
  removing: Message,
  meeting: Message,
): readonly Message[] =>
  tool.sometimes ? (isTodoTool(verdict, tool) ? [] : [meeting]) : [removing];

/** Whether the tool only manages a to-do list: the agent does the same work without it. */
const isTodoTool = ({ dialect }: Verdict, { written }: ToolVerdict): boolean => {
  const purposes = purposesOf(written, purposesIn(dialect.tools) ?? {});
  return purposes.length > 0 && purposes.every((purpose) => purpose === 'track-todos');
};
