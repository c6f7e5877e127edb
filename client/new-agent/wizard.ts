// The wizard for a new agent: from one step to the next and back, until all is known.
import * as vscode from 'vscode';
import {
  type NewAgentChoices,
  type NewAgentFiles,
  type NewAgentParams,
  newAgentChoicesMethod,
  newAgentFilesMethod,
} from '../../server/protocol';
import { exampleName, nameFlaw } from '../commands/agent-name';
import type { Server } from '../server';
import { t } from '../words';
import {
  abilityRows,
  colorRows,
  descriptionFor,
  hostRows,
  leastFor,
  modelRows,
  type PlainRow,
  roleRows,
  swatch,
} from './rows';
import { type Answer, type At, askText, pickOne, pickSome, type Row, type Told } from './steps';

/** What has been said so far. */
interface Draft {
  role?: string;
  hosts?: readonly string[];
  place?: { readonly folder: string; readonly scope: 'project' | 'user' };
  name?: string;
  description?: string;
  abilities?: readonly string[];
  model?: string;
  color?: string;
}

export interface Given {
  readonly folders: readonly vscode.WorkspaceFolder[];
  /** Programs that agents of the project are for already. */
  readonly hosts: readonly string[];
  /** A text that becomes the prompt; empty where none is selected. */
  readonly selection: string;
}

/** A step, or null where there is nothing to ask. */
type Step = (at: At) => Promise<Answer<unknown>> | null;

/** The files of the new agent, which are not made yet; undefined where the author left. */
export async function askForAgent(
  server: Server,
  given: Given,
): Promise<NewAgentFiles | undefined> {
  const choices = await server.request<NewAgentChoices>(newAgentChoicesMethod, {});
  const draft: Draft = { hosts: given.hosts };
  const files = (more: Partial<NewAgentParams>): Promise<NewAgentFiles> =>
    server.request<NewAgentFiles>(newAgentFilesMethod, { ...paramsOf(draft, given), ...more });
  const steps = stepsFor(choices, draft, given, files);
  for (let index = 0, way = 1; index < steps.length; ) {
    const asked = steps[index]?.({ step: index + 1, of: steps.length });
    if (asked) {
      const answer = await asked;
      if (answer === 'left') return undefined;
      way = answer === 'back' ? -1 : 1;
    }
    index = Math.max(0, index + way);
  }
  return files({});
}

function stepsFor(
  choices: NewAgentChoices,
  draft: Draft,
  given: Given,
  files: (more: Partial<NewAgentParams>) => Promise<NewAgentFiles>,
): readonly Step[] {
  const { selection } = given;
  const lines = selection === '' ? 0 : selection.split('\n').length;
  const checkName = async (name: string): Promise<Told | undefined> => {
    const says = nameFlaw(name);
    if (says !== undefined) return { says, isWarning: false };
    const { flaw, warning } = await files({ name });
    if (flaw !== null) return { says: flaw, isWarning: false };
    return warning === null ? undefined : { says: warning, isWarning: true };
  };
  return [
    (at) => one({ at, asks: t('What is the agent for?') }, roleRows(choices, lines), draft, 'role'),
    (at) =>
      kept(
        pickSome(
          { at, asks: t('Which hosts is the agent for?') },
          rowsOf(hostRows(choices)),
          (host) => draft.hosts?.includes(host) === true,
        ),
        (hosts) => {
          draft.hosts = hosts;
        },
      ),
    (at) =>
      one(
        { at, asks: t('Where should the agent be available?') },
        placeRows(given.folders),
        draft,
        'place',
      ),
    (at) =>
      kept(
        askText({
          ...{ at, value: draft.name ?? '', check: checkName },
          asks: t('Enter a name for the agent and its file'),
          placeholder: exampleName,
        }),
        (name) => {
          draft.name = name;
        },
      ),
    (at) =>
      kept(
        askText({
          ...{ at, value: draft.description ?? descriptionFor(choices, draft.role ?? '') },
          asks: t('When should the agent be used? Other agents decide based on this description.'),
          placeholder: t('Use this agent when ...'),
        }),
        (description) => {
          draft.description = description;
        },
      ),
    (at) =>
      kept(
        pickSome(
          { at, asks: t('What can the agent do? The minimum is preselected.') },
          rowsOf(abilityRows(choices)),
          (id) => (draft.abilities ?? leastFor(choices, draft.role ?? '')).includes(id),
        ),
        (abilities) => {
          draft.abilities = abilities;
        },
      ),
    (at) => {
      const rows = modelRows(choices, draft.hosts ?? []);
      if (rows.length === 0) delete draft.model;
      return rows.length > 0 ? one({ at, asks: t('Which model?') }, rows, draft, 'model') : null;
    },
    (at) => {
      const rows = colorRows(choices, draft.hosts ?? []);
      if (rows.length === 0) delete draft.color;
      return rows.length > 0 ? one({ at, asks: t('Which color?') }, rows, draft, 'color') : null;
    },
  ];
}

function one<Key extends 'role' | 'place' | 'model' | 'color'>(
  shown: { readonly at: At; readonly asks: string },
  plain: readonly PlainRow<NonNullable<Draft[Key]>>[],
  draft: Draft,
  key: Key,
): Promise<Answer<unknown>> {
  const rows = rowsOf(plain);
  const chosen = rows.find(({ value }) => value === draft[key]);
  return kept(pickOne(shown, rows, chosen), (value) => {
    // Another role brings other words and needs.
    if (key === 'role' && value !== draft.role) {
      delete draft.description;
      delete draft.abilities;
    }
    draft[key] = value;
  });
}

async function kept<T>(asked: Promise<Answer<T>>, keep: (value: T) => void): Promise<Answer<T>> {
  const answer = await asked;
  if (typeof answer === 'object') keep(answer.value);
  return answer;
}

const rowsOf = <T>(rows: readonly PlainRow<T>[]): readonly Row<T>[] =>
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
): readonly PlainRow<NonNullable<Draft['place']>>[] => [
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

/** Without the empty texts that stand for nothing chosen. */
function paramsOf(draft: Draft, { selection }: Given): NewAgentParams {
  const { role, hosts, place, name, description, abilities, model, color } = draft;
  return {
    folder: place?.folder ?? '',
    scope: place?.scope ?? 'project',
    hosts: hosts ?? [],
    name: name ?? '',
    role,
    description: description || undefined,
    abilities,
    model: model || undefined,
    color: color || undefined,
    prompt: role === 'selection' ? selection : undefined,
  };
}
