// A few real files, typed as fast as the server answers, against the limits: agents, then skills and commands.
import { fileURLToPath } from 'node:url';
import { resourcesOf } from '../../scripts/resources.mjs';
import { runProgram } from '../run/program.mjs';
import { add } from '../run/tally.mjs';

const agents = ['test/typing/run.mjs', '--gate', '--files', '10', '--delay', '0'];
const { skills: realSkills } = resourcesOf(fileURLToPath(new URL('../..', import.meta.url)));
const skills = [...agents, '--skills', realSkills ?? 'test/precision/repositories'];

export default async () => {
  const first = await runProgram('typing', agents, { isShown: true });
  return add(first, await runProgram('typing of skills', skills, { isShown: true }));
};
