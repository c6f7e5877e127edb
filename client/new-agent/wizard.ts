// The wizard for a new agent: its purpose, its name and programs, what it can do, and a review of what will be written.
import * as vscode from 'vscode';
import {
  type NewAgentChoices,
  type NewAgentFiles,
  type NewAgentParams,
  newAgentChoicesMethod,
  newAgentFilesMethod,
} from '../../server/protocol/protocol';
import { exists } from '../files';
import { currentLocalization, t } from '../l10n';
import { isConfirmed } from '../notify';
import { joinedNames } from '../programs/order';
import type { Server } from '../server';
import { exampleName, nameProblem } from './agent-name';
import {
  type Draft,
  dropUnavailable,
  hasTypedText,
  nameOf,
  paramsOf,
  withHosts,
  withPlace,
  withPurpose,
  withTypedName,
} from './draft';
import { nameForPurpose } from './purpose-name';
import {
  accessRows,
  capabilityRows,
  colorRows,
  isSameSet,
  minimumFor,
  modelRows,
  type Purpose,
  programRows,
  purposeRows,
  reviewRows,
  swatch,
  unlimitedIn,
  type WizardRow,
  wordsRow,
} from './rows';
import {
  type Answer,
  askText,
  pickOne,
  pickSome,
  type Row,
  type StepButton,
  type StepPosition,
  type Validation,
} from './steps';

export interface WizardContext {
  readonly folders: readonly vscode.WorkspaceFolder[];
  /** The user's programs, or those of the project. They are preselected. */
  readonly hosts: readonly string[];
  /** Selected text for the prompt; empty if there is no selection. */
  readonly selection: string;
}

/** What all steps use. */
interface Wizard {
  readonly choices: NewAgentChoices;
  readonly draft: Draft;
  readonly context: WizardContext;
  /** The files for the answers so far, which are not created. */
  readonly files: (more?: Partial<NewAgentParams>) => Promise<NewAgentFiles>;
}

type Step = (wizard: Wizard, position: StepPosition) => Promise<Answer<unknown>>;

const steps: readonly Step[] = [askPurpose, askName, askAccess, review];

/** The name and the files of the new agent, which are not created yet; undefined if the user cancelled. */
export async function askForAgent(
  server: Server,
  context: WizardContext,
): Promise<{ readonly name: string; readonly files: NewAgentFiles['files'] } | undefined> {
  const { folders, hosts, selection } = context;
  const draft: Draft = {
    hosts,
    place: { folder: folders[0]?.uri.toString() ?? '', scope: folders[0] ? 'project' : 'user' },
    typedPurpose: '',
  };
  const wizard: Wizard = {
    ...{ draft, context },
    choices: await server.request<NewAgentChoices>(newAgentChoicesMethod, {}),
    files: (more) =>
      server.request<NewAgentFiles>(newAgentFilesMethod, {
        ...paramsOf(draft, selection),
        ...more,
      }),
  };
  for (let index = 0; index < steps.length; ) {
    const answer = await steps[index]?.(wizard, { step: index + 1, total: steps.length });
    if (answer === 'cancelled') {
      if (!hasTypedText(draft) || (await isDiscarded())) return undefined;
    } else index = Math.max(0, index + (answer === 'back' ? -1 : 1));
  }
  const { files } = await wizard.files();
  return { name: nameOf(draft), files };
}

/** Asks before typed text is lost. Cancelling the question continues with the wizard. */
const isDiscarded = (): Promise<boolean> =>
  isConfirmed(t('Discard the new agent?'), {
    detail: t('What you typed is lost.'),
    button: t('Discard'),
  });

async function askPurpose(
  { choices, draft, context: { selection } }: Wizard,
  position: StepPosition,
): Promise<Answer<unknown>> {
  const lines = selection === '' ? 0 : selection.split('\n').length;
  const rows = rowsOf(purposeRows(choices, lines));
  const before = JSON.stringify(draft.purpose);
  const answer = await pickOne<Purpose>(
    {
      position,
      prompt: t('What is the agent for? Select a role or describe it in a sentence'),
      selected: rows.find(({ value }) => JSON.stringify(value) === before),
      text: draft.typedPurpose,
      onText: (text) => {
        draft.typedPurpose = text;
      },
      rowFor: (text) => {
        const row = wordsRow(text);
        return row && rowsOf([row])[0];
      },
    },
    rows,
  );
  if (typeof answer === 'object') {
    withPurpose(draft, answer.value);
    // The text was a filter, so it does not matter anymore.
    if (answer.value.from !== 'words') draft.typedPurpose = '';
  }
  return answer;
}

