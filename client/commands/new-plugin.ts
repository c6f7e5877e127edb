// "New Plugin..." and "New Marketplace...": a name, and a review of the files before they are created.
import * as vscode from 'vscode';
import {
  type NewPluginFiles,
  type NewPluginParams,
  newPluginFilesMethod,
} from '../../server/protocol/protocol';
import { currentLocalization, plural, t } from '../l10n';
import { nameProblem, validName } from '../new-agent/agent-name';
import { createAll } from '../new-agent/create-files';
import { askText, pickOne, type Row } from '../new-agent/steps';
import { showError, showInformation } from '../notify';
import { joinedNames } from '../programs/order';
import type { Server } from '../server';
import type { Command } from './command';

type Subject = NewPluginParams['subject'];

const marketplaceName = 'team-plugins';

/** Creates a plugin with a manifest and one skill. */
export const newPlugin: Command = {
  id: 'dossier.newPlugin',
  run: ({ server }) => newIn(server, 'plugin'),
};

/** Creates a marketplace with the plugins of the project. */
export const newMarketplace: Command = {
  id: 'dossier.newMarketplace',
  run: ({ server }) => newIn(server, 'marketplace'),
};

async function newIn(server: Server, subject: Subject): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) return void showInformation(t('Open a folder first.'));
  const filesFor = (name: string, isTyped: boolean): Promise<NewPluginFiles> => {
    const params: NewPluginParams = { folder: folder.uri.toString(), subject, name, isTyped };
    return server.request<NewPluginFiles>(newPluginFilesMethod, params);
  };
  const texts = textsFor[subject]();
  if (subject === 'marketplace') {
    // Whether there are plugins, and a marketplace already, does not depend on the name.
    const { error } = await filesFor(marketplaceName, false);
    if (error !== null) return void showError(error);
  }
  let name = subject === 'marketplace' ? validName(folder.name) : '';
  for (;;) {
    const named = await askText({
      ...{ title: texts.title, position: { step: 1, total: 2 }, prompt: texts.prompt },
      ...{ value: name, placeholder: texts.example },
      check: async (text) => {
        const message = nameProblem(text) ?? (await filesFor(text, true)).error ?? undefined;
        return message === undefined ? undefined : { message, isWarning: false };
      },
    });
    if (typeof named === 'string' || !('value' in named)) return;
    name = named.value;
    const made = await filesFor(name, false);
    if (made.error !== null) return void showError(made.error);
    const chosen = await pickOne(
      {
        ...{ title: texts.title, position: { step: 2, total: 2 } },
        prompt: t('Press Enter to create {0}', name),
      },
      reviewRows(made),
    );
    if (chosen === 'cancelled') return;
    if (chosen !== 'back') return createAll(name, made.files);
  }
}

/** What will be created, for which programs, and what is not in it. */
function reviewRows({
  files,
  hostNames,
  plugins,
  notes,
}: NewPluginFiles): readonly Row<'create'>[] {
  const description = joinedNames(hostNames, currentLocalization().language);
  const heading = (label: string): Row<'create'> => ({
    label,
    kind: vscode.QuickPickItemKind.Separator,
  });
  const row = (label: string, icon: string, more: Partial<Row<'create'>> = {}): Row<'create'> => ({
    ...{ label, iconPath: new vscode.ThemeIcon(icon), value: 'create' },
    ...more,
  });
  return [
    row(plural(files.length, 'Create {0} file', 'Create {0} files'), 'check'),
    heading(t('Files')),
    ...files.map(({ path }) => row(path, 'new-file', { description })),
    ...(plugins.length > 0 ? [heading(t('Plugins'))] : []),
    ...plugins.map((name) => row(name, 'package')),
    ...notes.map((note) => row(note, 'warning')),
  ];
}

interface Texts {
  readonly title: string;
  readonly prompt: string;
  readonly example: string;
}

const textsFor: Readonly<Record<Subject, () => Texts>> = {
  plugin: () => ({
    title: t('New Plugin'),
    prompt: t('Enter a name for the plugin and its folder'),
    example: t('Name, for example {0}', 'team-tools'),
  }),
  marketplace: () => ({
    title: t('New Marketplace'),
    prompt: t('Enter a name for the marketplace, which lists the plugins of this project'),
    example: t('Name, for example {0}', marketplaceName),
  }),
};
