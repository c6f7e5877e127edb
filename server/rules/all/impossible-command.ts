import { type CommandOrder, commandOrders } from '../../agent/command-orders';
import { hasToolFor, isToolFor } from '../../hosts/judge/tools/has-tool-for';
import type { Decision } from '../../hosts/model/permission-evaluator';
import type { ToolVerdict } from '../../hosts/model/persona';
import { purposesIn } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import { t } from '../../text/message';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for commands that the prompt asks the agent to run, although its tools or permissions do not let it.',
  why: 'The agent skips the step, or states a result that it does not have. Often the list of tools was shortened after the prompt was written.',
  sources: [
    { facts: ['field of tools', 'evaluation of permission rules'] },
    {
      opinion:
        'Only a sentence that begins with "Run", followed by a command in a code span or by one of git, counts as an instruction.',
    },
  ],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Grep',
      'Review the last change.\n\n1. Run `git diff HEAD~1` to see it.\n2. Report what is wrong.',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  bash:\n    "*": allow\n    "git push*": deny',
      'Review the change. Then run `git push` to publish it.',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Bash',
      'Run `git diff` to see the change.',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Grep',
      'Ask the user to run `npm test`. Never run `git push` yourself.',
    ),
  ],
});

export const rule: Rule = {
  name: 'impossible-command',
  kind: 'host',
  check: ({ outline, verdict }: HostInput): Found[] => {
    const { persona, promptSpan, runs, dialect } = verdict;
    if (!persona || !promptSpan || runs === false || persona.tools.isUnknown) return [];
    const tool = purposesIn(dialect.tools)?.['run-command']?.[0];
    if (tool === undefined) return [];
    const isAble = hasToolFor(verdict, 'run-command');
    if (isAble && !dialect.evaluator) return [];
    // The list has a tool for it, whose name is reported.
    if (!isAble && verdict.tools.some((one) => meansCommands(verdict, one))) return [];
    // A tool of a server may run commands too.
    if (!isAble && persona.tools.unverified.some((name) => runsCommands.test(name))) return [];
    const orders = commandOrders(outline.text, promptSpan);
    if (!isAble) return orders.slice(0, 1).map((order) => withoutTool(verdict, order, tool));
    return orders.flatMap((order) => denied(verdict, order)).slice(0, maxFindings);
  },
};

const meansCommands = (
  verdict: Verdict,
  { outcome, instead = [], written }: ToolVerdict,
): boolean =>
  outcome === 'lost' &&
  (instead.some((name) => isToolFor(verdict, 'run-command', name)) || runsCommands.test(written));

const maxFindings = 3;

const runsCommands = /shell|command|terminal|exec|bash|run|ssh|desktop/i;

function withoutTool(verdict: Verdict, { command, span }: CommandOrder, tool: string): Found {
  const args = { command, host: hostName(verdict), tool };
  return {
    span,
    severity: 'warning',
    message: verdict.persona?.tools.denied.includes(tool)
      ? t(
          'The prompt asks the agent to run "{command}", but "{tool}" is denied to it in {host}. Allow it or change the prompt.',
          args,
        )
      : t(
          'The prompt asks the agent to run "{command}", but it has no tool for commands in {host}. Add "{tool}" to its tools or change the prompt.',
          args,
        ),
  };
}

function denied(verdict: Verdict, { command, span }: CommandOrder): readonly Found[] {
  const { dialect, persona } = verdict;
  const decisions = persona && dialect.evaluator?.evaluate(persona, 'run-command', command);
  if (!decisions || typeof decisions === 'string') return [];
  const decisive = decisions.find(({ action }) => action === 'deny');
  const rule = decisive?.rule;
  if (!rule) return [];
  return [
    {
      span,
      severity: 'warning',
      message: t(
        'The prompt asks the agent to run "{command}", but "{rule}" denies it in {host}. Allow the command or change the prompt.',
        { command, rule: ruleText(rule), host: hostName(verdict) },
      ),
    },
  ];
}

const ruleText = ({ permission, pattern, action }: NonNullable<Decision['rule']>): string =>
  `${permission}, ${pattern}: ${action}`;