async function askName(wizard: Wizard, position: StepPosition): Promise<Answer<unknown>> {
  const { draft, context, files } = wizard;
  if (draft.hosts.length === 0) {
    const answer = await askHosts(wizard, position);
    if (typeof answer === 'string') return answer;
  }
  for (;;) {
    draft.proposed ??= await proposedName(wizard);
    const answer = await askText({
      position,
      value: nameOf(draft),
      prompt: namePrompt(wizard),
      // Screen readers announce it as the label of the input.
      placeholder: t('Agent name, for example {0}', exampleName),
      onText: (text) => withTypedName(draft, text),
      check: async (name) => {
        const message = nameProblem(name);
        return message === undefined
          ? nameValidation(await files({ name }))
          : { message, isWarning: false };
      },
      buttons: nameButtons(context),
    });
    if (typeof answer === 'string') return answer;
    if ('value' in answer) {
      withTypedName(draft, answer.value);
      return answer;
    }
    // Cancelling one of these returns to the name, so nothing is lost.
    if (answer.pressed === 'hosts') await askHosts(wizard, position);
    else
      await storeAnswer(
        pickOne(
          { position, prompt: t('Where should the agent be available?') },
          rowsOf(placeRows(context.folders)),
        ),
        (place) => withPlace(draft, place),
      );
  }
}

const askHosts = ({ choices, draft }: Wizard, position: StepPosition): Promise<Answer<unknown>> =>
  storeAnswer(
    pickSome(
      { position, prompt: t('Which programs is the agent for?') },
      rowsOf(programRows(choices)),
      (host) => draft.hosts.includes(host),
    ),
    (hosts) => withHosts(draft, hosts),
  );

