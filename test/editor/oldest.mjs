import { root } from '../../scripts/build/options.mjs';
import { chooseVSCode } from './harness/choose.mjs';
import { onceMore } from './harness/once-more.mjs';
import { runInEditor } from './harness/suite.mjs';

export default async function run() {
  const vscode = await chooseVSCode({ old: true });
  console.log(`in ${vscode.label}`);
  const files = ['test/editor/suite/smoke.test.ts'];
  try {
    return await onceMore(files, (some) =>
      runInEditor(vscode, { name: 'oldest', files: some, extension: root }),
    );
  } finally {
    vscode.dispose();
  }
}
