import * as vscode from 'vscode';
import {
  type PersonaCard,
  personaMethod,
  type ReportParams,
  reportMethod,
} from '../../server/protocol/protocol';
import { t } from '../l10n';
import { showInformation } from '../notify';
import { type Command, targetOf } from './command';

/** Copies a minimal example of a wrong verdict to the clipboard. Nothing is sent over the network. */
export const reportVerdict: Command = {
  id: 'dossier.reportVerdict',
  async run({ server }, argument) {
    const uri = targetOf(argument)?.toString();
    if (uri === undefined) return;
    const card = await server.request<PersonaCard | null>(personaMethod, { uri });
    if (!card) {
      void showInformation(t('No program reads this file. Open an agent file first.'));
      return;
    }
    const picked = await vscode.window.showQuickPick(
      card.hosts.map(({ host, hostName, headline }) => ({
        label: hostName,
        description: headline,
        host,
      })),
      { title: t('Which result is wrong?') },
    );
    if (!picked) return;
    const params: ReportParams = { uri, host: picked.host };
    const text = await server.request<string | null>(reportMethod, params);
    if (text === null) return;
    await vscode.env.clipboard.writeText(text);
    void showInformation(
      t(
        'A minimal example for {0} was copied to the clipboard. Review it before you share it, and add what {0} actually did.',
        picked.label,
      ),
    );
  },
};