/** A name that follows from the purpose and is available; empty if there is none. */
async function proposedName({ draft, context, files }: Wizard): Promise<string> {
  const { purpose } = draft;
  const plain =
    purpose?.from === 'role'
      ? purpose.role
      : nameForPurpose(
          purpose?.from === 'words'
            ? purpose.words
            : purpose?.from === 'selection'
              ? context.selection.replace(/^#+\s*/, '')
              : '',
        );
  if (plain === '') return '';
  return (await files({ name: plain })).suggestion ?? plain;
}

function namePrompt({ choices, draft, context: { folders } }: Wizard): string {
  const names = choices.hosts.filter(({ host }) => draft.hosts.includes(host));
  const hosts = joinedNames(
    names.map(({ hostName }) => hostName),
    currentLocalization().language,
  );
  const { folder, scope } = draft.place;
  if (scope === 'user')
    return t('Name of the agent and its file, for {0} in all my projects', hosts);
  const root = folders.find(({ uri }) => uri.toString() === folder);
  return folders.length > 1 && root
    ? t('Name of the agent and its file, for {0} in {1}', hosts, root.name)
    : t('Name of the agent and its file, for {0} in this project', hosts);
}

const nameButtons = ({ folders }: WizardContext): readonly StepButton[] => [
  { id: 'hosts', icon: 'server-environment', tooltip: t('Choose Programs...') },
  ...(folders.length > 0
    ? [{ id: 'place', icon: 'folder', tooltip: t('Choose Where the Agent Is Available...') }]
    : []),
];

function nameValidation({ error, warning, suggestion }: NewAgentFiles): Validation | undefined {
  const problem = error ?? warning;
  if (problem === null) return undefined;
  const message =
    suggestion === null ? problem : `${problem} ${t('"{0}" is available.', suggestion)}`;
  return { message, isWarning: error === null };
}

async function askAccess(
  { choices, draft }: Wizard,
  position: StepPosition,
): Promise<Answer<unknown>> {
  const minimum = minimumFor(choices, draft.purpose);
  const store = (capabilities: readonly string[]): void => {
    draft.capabilities = capabilities;
  };
  for (;;) {
    const current = draft.capabilities ?? minimum;
    const rows = rowsOf(accessRows(choices, minimum));
    const selected =
      rows.find(({ value }) => value !== undefined && isSameSet(value, current)) ?? rows.at(-1);
    const prompt = t('What can the agent do?');
    const answer = await pickOne({ position, prompt, selected }, rows);
    if (typeof answer === 'string') return answer;
    if (answer.value.length > 0) {
      store(answer.value);
      return answer;
    }
    const custom = await storeAnswer(
      pickSome({ position, prompt }, rowsOf(capabilityRows(choices)), (id) => current.includes(id)),
      store,
    );
    if (custom !== 'back') return custom;
  }
}

async function review(wizard: Wizard, position: StepPosition): Promise<Answer<unknown>> {
  const { choices, draft } = wizard;
  for (;;) {
    const [models, colors] = [modelRows(choices, draft.hosts), colorRows(choices, draft.hosts)];
    dropUnavailable(draft, models, colors);
    const answer = await wizard.files();
    const missing = await missingFolders(answer);
    const rows = reviewRows(answer, (uri) => missing.has(uri), {
      language: currentLocalization().language,
      ...{ model: draft.model, color: draft.color },
      ...{ hasModels: models.length > 0, hasColors: colors.length > 0 },
    });
    const prompt = t('Press Enter to create {0}', nameOf(draft));
    const chosen = await pickOne({ position, prompt }, rowsOf(rows));
    if (typeof chosen === 'string') return chosen;
    switch (chosen.value) {
      case 'create':
        if (await isAccepted(answer.unlimited)) return chosen;
        break;
      case 'back':
        return 'back';
      case 'description':
        await changeDescription(draft, position, answer.description ?? '');
        break;
      case 'model':
        await storeAnswer(
          pickOne({ position, prompt: t('Which model?') }, rowsOf(models)),
          (model) => {
            draft.model = model || undefined;
          },
        );
        break;
      case 'color':
        await storeAnswer(
          pickOne({ position, prompt: t('Which color?') }, rowsOf(colors)),
          (color) => {
            draft.color = color || undefined;
          },
        );
    }
  }
}

/** Asks where a program has no place for the limits that were chosen. */
const isAccepted = async (unlimited: readonly string[]): Promise<boolean> =>
  unlimited.length === 0 ||
  isConfirmed(unlimitedIn(unlimited, currentLocalization().language), {
    detail: t('Its file cannot prevent it.'),
    button: t('Create'),
  });

async function changeDescription(
  draft: Draft,
  position: StepPosition,
  value: string,
): Promise<void> {
  const answer = await askText({
    ...{ position, value },
    prompt: t('When should the agent be used? Other agents decide based on this description.'),
    placeholder: t('Use this agent when ...'),
  });
  if (typeof answer === 'object' && 'value' in answer && answer.value !== value)
    draft.description = answer.value || undefined;
}

/** The files whose folders do not exist yet, by URI. */
async function missingFolders({ files }: NewAgentFiles): Promise<ReadonlySet<string>> {
  const missing = await Promise.all(
    files.map(async ({ uri }) =>
      (await exists(vscode.Uri.joinPath(vscode.Uri.parse(uri), '..'))) ? [] : [uri],
    ),
  );
  return new Set(missing.flat());
}

async function storeAnswer<T>(
  pending: Promise<Answer<T>>,
  store: (value: T) => void,
): Promise<Answer<T>> {
  const answer = await pending;
  if (typeof answer === 'object') store(answer.value);
  return answer;
}

const rowsOf = <T>(rows: readonly WizardRow<T>[]): readonly Row<T>[] =>
  rows.map(({ icon, description, isHeading, ...row }) => ({
    ...row,
    ...(isHeading && { kind: vscode.QuickPickItemKind.Separator }),
    ...(description !== undefined && { description }),
    ...(icon !== undefined && {
      iconPath: new vscode.ThemeIcon(
        icon,
        icon === 'error' ? new vscode.ThemeColor('errorForeground') : undefined,
      ),
    }),
    ...(/^#[0-9a-f]{6}$/.test(description ?? '') && {
      iconPath: vscode.Uri.parse(swatch(description ?? '')),
    }),
  }));

const placeRows = (
  folders: readonly vscode.WorkspaceFolder[],
): readonly WizardRow<Draft['place']>[] => [
  ...folders.map(({ name, uri }) => ({
    label: folders.length > 1 ? name : t('This project'),
    description: folders.length > 1 ? uri.fsPath : name,
    icon: 'folder',
    value: { folder: uri.toString(), scope: 'project' as const },
  })),
  {
    label: t('All my projects'),
    description: t('your home folder'),
    icon: 'home',
    value: { folder: folders[0]?.uri.toString() ?? '', scope: 'user' as const },
  },
];
