// The translations of the server's messages. They are in files of their own, because VS Code loads the bundle of the extension
// in every window, and each webview contains a copy of it.
import * as vscode from 'vscode';

type Translations = Readonly<Record<string, string>>;

/** By English template; undefined where VS Code is in English or there is no file for its language. */
export async function serverTranslations(
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
): Promise<Translations | undefined> {
  if (!vscode.l10n.bundle) return undefined;
  const name = `server.l10n.${vscode.env.language}.json`;
  try {
    const file = vscode.Uri.joinPath(extensionUri, 'l10n', name);
    const bytes = await vscode.workspace.fs.readFile(file);
    return JSON.parse(new TextDecoder().decode(bytes)) as Translations;
  } catch (error) {
    log.warn(`Could not read ${name}, so messages are in English.`, String(error));
    return undefined;
  }
}
