// The limits of the benchmark, as ratios to a floor in the same run. Absolute times depend more on the machine than on Dossier.
import { base, parseBase } from './servers.mjs';

const budgets = [
  { measure: 'start p50', against: base, limit: 1.3 },
  { measure: 'memory p50', against: base, limit: 1.4 },
  { measure: 'keystroke p50', against: parseBase, limit: 1.5 },
  { measure: 'keystroke p95', against: parseBase, limit: 2 },
  { measure: 'completion p50', against: parseBase, limit: 1.5 },
  { measure: 'hover p50', against: parseBase, limit: 1.5 },
  { measure: 'body key p50', against: base, limit: 1.3 },
  { measure: 'first open p50', against: parseBase, limit: 1.5 },
  { measure: 'burst p50', against: parseBase, limit: 2 },
  { measure: 'batch p50', against: parseBase, limit: 2 },
  ...['1000', '10000', '15500', 'real'].flatMap((size) => [
    { measure: `check ${size} cpu p50`, against: parseBase, limit: 1.5 },
    { measure: `survey ${size} cpu p50`, against: parseBase, limit: 1.5 },
    { measure: `survey ${size} memory p50`, against: base, limit: 2.5 },
    {
      measure: `survey ${size} completion p95`,
      against: `idle ${size} completion p95`,
      limit: 10,
    },
  ]),
];

// The gate holds what has been promised; the rest is a goal and is only shown.
const promised = new Set([
  'start p50',
  'memory p50',
  'keystroke p50',
  'completion p50',
  'hover p50',
  'body key p50',
]);

export function judge(figures) {
  return budgets
    .filter(({ measure }) => figures[measure])
    .map((budget) => {
      const { dossier, [budget.against]: reference } = figures[budget.measure];
      // To a floor, or to the same server at another time.
      const floor = reference ?? figures[budget.against].dossier;
      const ratio = dossier / floor;
      const kept = !(ratio > budget.limit);
      return { ...budget, ratio, kept, promised: promised.has(budget.measure) };
    });
}
