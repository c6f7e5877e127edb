// The API of the editor as it is. For `import *` from a module that is not bundled, esbuild copies every property of it, in each
// file that imports it: with fifty files, that is most of the time that loading the extension takes.
import { readFile } from 'node:fs/promises';

const statement = /^import \* as vscode from 'vscode';$/m;

export const editorApi = {
  name: 'editor api',
  setup(build) {
    build.onLoad({ filter: /[\\/]client[\\/].*\.ts$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replace(
        statement,
        "import vscode = require('vscode');",
      ),
      loader: 'ts',
    }));
  },
};
