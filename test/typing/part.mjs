// A few real files, typed as fast as the server answers, against the limits.
import { runProgram } from '../run/program.mjs';

const words = ['test/typing/run.mjs', '--gate', '--files', '10', '--delay', '0'];

export default () => runProgram('typing', words, { isShown: true });
