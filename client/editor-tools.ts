// Tells the server of the tools that extensions bring to this editor, and of its models, and again when they are others: what
// is there is not to be called unknown. The editor tells nobody when tools come and go, so that it is looked at where a
// person may notice.
import * as vscode from 'vscode';
import { type EditorToolsParams, editorToolsMethod } from '../server/protocol';
import type { AgentDocuments } from './agent-documents';
import type { Server } from './server';
import { toolNames } from './tool-names';

export function reportTools(server: Server, documents: AgentDocuments): vscode.Disposable {
  /** What the server that runs now was told. */
  let told: string | undefined;
  let models: readonly string[] = [];
  let isAsking = false;
  const tell = (): void => {
    if (server.state !== 'running') return;
    const params: EditorToolsParams = { tools: namesNow(), models };
    const written = JSON.stringify(params);
    if (written === (told ?? nothing)) return;
    told = written;
    server.notify(editorToolsMethod, params).catch(() => {
      told = undefined;
    });
  };
  /** The question itself may be told as a change: where the answer is the same, the next one waits. */
  let quietUntil = 0;
  /** Asked apart, and one question at a time: every provider has its say in the answer, and may take long. */
  const askForModels = async (): Promise<void> => {
    if (isAsking || server.state !== 'running' || Date.now() < quietUntil) return;
    isAsking = true;
    const now = await modelsNow();
    isAsking = false;
    if (now.join('\n') === models.join('\n')) quietUntil = Date.now() + quietMs;
    models = now;
    tell();
  };
  return vscode.Disposable.from(
    server.onState((state) => {
      if (state !== 'running') {
        told = undefined;
        return;
      }
      tell();
      void askForModels();
    }),
    vscode.extensions.onDidChange(tell),
    vscode.lm.onDidChangeChatModels(() => void askForModels()),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && tell()),
    vscode.window.onDidChangeActiveTextEditor(
      (editor) => editor && documents.has(editor.document) && tell(),
    ),
  );
}

const quietMs = 30_000;

const nothing = JSON.stringify({ tools: [], models: [] } satisfies EditorToolsParams);

const namesNow = (): readonly string[] =>
  toolNames(
    vscode.extensions.all.map(({ id, packageJSON }) => ({
      id,
      contributes: (packageJSON as { contributes?: unknown }).contributes,
    })),
    new Set(vscode.lm.tools.map(({ name }) => name)),
  );

/** By the names of the model picker. Nobody is asked for leave: nothing is sent to any of them. */
async function modelsNow(): Promise<readonly string[]> {
  try {
    const models = await vscode.lm.selectChatModels();
    return [...new Set(models.map(({ name, vendor }) => `${name} (${vendor})`))].sort();
  } catch {
    // A provider that fails takes all others along: then none is known, and nothing is said of them.
    return [];
  }
}
