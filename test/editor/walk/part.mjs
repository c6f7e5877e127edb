// The walk in every theme, or in those that are named: node test/run.mjs walk [light dark ...]

import { add, none } from '../../run/tally.mjs';
import { withVsix } from '../harness/vsix.mjs';
import { themes } from './themes.mjs';
import { walk } from './walk.mjs';

export const files = () => Object.values(themes).map(({ folder }) => folder);

export default function run({ files: chosen = files() }) {
  const wanted = Object.values(themes).filter(({ folder }) => chosen.includes(folder));
  return withVsix((vsix) =>
    wanted.reduce(async (before, theme) => {
      const counted = await before;
      console.log(`\n${theme.id}`);
      return add(counted, await walk(vsix, theme));
    }, Promise.resolve(none)),
  );
}
