import { executed, read } from '../model/evidence';

export const version = '1.139.1';
/** Measured in the running program over recorded cases. */
export const executedHere = executed(`VS Code ${version}, recorded cases`);
/** Read in the compiled program, not run. */
export const readHere = read({
  package: 'code-server',
  version: '4.139.1',
  file: 'lib/vscode/out/vs/code/browser/workbench/workbench.js',
});
