import { executed, read, recorded } from '../model/evidence';

export const version = '1.139.1';
/** Measured in the running program over recorded cases. */
export const executedHere = executed(`VS Code ${version}, recorded cases`);
/** Read in the compiled program, not run. */
export const readHere = read({
  package: 'code-server',
  version: '4.139.1',
  file: 'lib/vscode/out/vs/code/browser/workbench/workbench.js',
});

/** Asked with several skills of one name, recorded in `test/hosts/precedence/skills.data.json`. */
export const listedTogether = recorded(`VS Code ${version}`, '2026-11-26');

/** A call was written into the chat of a window: `test/editor/page/run-agents.test.mjs`. */
export const chatOpened = recorded(`VS Code ${version}`, '2026-11-26');

/** No server was listed: recorded with the cases of servers, in which nothing else depends on it. */
export const listedNone = recorded(`VS Code ${version}`, '2026-11-27');

/** The manifest that is read shows in the names of skills: the cases `plugins` and `plugin-layouts`, in which it is a part of the layout. */
export const pluginsListed = recorded(`VS Code ${version}`, '2026-11-27');

/** A participant of the chat made the calls: `test/editor/approved`, recorded in `test/hosts/guards/vscode.data.json`. */
export const rulesAsked = recorded(`VS Code ${version}`, '2026-11-27');
