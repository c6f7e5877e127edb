// The wizard for a new agent.
import * as vscode from 'vscode';
import {
  type NewAgentChoices,
  type NewAgentFiles,
  type NewAgentParams,
  newAgentChoicesMethod,
  newAgentFilesMethod,
} from '../../server/protocol';
import { t } from '../l10n';
import type { Server } from '../server';
import { exampleName, nameProblem } from './agent-name';
import {
  capabilityRows,
  colorRows,
  descriptionFor,
  hostRows,
  minimumFor,
  modelRows,
  roleRows,
  swatch,
  type WizardRow,
} from './rows';
import {
  type Answer,
  askText,
  pickOne,
  pickSome,
  type Row,
  type StepPosition,
  type Validation,
} from './steps';

/** The answers so far. */
interface Draft {
  role?: string;
  hosts?: readonly string[];
  place?: { readonly folder: string; readonly scope: 'project' | 'user' };
  name?: string;
  description?: string;
  capabilities?: readonly string[];
  model?: string;
  color?: string;
}

export interface WizardContext {
  readonly folders: readonly vscode.WorkspaceFolder[];
  /** Hosts of the existing agents in the project. They are preselected. */
  readonly hosts: readonly string[];
  /** Selected text for the prompt; empty if there is no selection. */
  readonly selection: string;
}

/** A step; null if it is skipped because there is nothing to choose. */
type Step = (position: StepPosition) => Promise<Answer<unknown>> | null;

/** The files of the new agent, which are not created yet; undefined if the user cancelled. */
export async function askForAgent(
  server: Server,
  context: WizardContext,
): Promise<NewAgentFiles | undefined> {
  const choices = await server.request<NewAgentChoices>(newAgentChoicesMethod, {});
  const draft: Draft = { hosts: context.hosts };
  const files = (more: Partial<NewAgentParams>): Promise<NewAgentFiles> =>
    server.request<NewAgentFiles>(newAgentFilesMethod, { ...paramsOf(draft, context), ...more });
  const steps = stepsFor(choices, draft, context, files);
  for (let index = 0, direction = 1; index < steps.length; ) {
    const pending = steps[index]?.({ step: index + 1, total: steps.length });
    if (pending) {
      const answer = await pending;
      if (answer === 'cancelled') return undefined;
      direction = answer === 'back' ? -1 : 1;
    }
    index = Math.max(0, index + direction);
  }
  return files({});
}

function stepsFor(
  choices: NewAgentChoices,
  draft: Draft,
  context: WizardContext,
  files: (more: Partial<NewAgentParams>) => Promise<NewAgentFiles>,
): readonly Step[] {
  const { selection } = context;
  const lines = selection === '' ? 0 : selection.split('\n').length;
  const checkName = async (name: string): Promise<Validation | undefined> => {
    const message = nameProblem(name);
    if (message !== undefined) return { message, isWarning: false };
    const { error, warning } = await files({ name });
    if (error !== null) return { message: error, isWarning: false };
    return warning === null ? undefined : { message: warning, isWarning: true };
  };
  return [
    (position) =>
      pickField(
        { position, prompt: t('What is the agent for?') },
        roleRows(choices, lines),
        draft,
        'role',
      ),
    (position) =>
      storeAnswer(
        pickSome(
          { position, prompt: t('Which hosts is the agent for?') },
          rowsOf(hostRows(choices)),
          (host) => draft.hosts?.includes(host) === true,
        ),
        (hosts) => {
          draft.hosts = hosts;
        },
      ),
    (position) =>
      pickField(
        { position, prompt: t('Where should the agent be available?') },
        placeRows(context.folders),
        draft,
        'place',
      ),
    (position) =>
      storeAnswer(
        askText({
          ...{ position, value: draft.name ?? '', check: checkName },
          prompt: t('Enter a name for the agent and its file'),
          placeholder: exampleName,
        }),
        (name) => {
          draft.name = name;
        },
      ),
    (position) =>
      storeAnswer(
        askText({
          ...{ position, value: draft.description ?? descriptionFor(choices, draft.role ?? '') },
          prompt: t(
            'When should the agent be used? Other agents decide based on this description.',
          ),
          placeholder: t('Use this agent when ...'),
        }),
        (description) => {
          draft.description = description;
        },
      ),
    (position) =>
      storeAnswer(
        pickSome(
          { position, prompt: t('What can the agent do? The minimum is preselected.') },
          rowsOf(capabilityRows(choices)),
          (id) => (draft.capabilities ?? minimumFor(choices, draft.role ?? '')).includes(id),
        ),
        (abilities) => {
          draft.capabilities = abilities;
        },
      ),
    (position) => {
      const rows = modelRows(choices, draft.hosts ?? []);
      if (rows.length === 0) delete draft.model;
      return rows.length > 0
        ? pickField({ position, prompt: t('Which model?') }, rows, draft, 'model')
        : null;
    },
    (position) => {
      const rows = colorRows(choices, draft.hosts ?? []);
      if (rows.length === 0) delete draft.color;
      return rows.length > 0
        ? pickField({ position, prompt: t('Which color?') }, rows, draft, 'color')
        : null;
    },
  ];
}

function pickField<Key extends 'role' | 'place' | 'model' | 'color'>(
  options: { readonly position: StepPosition; readonly prompt: string },
  plainRows: readonly WizardRow<NonNullable<Draft[Key]>>[],
  draft: Draft,
  key: Key,
): Promise<Answer<unknown>> {
  const rows = rowsOf(plainRows);
  const selected = rows.find(({ value }) => value === draft[key]);
  return storeAnswer(pickOne(options, rows, selected), (value) => {
    // A role has its own default description and capabilities.
    if (key === 'role' && value !== draft.role) {
      delete draft.description;
      delete draft.capabilities;
    }
    draft[key] = value;
  });
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
    ...(icon !== undefined && { iconPath: new vscode.ThemeIcon(icon) }),
    ...(/^#[0-9a-f]{6}$/.test(description ?? '') && {
      iconPath: vscode.Uri.parse(swatch(description ?? '')),
    }),
  }));

const placeRows = (
  folders: readonly vscode.WorkspaceFolder[],
): readonly WizardRow<NonNullable<Draft['place']>>[] => [
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

/** Omits empty values, which mean that nothing was chosen. */
function paramsOf(draft: Draft, { selection }: WizardContext): NewAgentParams {
  const { role, hosts, place, name, description, capabilities, model, color } = draft;
  return {
    folder: place?.folder ?? '',
    scope: place?.scope ?? 'project',
    hosts: hosts ?? [],
    name: name ?? '',
    role,
    description: description || undefined,
    capabilities,
    model: model || undefined,
    color: color || undefined,
    prompt: role === 'selection' ? selection : undefined,
  };
}
