// How much of what is generated a run tests. `npm test` takes a tenth, `npm run test:all` everything. Test files that import this
// module run in both; a file that is named on the command line runs completely. Set by test/run/mocha.mjs.
const share = Number(process.env['DOSSIER_SHARE'] ?? 1);

/** Whether everything is tested, so that totals can be compared. */
export const isWhole = share === 1;

/** The share of a number of repetitions, at least one. */
export const times = (full: number): number => Math.max(1, Math.ceil(full * share));

/**
 * The share of a list, spread over it.
 * @param turn which elements: calls with successive numbers return all of them, in turn.
 */
export function some<T>(list: readonly T[], turn = 0): readonly T[] {
  const step = Math.min(list.length, Math.round(1 / share));
  return list.filter((_, index) => index % step === turn % step);
}
