// What every webview panel of the extension has in common: its icon, what it may load, and its document.
import * as vscode from 'vscode';
import { newNonce, type WebviewContent, webviewHtml } from './document';

/** @param page the style and the script in `dist` have the name of its `id` */
export function openPage(
  panel: vscode.WebviewPanel,
  extensionUri: vscode.Uri,
  page: Pick<WebviewContent, 'id' | 'title' | 'content'>,
): void {
  const { webview } = panel;
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  const at = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
  panel.iconPath = vscode.Uri.joinPath(extensionUri, 'images', 'icon.png');
  webview.options = { enableScripts: true, localResourceRoots: [dist] };
  webview.html = webviewHtml({
    ...page,
    ...{ cspSource: webview.cspSource, nonce: newNonce() },
    ...{ style: at(`${page.id}.css`), script: at(`${page.id}.js`) },
  });
}
