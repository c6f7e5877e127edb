// With the built-in support of VS Code, on the agent files of the corpus: how many were opened, what was requested, and what
// was found twice. All of them take minutes; the regular tests use a part of them.
import { root } from '../../../scripts/build/options.mjs';
import { add, none } from '../../run/tally.mjs';
import { chooseVSCode } from '../harness/choose.mjs';
import { runInEditor } from '../harness/suite.mjs';
import { corpusFiles, makeCorpusWorkspace } from './files.mjs';
import { printTable } from './table.mjs';

/** As many as a window opens before a new one takes over. */
const aWindow = 200;
export const someFiles = 60;

export default function run() {
  return withBuiltinCorpus({});
}

export async function withBuiltinCorpus({ most }) {
  const files = corpusFiles({ most });
  const vscode = await chooseVSCode();
  console.log(`${files.length} real files in ${vscode.label}`);
  const tallies = [];
  let counted = none;
  try {
    for (let from = 0; from < files.length; from += aWindow) {
      const workspace = makeCorpusWorkspace(files.slice(from, from + aWindow));
      const tally = workspace.tally;
      const found = await runInEditor(vscode, {
        name: 'beside-corpus',
        files: ['test/editor/corpus/beside-corpus.test.ts'],
        extension: root,
        workspace,
        env: { DOSSIER_ASKED: workspace.asked, DOSSIER_MINUTES: '30' },
        atEnd: () => tallies.push(tally()),
      });
      counted = add(counted, found);
    }
  } finally {
    vscode.dispose();
  }
  printTable(tallies);
  return counted;
}
