import { runProgram } from './program.mjs';

export default () => runProgram('the bundles', ['scripts/build.mjs']);
