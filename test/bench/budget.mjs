// The limits of the benchmark, as ratios to a floor in the same run, because absolute times depend more on the machine than on
// Dossier. Each is promised: `run.mjs --gate` and the part `speed` fail where one is exceeded. `why` gives the reason where a limit
// is above what the work itself needs.
import { base, parseBase } from './servers.mjs';

const engine =
  'Node compiles each function at its first call, and Node 20 does not store compiled code. More than half of the time is that.';
const loaded =
  'What is known of 17 programs is loaded for one file, and Node compiles each function at its first call; Node 20 does not store compiled code.';
const judged =
  'The file is judged for each program that reads it, and each has a parser of its own; the floor parses once.';

const long =
  'Every key judges the whole text again, of which the rules on prompts read all; that takes 2 ms for 60 KB. The floor parses the frontmatter.';

const everyHost =
  'Each file is judged for five programs with 70 rules, and 6 KB are printed for it; the floor parses it once.';

const whole =
  'The program is one bundle, which Node 20 compiles at each start; with its compile cache Node 24 needs 1.4 times the floor.';

/** Of the server. `isQuick`: measured in processor time, so that it holds on a busy machine too. */
const ofServer = [
  { measure: 'start p50', against: base, limit: 2.1, why: whole },
  { measure: 'start cpu p50', against: base, limit: 2.3, why: whole, isQuick: true },
  { measure: 'memory p50', against: base, limit: 1.7, why: whole },
  { measure: 'keystroke p50', against: parseBase, limit: 2.1, why: judged },
  { measure: 'keystroke p95', against: parseBase, limit: 2 },
  { measure: 'cpu a key p50', against: parseBase, limit: 2.3, why: judged, isQuick: true },
  { measure: 'completion p50', against: parseBase, limit: 1.5 },
  { measure: 'hover p50', against: parseBase, limit: 2.5, why: judged },
  { measure: 'body key p50', against: parseBase, limit: 4.5, why: long },
  { measure: 'first findings p50', against: parseBase, limit: 2.2, why: engine },
  { measure: 'burst p50', against: parseBase, limit: 2 },
  { measure: 'batch p50', against: parseBase, limit: 6, why: everyHost },
];

const across =
  'Every file is judged for all programs that read it, and its prompt is searched; the floor only parses the frontmatter.';
const survey = 'The index stores the names, references and outcomes of every agent.';
const ofMany = (size) => [
  { measure: `check ${size} cpu p50`, against: parseBase, limit: 2.9, why: across },
  { measure: `survey ${size} cpu p50`, against: parseBase, limit: 2.9, why: across },
  { measure: `survey ${size} memory p50`, against: base, limit: 2.5, why: survey },
  { measure: `survey ${size} completion p95`, against: `idle ${size} completion p95`, limit: 10 },
];

/** Of the command line, in processor time: `measured` and `against` are programs of `command-line.mjs`. */
export const commandBudgets = [
  {
    what: 'one file',
    scenario: 'one',
    measured: 'dossier',
    against: 'bare',
    limit: 3.65,
    why: loaded,
  },
  {
    what: '600 files',
    scenario: 'many',
    measured: 'dossier',
    against: 'floor',
    limit: 5.3,
    why: across,
  },
  {
    what: 'one changed file of 600',
    scenario: 'many',
    measured: 'changed',
    against: 'dossier',
    limit: 0.65,
    why: 'The names and references of all other agents are read, because the change may affect them.',
  },
  {
    what: '600 files again, with `--cache`',
    scenario: 'many',
    measured: 'again',
    against: 'dossier',
    limit: 0.35,
    why: 'Most of it is loading Node and Dossier; for 10,000 real files it is 0.16.',
  },
  {
    what: 'one changed file of 600, with `--cache`',
    scenario: 'many',
    measured: 'changed again',
    against: 'dossier',
    limit: 0.35,
    why: 'Most of it is loading Node and Dossier.',
  },
  {
    what: 'an agent next to 94 others',
    command: 'hook',
    scenario: 'hook',
    measured: 'agent',
    against: 'bare',
    limit: 6.2,
    why: 'The other agents of the project are read, because names must be unique.',
  },
  {
    what: 'another file',
    command: 'hook',
    scenario: 'hook',
    measured: 'other',
    against: 'bare',
    limit: 3.4,
    why: engine,
  },
];

/** How the measured figures compare to the limits. */
export function judge(figures) {
  const sizes = Object.keys(figures).flatMap(
    (measure) => /^check (\d+(?: skills)?) cpu p50$/.exec(measure)?.[1] ?? [],
  );
  return [...ofServer, ...sizes.flatMap(ofMany)]
    .filter(({ measure }) => figures[measure])
    .map((budget) => {
      const { dossier, [budget.against]: reference } = figures[budget.measure];
      // To a floor, or to the same server at another time.
      const floor = reference ?? figures[budget.against].dossier;
      const ratio = dossier / floor;
      return { ...budget, ratio, kept: !(ratio > budget.limit) };
    });
}
