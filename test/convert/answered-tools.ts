// What an agent may do by the answer of a program, in the terms that all hosts share. Only names and rules are taken from the
// answer; what each is for, the callees, and MCP servers, which no program has in a test, are those of our verdict.
import { outlineOf } from '../../server/agent/outline';
import { byName } from '../../server/hosts/grok/tools';
import { judge } from '../../server/hosts/judge/compute-verdict';
import type { JudgedTools, SharedTools } from '../../server/hosts/model/conversion';
import type { Host } from '../../server/hosts/model/host';
import type { PermissionRule } from '../../server/hosts/model/persona';
import type { Place } from '../../server/hosts/model/place';
import type { Verdict } from '../../server/hosts/model/verdict';
import type { Facts } from '../conformance/facts';
import { givenTools } from '../conformance/oracles/qoder';
import { listOf, wordsOf } from './fact-words';

export interface Answered {
  readonly answer: Facts;
  /** That to an agent whose file grants no tools: what the program gives to every agent. */
  readonly least: Facts;
  readonly verdict: Verdict;
  readonly place: Place;
}

/** Null where the program does not show what the agent may do. */
export function answeredTools(
  { id, conversion }: Host,
  { answer, least, verdict, place }: Answered,
): SharedTools | null {
  const judged = byHost[id]?.(answer, least, verdict, place);
  return conversion && judged ? conversion().toolsOf(judged) : null;
}

type FromAnswer = (
  answer: Facts,
  least: Facts,
  verdict: Verdict,
  place: Place,
) => JudgedTools | null;

const granting = (
  { persona, tools, fields }: Verdict,
  granted: readonly string[],
): JudgedTools => ({
  ...{ tools, fields },
  persona: persona && { ...persona, tools: { ...persona.tools, all: false, granted, denied: [] } },
});

const fromRules: FromAnswer = ({ permissions }, _, { persona, tools, fields }) => {
  if (permissions === undefined || !persona) return null;
  const rules = permissions === '(none)' ? [] : wordsOf(permissions, ' | ').map(ruleOf);
  return { tools, fields, persona: { ...persona, permissions: rules } };
};

/** For a program that shows the names that it keeps: their meaning is that of a file with these names. */
const fromKeptNames: FromAnswer = ({ tools: kept }, _, { fields }, place) => {
  if (kept === undefined) return null;
  const isAll = kept === '*' || kept === '(all)';
  const list = isAll ? '' : `tools: ${JSON.stringify(listOf(kept))}\n`;
  const named = judge(outlineOf(`---\nname: d\ndescription: d\n${list}---\nB\n`), place);
  return { persona: named.persona, tools: named.tools, fields };
};

/** For Kimi Code, which shows the names of each list and those that stand for no tool. */
const fromNames: FromAnswer = (answer, _, { fields }, place) => {
  const { tools: kept, denied, inactive, undenied } = answer;
  if (kept === undefined || denied === undefined) return null;
  const without = (names: string, others = '(none)'): readonly string[] =>
    listOf(names).filter((name) => !listOf(others).includes(name));
  const lines = [
    ...(kept === '(all)' ? [] : [`tools: ${JSON.stringify(without(kept, inactive))}`]),
    `disallowedTools: ${JSON.stringify(without(denied, undenied))}`,
  ];
  const named = judge(
    outlineOf(`---\nname: d\ndescription: d\n${lines.join('\n')}\n---\nB\n`),
    place,
  );
  return { persona: named.persona, tools: named.tools, fields };
};

/** For a program that shows the tools of the agent, also those that it gives to every agent. */
const fromGrantedNames: FromAnswer = ({ tools }, least, verdict) => {
  if (tools === undefined) return null;
  if (tools === '(all)') return verdict;
  const always = listOf(least['tools'] ?? '(none)');
  return granting(
    verdict,
    listOf(tools).filter((name) => !always.includes(name)),
  );
};

/** As Grok Build shows them, which calls the tools of servers through one of its own. */
const fromUsualNames: FromAnswer = ({ tools, runs }, _, verdict) => {
  if (runs === 'no') return granting(verdict, []);
  if (tools === undefined) return null;
  const missing = /^all but (.*)$/s.exec(tools)?.[1];
  const without = missing === undefined ? [] : listOf(missing);
  const given =
    missing === undefined
      ? listOf(tools)
      : [...byName.values()].flatMap(({ name, sometimes }) =>
          // Whether it has these depends on the account, so the answer does not show them.
          sometimes || without.includes(name) ? [] : name,
        );
  const judged = granting(verdict, given);
  const { persona } = judged;
  return {
    ...judged,
    persona: persona && { ...persona, tools: { ...persona.tools, always: given } },
  };
};

const byHost: Readonly<Record<string, FromAnswer>> = {
  'claude-code': ({ starts, tools }, _, verdict) => {
    // It does not start an agent without tools.
    if (starts === 'no') return granting(verdict, []);
    return tools === undefined ? null : granting(verdict, listOf(tools));
  },
  'copilot-cli': ({ granted }, least, verdict) => {
    const always = listOf(least['granted'] ?? '(none)');
    if (granted === undefined) return null;
    return granting(
      verdict,
      listOf(granted).filter((name) => !always.includes(name)),
    );
  },
  vscode: fromKeptNames,
  'gemini-cli': fromKeptNames,
  kimi: fromNames,
  factory: fromGrantedNames,
  grok: fromUsualNames,
  // Each role that it offers has every tool of the session.
  codex: ({ agent }, _, verdict) => (agent === 'yes' ? verdict : null),
  qoder: ({ tools }, _, verdict) => {
    if (tools === undefined) return null;
    return granting(verdict, tools === '(cannot start)' ? [] : givenTools(tools, listOf));
  },
  opencode: fromRules,
  kilo: fromRules,
  'opencode@2': fromRules,
};

function ruleOf(words: string): PermissionRule {
  const [, permission = '', pattern = '', action = ''] = /^(\S+) (.*) (\S+)$/s.exec(words) ?? [];
  if (action === '') throw new Error(`not a rule: ${words}`);
  return { permission, pattern, action, span: { start: 0, end: 0 } };
}
