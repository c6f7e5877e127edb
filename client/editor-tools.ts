// Tells the server of the tools that extensions bring to this editor, and again when they are others: what is there is not
// to be called unknown. The editor tells nobody when tools come and go, so that it is looked at where a person may notice.
import * as vscode from 'vscode';
import { type EditorToolsParams, editorToolsMethod } from '../server/protocol';
import type { AgentDocuments } from './agent-documents';
import type { Server } from './server';
import { toolNames } from './tool-names';

export function reportTools(server: Server, documents: AgentDocuments): vscode.Disposable {
  /** What the server that runs now was told. */
  let told: string | undefined;
  const tell = (): void => {
    if (server.state !== 'running') return;
    const params: EditorToolsParams = { tools: namesNow() };
    const written = JSON.stringify(params);
    if (written === (told ?? nothing)) return;
    told = written;
    server.notify(editorToolsMethod, params).catch(() => {
      told = undefined;
    });
  };
  return vscode.Disposable.from(
    server.onState((state) => {
      if (state !== 'running') told = undefined;
      else tell();
    }),
    vscode.extensions.onDidChange(tell),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && tell()),
    vscode.window.onDidChangeActiveTextEditor(
      (editor) => editor && documents.has(editor.document) && tell(),
    ),
  );
}

const nothing = JSON.stringify({ tools: [] } satisfies EditorToolsParams);

const namesNow = (): readonly string[] =>
  toolNames(
    vscode.extensions.all.map(({ id, packageJSON }) => ({
      id,
      contributes: (packageJSON as { contributes?: unknown }).contributes,
    })),
    new Set(vscode.lm.tools.map(({ name }) => name)),
  );
