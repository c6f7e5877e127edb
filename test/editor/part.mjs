// The tests in the newest VS Code: through the `vscode` interface inside its extension host, then through its window.
import { root } from '../../scripts/build/options.mjs';
import { filesBelow } from '../run/mocha.mjs';
import { add } from '../run/tally.mjs';
import { someFiles, withBuiltinCorpus } from './corpus/part.mjs';
import { chooseVSCode } from './harness/choose.mjs';
import { onceMore } from './harness/once-more.mjs';
import { runInEditor } from './harness/suite.mjs';
import { runPages } from './page/run.mjs';

export default async function run({ only }) {
  const wanted = (file) => only.length === 0 || only.some((word) => file.includes(word));
  const files = filesBelow('test/editor/suite', '.test.ts').filter(wanted);
  let counted = { passed: 0, failed: 0, skipped: 0 };
  if (files.length > 0) {
    const vscode = await chooseVSCode();
    console.log(`in ${vscode.label}`);
    try {
      counted = await onceMore(files, (some) =>
        runInEditor(vscode, { name: 'editor', files: some, extension: root }),
      );
    } finally {
      vscode.dispose();
    }
  }
  if (wanted('beside-corpus')) counted = add(counted, await withBuiltinCorpus({ most: someFiles }));
  const pages = filesBelow('test/editor/page', '.test.mjs').filter(wanted);
  return pages.length > 0 ? add(counted, await runPages(pages)) : counted;
}
