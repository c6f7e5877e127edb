// Sends the server the tools that extensions contribute to this editor, and its language models, so that they are not reported
// as unknown. VS Code has no event for changed tools, so the list is checked on events that usually follow a change, such as
// focusing the window.
import * as vscode from 'vscode';
import { type EditorToolsParams, editorToolsMethod } from '../server/protocol/protocol';
import type { AgentDocuments } from './agent-documents';
import type { Server } from './server';
import { toolNames } from './tool-names';

export function reportTools(server: Server, documents: AgentDocuments): vscode.Disposable {
  /** The last state that was sent to the running server, as JSON. */
  let sent: string | undefined;
  let models: readonly string[] = [];
  let isRequesting = false;
  const send = (): void => {
    if (server.state !== 'running') return;
    const params: EditorToolsParams = { tools: currentToolNames(), models };
    const json = JSON.stringify(params);
    if (json === (sent ?? empty)) return;
    sent = json;
    server.notify(editorToolsMethod, params).catch(() => {
      sent = undefined;
    });
  };
  /** Requesting the models may itself fire a change event. After an unchanged answer, requests pause until this time (ms). */
  let pausedUntil = 0;
  /** Runs separately from the tools and one request at a time, because the answer of a provider can take long. */
  const updateModels = async (): Promise<void> => {
    if (isRequesting || server.state !== 'running' || Date.now() < pausedUntil) return;
    isRequesting = true;
    const current = await currentModels();
    isRequesting = false;
    if (current.join('\n') === models.join('\n')) pausedUntil = Date.now() + pauseMs;
    models = current;
    send();
  };
  return vscode.Disposable.from(
    server.onState((state) => {
      if (state !== 'running') {
        sent = undefined;
        return;
      }
      send();
      void updateModels();
    }),
    vscode.extensions.onDidChange(send),
    vscode.lm.onDidChangeChatModels(() => void updateModels()),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && send()),
    vscode.window.onDidChangeActiveTextEditor(
      (editor) => editor && documents.has(editor.document) && send(),
    ),
  );
}

const pauseMs = 30_000;

const empty = JSON.stringify({ tools: [], models: [] } satisfies EditorToolsParams);

const currentToolNames = (): readonly string[] =>
  toolNames(
    vscode.extensions.all.map(({ id, packageJSON }) => ({
      id,
      contributes: (packageJSON as { contributes?: unknown }).contributes,
    })),
    new Set(vscode.lm.tools.map(({ name }) => name)),
  );

/** Names of the models as in the model picker. This needs no consent of the user, because nothing is sent to a model. */
async function currentModels(): Promise<readonly string[]> {
  try {
    const models = await vscode.lm.selectChatModels();
    return [...new Set(models.map(({ name, vendor }) => `${name} (${vendor})`))].sort();
  } catch {
    // A failing provider makes the whole request fail. Without models, unknown models are not reported.
    return [];
  }
}
