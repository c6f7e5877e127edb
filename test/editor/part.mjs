// The tests in the newest VS Code: through the `vscode` interface inside its extension host, then through its window.
import { root } from '../../scripts/build/options.mjs';
import { filesBelow } from '../run/mocha.mjs';
import { add, none } from '../run/tally.mjs';
import { corpusTest, someFiles, withBuiltinCorpus } from './corpus/part.mjs';
import { chooseVSCode } from './harness/choose.mjs';
import { onceMore } from './harness/once-more.mjs';
import { runInEditor } from './harness/suite.mjs';
import { runPages } from './page/run.mjs';

export default async function run({ only }) {
  const wanted = (file) => only.length === 0 || only.some((word) => file.includes(word));
  const files = filesBelow('test/editor/suite', '.test.ts').filter(wanted);
  const pages = filesBelow('test/editor/page', '.test.mjs').filter(wanted);
  const inside =
    files.length > 0 || wanted(corpusTest)
      ? await runInside(files, { withCorpus: wanted(corpusTest) })
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
