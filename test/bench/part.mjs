import { runProgram } from '../run/program.mjs';

const words = ['test/bench/run.mjs', '--gate', '--out', 'out/bench/result.json'];

export default () => runProgram('speed against the floors', words, { isShown: true });
