import type { Outline } from '../../agent/outline';
import { defaultContext } from '../../hosts/model/context';
import { agentKindOf } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import { t } from '../../text/message';
import type { Span } from '../../text/span';
import { exactly, example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for tools that the prompt calls but the agent does not have.',
  why: 'The model tries the call and fails, or pretends that it succeeded. The tool list and the prompt were written at different times.',
  sources: [
    { facts: ['field of tools'] },
    {
      opinion:
        'Which sentences of a prompt are instructions to call a tool is a guess from their words.',
    },
  ],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Read, Grep',
      'Start a review: `Task(subagent_type="reviewer", prompt="...")`.',
    ),
    example(
      '.claude/agents/deployer.md',
      'name: deployer\ndescription: Deploys.\ntools: Read, Bash',
      'Begin with `Skill("release-notes")`.',
    ),
    example(
      '.claude/agents/triage.md',
      'name: triage\ndescription: Sorts issues.\ntools: Read, mcp__tracker__search',
      'Search with mcp__tracker__search, then call mcp__tracker__close.',
    ),
  ],
  passing: [
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Read, Grep, Agent',
      'Start a review: `Agent(subagent_type="reviewer", prompt="...")`.',
    ),
    example(
      '.claude/agents/deployer.md',
      'name: deployer\ndescription: Deploys.\ntools: Read, Skill',
      'Begin with `Skill("release-notes")`.',
    ),
    // The skill is part of its prompt.
    example(
      '.claude/agents/deployer.md',
      'name: deployer\ndescription: Deploys.\ntools: Read\nskills: release-notes',
      'Use the `release-notes` skill.',
    ),
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Read, Agent',
      'Start a review: `Task(subagent_type="reviewer", prompt="...")`.',
    ),
    example(
      '.claude/agents/triage.md',
      'name: triage\ndescription: Sorts issues.\ntools: Read, mcp__tracker',
      'Search with mcp__tracker__search.',
    ),
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Read, Grep',
      'Never call mcp__tracker__close.',
    ),
    example(
      '.claude/agents/planner.md',
      'name: planner\ndescription: Plans.\ntools: Read, Grep',
      'To get a plan, call Task({ subagent_type: "planner" }).',
    ),
    // In a plugin it has another name for others.
    example(
      'tools/agents/planner.md',
      'name: planner\ndescription: Plans.\ntools: Read, Grep',
      'To get a plan, call Task({ subagent_type: "planner" }).',
      exactly('tools/.claude-plugin/plugin.json', '{ "name": "tools" }'),
    ),
    example(
      '.claude/agents/triage.md',
      'name: triage\ndescription: Sorts issues.',
      'Call mcp__tracker__close.',
    ),
  ],
});

export const rule: Rule = {
  name: 'missing-prompt-tool',
  kind: 'host',
  check: ({ outline, verdict, allowed }: HostInput): Found[] => {
    const { persona, promptSpan, dialect, runs } = verdict;
    const calls = dialect.tools.promptCalls;
    if (!calls || !persona || !promptSpan || runs === false) return [];
    const { all, granted, denied, unverified } = persona.tools;
    // With all tools granted, only denied tools can be missing.
    if (all && denied.length === 0) return [];
    const entries = [...granted, ...unverified];
    const first = new Map<string, Span>();
    for (const { tool, span, starts } of calls.find(outline.text, promptSpan)) {
      // An example of how others call this agent.
      if (starts === persona.id || starts === persona.name) continue;
      if (first.has(tool) || allowed.tools.includes(tool) || isForbidden(outline.text, span))
        continue;
      const isGranted = all
        ? !denied.includes(tool)
        : calls.isGiven(tool, entries, serversOf(outline, verdict));
      if (!isGranted) first.set(tool, span);
    }
    return [...first].slice(0, maxFindings).map(([tool, span]) => ({
      span,
      severity: 'warning',
      message: t(
        'The prompt calls "{call}", which the agent does not have in {host}. Add "{tool}" to its tools or change the prompt.',
        { call: outline.text.slice(span.start, span.end), host: hostName(verdict), tool },
      ),
    }));
  },
};

/** A prompt with more missing tools was written for another agent, which these findings show well enough. */
const maxFindings = 5;

/** Servers that the agent defines itself: their tools are granted regardless of the list. */
function serversOf({ text }: Outline, verdict: Verdict): readonly string[] {
  const { agent, fields, dialect, place } = verdict;
  const { defines } = agentKindOf(place) ?? {};
  if (!agent || !defines) return [];
  return defines({ text, agent, fields, dialect, place, context: defaultContext }).map(
    ({ name }) => name,
  );
}

/** Whether the words before it in its sentence negate the call. */
function isForbidden(text: string, { start }: Span): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  const sentence = before.slice(Math.max(before.search(/[.!?:;\n][^.!?:;\n]*$/), 0));
  return /\b(?:not|never|no|without|instead of|cannot|avoid|isn't|don't|doesn't|unavailable|lacks?)\b/i.test(
    sentence,
  );
}
