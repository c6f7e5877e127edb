// Puts the cases to a program: each tree is laid out several times, its files in another order each time, and what differs
// between them is chance.
import type { Outcome, PrecedenceCase, Standing } from './case';
import { lay } from './lay';
import type { Answer, Program } from './program';

export interface Asking {
  readonly version: string;
  /** @param isEnough where chance is expected, one of several may show itself late: then the program is asked on. */
  readonly outcomeOf: (
    each: PrecedenceCase,
    isEnough: (outcome: Outcome) => boolean,
  ) => Promise<Outcome>;
}

/** More files than this do not share a name in any case. */
const orders = 4;

/** Some programs read with several hands: the same tree may give another answer. */
const patience = 24;

const nothing: PrecedenceCase = {
  title: '',
  start: '',
  files: [],
  outcome: { standings: new Map(), lost: [] },
};

/** @param folder what holds the program's `node_modules` */
export async function asking(program: Program, folder: string): Promise<Asking> {
  const { marks, config } = program;
  const laidOut = async (each: PrecedenceCase, first: number): Promise<Answer> => {
    const laid = lay(each, { first, marks, ...(config !== undefined && { config }) });
    try {
      // On a busy machine a program may not be up in time.
      return await program.ask(folder, laid).catch(() => program.ask(folder, laid));
    } finally {
      laid.remove();
    }
  };
  const { version, agents } = await laidOut(nothing, 0);
  const own = new Set(agents.map(({ name }) => name));
  return {
    version,
    outcomeOf: async (each, isEnough) => {
      const seen: Answer[] = [];
      const turns = Math.min(each.files.length, orders);
      for (;;) {
        seen.push(await laidOut(each, seen.length % each.files.length));
        const outcome = together(each, own, seen);
        if (seen.length >= patience || (seen.length >= turns && isEnough(outcome))) return outcome;
      }
    },
  };
}

function together(
  { files }: PrecedenceCase,
  own: ReadonlySet<string>,
  seen: readonly Answer[],
): Outcome {
  const standings = new Map<string, Standing>();
  for (const { name, files: sources, isChanged } of seen.flatMap(({ agents }) => agents)) {
    const [first, ...under] = sources;
    if (first === undefined) continue;
    const known = standings.get(name);
    standings.set(name, {
      runs: [...new Set([...(known?.runs ?? []), first])].sort(),
      over: [...new Set([...(known?.over ?? []), ...under])].sort(),
      before: [],
      ...((own.has(name) || isChanged) && { own: isChanged ? 'changed' : 'replaced' }),
    });
  }
  const used = new Set([...standings.values()].flatMap(({ runs, over }) => [...runs, ...over]));
  const lost = files.map(({ path }) => path).filter((path) => !used.has(path));
  return { standings, lost: lost.sort() };
}
