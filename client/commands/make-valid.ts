import * as vscode from 'vscode';
import {
  type ValidFor,
  type ValidForParams,
  validForCommand,
  validForMethod,
} from '../../server/protocol/protocol';
import { type Conversion, convertAgent } from '../convert/convert-agent';
import { fileNameOf } from '../file-name';
import { showLine } from '../files';
import { inertItem } from '../inert-item';
import { t } from '../l10n';
import { showInformation, showWarning } from '../notify';
import type { Server } from '../server';
import { type Command, type Dossier, targetOf } from './command';
import {
  isPreselected,
  noCommonForm,
  nothingToChange,
  programRows,
  secondFiles,
  summaryOf,
} from './make-valid-rows';
import { withProgress } from './progress';

/** Asks for hosts, and shows the smallest change that makes the file valid for them in a diff editor. */
export const makeValid: Command = {
  id: validForCommand,
  async run(dossier, argument) {
    const { server } = dossier;
    const uri = targetOf(argument);
    if (!uri) {
      void showInformation(t('Open an agent file first.'));
      return;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    const ask = requester(server, uri);
    const before = await ask([]);
    if (!before) {
      void showInformation(t('Open an agent file first.'));
      return;
    }
    const chosen = await chooseHosts(before);
    if (!chosen || chosen.length === 0) return;
    const answer = await ask(chosen);
    if (answer) await showResult(dossier, document, answer, chosen);
  },
};

const requester =
  (server: Server, uri: vscode.Uri) =>
  (hosts: readonly string[]): Promise<ValidFor | null> => {
    const params: ValidForParams = { uri: uri.toString(), hosts };
    const request = server.request<ValidFor | null>(validForMethod, params);
    return withProgress(t('Looking for the smallest change'), request);
  };

async function chooseHosts(before: ValidFor): Promise<readonly string[] | undefined> {
  const items = programRows(before).map(({ host, icon, ...row }) => ({
    ...inertItem(row),
    host,
    iconPath: new vscode.ThemeIcon(icon),
    picked: isPreselected(before, host),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Make Valid for Programs'),
    placeHolder: t('Select the programs that should load this file'),
    canPickMany: true,
    matchOnDescription: true,
  });
  return picked?.map(({ host }) => host);
}

async function showResult(
  { server, validDiff, conversions, decided }: Dossier,
  document: vscode.TextDocument,
  answer: ValidFor,
  chosen: readonly string[],
): Promise<void> {
  const { change, blocked, hosts, notes } = answer;
  const names = hosts.filter(({ host }) => chosen.includes(host)).map(({ hostName }) => hostName);
  const fileName = fileNameOf(document.uri.path);
  if (change) {
    // To apply it or not is decided in the title bar of the diff editor, which stays.
    await validDiff.show({ document, answer: { ...answer, change } }, names);
    void showInformation(summaryOf(answer, fileName, names));
  } else if (blocked.length > 0) {
    await offerSecondFile({ server, conversions, decided }, document, {
      answer,
      chosen,
      names,
      fileName,
    });
  } else {
    void showInformation(nothingToChange(notes));
  }
}

interface NoForm {
  readonly answer: ValidFor;
  readonly chosen: readonly string[];
  readonly names: readonly string[];
  readonly fileName: string;
}

/** At most two: a notification has little space. */
const maxOffers = 2;

async function offerSecondFile(
  dossier: Conversion,
  document: vscode.TextDocument,
  { answer, chosen, names, fileName }: NoForm,
): Promise<void> {
  const offers = secondFiles(answer, chosen)
    .slice(0, maxOffers)
    .map((file) => ({ title: t('Create a File for {0}...', file.hostName), file }));
  const line = answer.blocked.find((one) => one.line !== null)?.line ?? null;
  const goToProblem = { title: t('Go to Problem') };
  const selected = await showWarning<vscode.MessageItem>(
    noCommonForm(answer, fileName, names),
    ...offers,
    ...(line === null ? [] : [goToProblem]),
  );
  const offer = offers.find((one) => one === selected);
  if (offer) {
    const { from, host } = offer.file;
    await convertAgent(dossier, document.uri, host, from);
  } else if (selected === goToProblem && line !== null) await showLine(document, line);
}

/** Applies the change that the diff editor shows. */
export const applyValid: Command = {
  id: 'dossier.applyValid',
  run: ({ validDiff }, uri) => validDiff.apply(uri instanceof vscode.Uri ? uri : undefined),
};

/** Closes the diff editor without changing the file. */
export const cancelValid: Command = {
  id: 'dossier.cancelValid',
  run: ({ validDiff }, uri) => validDiff.cancel(uri instanceof vscode.Uri ? uri : undefined),
};
