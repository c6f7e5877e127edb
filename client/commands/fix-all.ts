import * as vscode from 'vscode';
import { type FixAllAnswer, type FixAllParams, fixAllMethod } from '../../server/protocol/protocol';
import { applyEdits } from '../apply-edits';
import { fileNameOf } from '../file-name';
import { plural, t } from '../l10n';
import { showInformation } from '../notify';
import { type Command, targetOf } from './command';
import { withProgress } from './progress';

/** Applies all safe fixes in a file, like the source action `source.fixAll.dossier`, and reports how many problems it fixed. */
export const fixAll: Command = {
  id: 'dossier.fixAll',
  async run({ server }, argument) {
    const uri = targetOf(argument);
    if (!uri) return;
    // The server only knows open documents.
    await vscode.workspace.openTextDocument(uri);
    const file = fileNameOf(uri.path);
    const params: FixAllParams = { uri: uri.toString() };
    const answer = await withProgress(
      t('Fixing problems in {0}', file),
      server.request<FixAllAnswer | null>(fixAllMethod, params),
    );
    if (!answer || answer.edits.length === 0) {
      void showInformation(t('No safe fixes available in {0}', file));
      return;
    }
    if (!(await applyEdits(uri, answer))) return;
    void showInformation(
      plural(answer.count, 'Fixed {0} problem in {1}', 'Fixed {0} problems in {1}', file),
    );
  },
};
