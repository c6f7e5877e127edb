import * as vscode from 'vscode';
import {
  type ConvertTargets,
  type ConvertTargetsParams,
  convertTargetsMethod,
} from '../../server/protocol/protocol';
import { t } from '../l10n';
import { showInformation } from '../notify';
import { setToolInCopies } from '../persona/tool-in-copies';
import { type Command, targetOf } from './command';

/** Grants or revokes a tool of the program to which the file belongs, also in the copies for other programs. */
export const changeToolInCopies: Command = {
  id: 'dossier.changeToolInCopies',
  async run({ server }, argument) {
    const target = targetOf(argument);
    if (target) await vscode.workspace.openTextDocument(target);
    const params: ConvertTargetsParams = { uri: target?.toString() ?? '' };
    const found =
      target && (await server.request<ConvertTargets | null>(convertTargetsMethod, params));
    if (found) await setToolInCopies(server, { uri: params.uri, host: found.host });
    else void showInformation(t('Open an agent file first.'));
  },
};
