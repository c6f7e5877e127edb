// Determines whether the editor and Dossier have both checked a file, even if they have no findings for it: a second visible
// file then gets a new fault, and both have reported that one.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isOurs, open, until } from '../suite/desk';

export class Sentinel {
  readonly #document: vscode.TextDocument;
  readonly #listening: vscode.Disposable;
  #turns = 0;
  #last = Date.now();

  private constructor(document: vscode.TextDocument) {
    this.#document = document;
    this.#listening = vscode.languages.onDidChangeDiagnostics(() => {
      this.#last = Date.now();
    });
  }

  /** Opens the file in the last column. Resolves once both the editor and Dossier have reported findings. */
  static async at(file: string, viewColumn: number): Promise<Sentinel> {
    // A column is there once those before it are.
    for (let column = 1; column < viewColumn; column++) await open(file, { viewColumn: column });
    const sentinel = new Sentinel(await open(file, { viewColumn, preview: false }));
    await sentinel.bothAnswered();
    return sentinel;
  }

  async bothAnswered(): Promise<void> {
    this.#turns++;
    const tool = `noSuchTool${this.#turns}`;
    const line = this.#document.lineAt(2).range;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(this.#document.uri, line, `tools: ['edit', '${tool}']`);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(
      `findings of both on ${tool}`,
      () => {
        const actual = vscode.languages
          .getDiagnostics(this.#document.uri)
          .filter(({ message }) => message.includes(tool));
        return actual.some(isOurs) && actual.some((one) => !isOurs(one));
      },
      120000,
    );
    // A provider with more results is slower.
    await until('quiet', () => Date.now() - this.#last > 100, 120000);
  }

  async dispose(): Promise<void> {
    this.#listening.dispose();
    await this.#document.save();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  }
}
