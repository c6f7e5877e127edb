// The tests in the newest VS Code: through the `vscode` interface inside its extension host, then through its window.
import { root } from '../../scripts/build/options.mjs';
import { filesBelow } from '../run/mocha.mjs';
import { add, none } from '../run/tally.mjs';
import { corpusTest, someFiles, withBuiltinCorpus } from './corpus/part.mjs';
import { chooseVSCode } from './harness/choose.mjs';
import { onceMore } from './harness/once-more.mjs';
import { runInEditor } from './harness/suite.mjs';
import { runPages } from './page/run.mjs';

const suite = () => filesBelow('test/editor/suite', '.test.ts');
const page = () => filesBelow('test/editor/page', '.test.mjs');

export const files = () => [...suite(), corpusTest, ...page()];

export default async function run({ files: chosen = files() }) {
  const wanted = (file) => chosen.includes(file);
  const inWindow = suite().filter(wanted);
  const pages = page().filter(wanted);
  const inside =
    inWindow.length > 0 || wanted(corpusTest)
      ? await runInside(inWindow, { withCorpus: wanted(corpusTest) })
      : none;
  return pages.length > 0 ? add(inside, await runPages(pages)) : inside;
}

/** Through the interface. One VS Code is chosen, and one screen started, for all of it. */
async function runInside(files, { withCorpus }) {
  const vscode = await chooseVSCode();
  console.log(`in ${vscode.label}`);
  const runFiles = (some) => runInEditor(vscode, { name: 'editor', files: some, extension: root });
  try {
    const counted = files.length > 0 ? await onceMore(files, runFiles) : none;
    return withCorpus
      ? add(counted, await withBuiltinCorpus(vscode, { most: someFiles }))
      : counted;
  } finally {
    vscode.dispose();
  }
}
