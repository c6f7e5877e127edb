// What typing must hold, as `npm run typing -- --gate` and the tests ask it.

/** Share of keys with a passing error or warning on the typed line. Skills and commands have few fields, and none of them may pass. */
const mostPassing = { agents: 0.01, skills: 0 };
/** Share of values that are among the first five of their list, by field. Other fields have no limit. */
const leastAmongFirst = { model: 0.95, mode: 0.95, permission: 0.95, tools: 0.9 };
/**
 * Eight colors that authors use almost equally often: no order has more of them among its first five than the five most written
 * ones, 76 % in the corpus. All eight are in view.
 */
const leastColors = 0.75;
/** Fewer cases are not representative. */
const fewest = 5;

/** In words; empty where everything holds. @param kind what was typed: `agents` or `skills`. */
export function faultsOf({ keys, passing, changed }, ranks, kind = 'agents') {
  return [
    ...(changed > 0 ? [`Enter changes ${changed} finished lines`] : []),
    ...(passing > mostPassing[kind] * keys
      ? [`${passing} of ${keys} keys show a passing finding`]
      : []),
    ...ranks.flatMap(([name, { cases, first }]) => {
      const [, field] = name.split(' ');
      const least = field === 'color' ? leastColors : leastAmongFirst[field];
      if (least === undefined || cases < fewest || first >= least * cases) return [];
      return [`${name}: ${first} of ${cases} among the first five`];
    }),
  ];
}
