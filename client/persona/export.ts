// Copies the shown persona as Markdown, or saves it as an HTML file.
import * as vscode from 'vscode';
import { t } from '../l10n';
import { showInformation } from '../notify';
import { personaHtml } from './export-html';
import { personaMarkdown } from './export-markdown';
import { type CardView, shownHost } from './view';

export async function copyPersona(view: CardView): Promise<void> {
  const host = shownHost(view);
  if (!host) return;
  await vscode.env.clipboard.writeText(personaMarkdown(view.card, host, view.prompt));
  vscode.window.setStatusBarMessage(t('Persona copied as Markdown'), 3000);
}

/** @param prompt HTML of the prompt, as rendered by the webview */
export async function savePersona(
  view: CardView,
  prompt: string,
  styleUri: vscode.Uri,
): Promise<void> {
  const host = shownHost(view);
  const name = (host?.agent?.id ?? 'persona').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(view.card.uri))?.uri;
  const fileName = `${name}.persona.html`;
  const target = await vscode.window.showSaveDialog({
    filters: { HTML: ['html'] },
    saveLabel: t('Save Persona'),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, fileName) }),
  });
  if (!target) return;
  const style = new TextDecoder().decode(await vscode.workspace.fs.readFile(styleUri));
  const page = personaHtml(view, prompt, style);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(page));
  const open = t('Open in Browser');
  const selected = await showInformation(t('Saved {0}.', fileName), open);
  if (selected === open) await vscode.env.openExternal(target);
}
