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

export default async function run() {
  const vscode = await chooseVSCode();
  try {
    return await withBuiltinCorpus(vscode, {});
  } finally {
    vscode.dispose();
  }
}

/** What a person names to run it: a folder, because a part has the name of the test. */
export const corpusTest = 'test/editor/corpus/beside-corpus.test.ts';

export async function withBuiltinCorpus(vscode, { most }) {
  const files = corpusFiles({ most });
  console.log(`${files.length} real files in ${vscode.label}`);
  const tallies = [];
  let counted = none;
  for (let from = 0; from < files.length; from += aWindow) {
    const workspace = makeCorpusWorkspace(files.slice(from, from + aWindow));
    const tally = workspace.tally;
    const found = await runInEditor(vscode, {
      name: 'beside-corpus',
      files: [corpusTest],
      extension: root,
      workspace,
      env: { DOSSIER_ASKED: workspace.asked, DOSSIER_MINUTES: '30' },
      atEnd: () => tallies.push(tally()),
    });
    counted = add(counted, found);
  }
  printTable(tallies);
  return counted;
}
