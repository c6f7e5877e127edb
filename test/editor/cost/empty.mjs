// An extension with an empty webview: it receives each edit and shows a number. Nothing that follows edits costs less.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const manifest = {
  name: 'empty-webview',
  publisher: 'dossier-tests',
  version: '0.0.1',
  engines: { vscode: '^1.106.0' },
  main: './main.js',
  activationEvents: ['onStartupFinished'],
  contributes: { commands: [{ command: 'empty.show', title: 'Empty: Show' }] },
};

const main = `
const vscode = require('vscode');
exports.activate = (context) => {
  let panel;
  context.subscriptions.push(
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      panel?.webview.postMessage({ version: document.version });
    }),
    vscode.commands.registerCommand('empty.show', () => {
      if (panel) return panel.reveal(undefined, true);
      const column = { viewColumn: vscode.ViewColumn.Two, preserveFocus: true };
      panel = vscode.window.createWebviewPanel('empty', 'Empty', column, { enableScripts: true });
      panel.webview.html = \`<!doctype html><html><body><main id="empty"></main><script>
        const main = document.getElementById('empty');
        addEventListener('message', ({ data }) => { main.textContent = data.version; });
      </script></body></html>\`;
    }),
  );
};
`;

/** Puts it among the installed ones of a server: a window develops one extension at a time. */
export function installEmpty(extensionsDir) {
  const at = path.join(extensionsDir, 'dossier-tests.empty-webview-0.0.1');
  mkdirSync(at, { recursive: true });
  writeFileSync(path.join(at, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(at, 'main.js'), main);
}
