// A few real files, typed as fast as the server answers, against the limits: agents, then skills and commands.
import { runProgram } from '../run/program.mjs';
import { add } from '../run/tally.mjs';

const agents = ['test/typing/run.mjs', '--gate', '--files', '10', '--delay', '0'];
const skills = [...agents, '--skills', 'test/precision/repositories'];

export default async () => {
  const first = await runProgram('typing', agents, { isShown: true });
  return add(first, await runProgram('typing of skills', skills, { isShown: true }));
};
