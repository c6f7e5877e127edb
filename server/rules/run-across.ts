// What the rules find that look at the agents around a file.
import { recent } from '../text/recent';
import type { KnownAgent, Neighbours } from './neighbours';
import { rules } from './registry';
import type { Finding } from './rule';
import { type Choice, findingAt, speaks } from './run';

const acrossRules = rules.filter(({ across }) => across);
const names = new Set(acrossRules.map(({ name }) => name));

/** Whether a rule looks at the agents around a file. */
export const isAcross = (rule: string): boolean => names.has(rule);

/** @param agents the file as its hosts see it. */
export const runAcross = (
  choice: Choice,
  agents: readonly KnownAgent[],
  neighbours: Neighbours,
): readonly Finding[] =>
  speaking(choice.chosen).flatMap((rule) =>
    agents.flatMap((agent) =>
      (rule.across?.({ agent, neighbours }) ?? []).map((found) =>
        findingAt(rule, choice, found, agent.place),
      ),
    ),
  );

/** Thousands of files are looked at with the same choice. */
const speaking = recent(4, (chosen: Choice['chosen']) =>
  acrossRules.filter((rule) => speaks(rule, chosen)),
);
