// What the rules find that look at the agents around a file.
import { recent } from '../text/recent';
import type { KnownAgent, Neighbours } from './neighbours';
import { rules } from './registry';
import type { AcrossInput, Finding } from './rule';
import { type Choice, findingAt, speaks } from './run';

const names = new Set(rules.flatMap(({ name, across }) => (across ? [name] : [])));

/** Whether a rule looks at the agents around a file. */
export const isAcross = (rule: string): boolean => names.has(rule);

/** @param agents the file as its hosts see it. */
export const runAcross = (
  choice: Choice,
  agents: readonly KnownAgent[],
  neighbours: Neighbours,
): readonly Finding[] => {
  const findings: Finding[] = [];
  const inputs = agents.map((agent): AcrossInput => ({ agent, neighbours }));
  for (const { rule, across } of speaking(choice.chosen))
    for (const input of inputs) {
      if (rule.hears === 'names' && input.agent.references.length === 0) continue;
      for (const found of across(input))
        findings.push(findingAt(rule, choice, found, input.agent.place));
    }
  return findings;
};

/** Thousands of files are looked at with the same choice. */
const speaking = recent(4, (chosen: Choice['chosen']) =>
  rules.flatMap((rule) => {
    const { across } = rule;
    return across && speaks(rule, chosen) ? [{ rule, across }] : [];
  }),
);
