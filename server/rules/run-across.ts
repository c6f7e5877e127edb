// What the rules find that look at the agents around a file.
import { memoize } from '../text/memoize';
import type { KnownAgent, Neighbours } from './neighbours';
import { rules } from './registry';
import type { AcrossInput, Finding, Rule } from './rule';
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
  if (agents.length === 0) return nothing;
  const findings: Finding[] = [];
  const inputs: AcrossInput[] = [];
  let nameAny = false;
  for (const agent of agents) {
    inputs.push({ agent, neighbours });
    if (agent.references.length > 0) nameAny = true;
  }
  const { all, deaf } = speaking(choice.chosen);
  for (const { rule, across, hearsNames } of nameAny ? all : deaf)
    for (const input of inputs) {
      if (hearsNames && input.agent.references.length === 0) continue;
      const found = across(input);
      // Nearly always there is nothing.
      if (found.length === 0) continue;
      for (const one of found) findings.push(findingAt(rule, choice, one, input.agent.place));
    }
  return findings;
};

const nothing: readonly Finding[] = [];

interface Speaker {
  readonly rule: Rule;
  readonly across: NonNullable<Rule['across']>;
  readonly hearsNames: boolean;
}

/** Thousands of files are looked at with the same choice; most of them name nobody, and half of the rules hear only of names. */
const speaking = memoize((chosen: Choice['chosen']) => {
  const all = rules.flatMap((rule): readonly Speaker[] => {
    const { across, hears } = rule;
    return across && speaks(rule, chosen) ? [{ rule, across, hearsNames: hears === 'names' }] : [];
  });
  return { all, deaf: all.filter(({ hearsNames }) => !hearsNames) };
});
