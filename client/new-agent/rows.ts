// Builds the rows of the wizard steps from the choices that the server returns.
import type { NewAgentChoices, NewAgentFiles } from '../../server/protocol/protocol';
import { plural, t } from '../l10n';
import { joinedNames } from '../programs/order';

export interface WizardRow<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly icon?: string;
  /** A separator above the following rows. */
  readonly isHeading?: true;
  readonly value: T;
}

/** What the agent is for: the ID of a role, the selected text, the user's own words, or nothing yet. */
export type Purpose =
  | { readonly from: 'role'; readonly role: string }
  | { readonly from: 'selection' }
  | { readonly from: 'words'; readonly words: string }
  | { readonly from: 'nothing' };

export const purposeRows = (
  { roles }: NewAgentChoices,
  selected: number,
): readonly WizardRow<Purpose>[] => [
  ...(selected > 0
    ? [
        {
          label: t('From the selected text'),
          description: plural(
            selected,
            '{0} line becomes the prompt',
            '{0} lines become the prompt',
          ),
          icon: 'selection',
          value: { from: 'selection' as const },
        },
      ]
    : []),
  ...roles.map(({ id, title, description }) => ({
    label: title,
    description,
    icon: 'person',
    value: { from: 'role' as const, role: id },
  })),
  {
    label: t('Something else'),
    description: t('Type what the agent does, or start with an empty prompt'),
    icon: 'edit',
    value: { from: 'nothing' },
  },
];

/** The row for a purpose in the user's own words; undefined while there are none. */
export const wordsRow = (text: string): WizardRow<Purpose> | undefined => {
  const words = text.trim();
  return words === ''
    ? undefined
    : {
        // Not the words themselves: as a better match, they would come before the role that the user filters for.
        label: t('Purpose: {0}', words),
        icon: 'edit',
        value: { from: 'words', words },
      };
};

export const programRows = ({ hosts }: NewAgentChoices): readonly WizardRow<string>[] =>
  hosts.map(({ host, hostName, folder }) => ({
    label: hostName,
    description: folder,
    value: host,
  }));

export const capabilityRows = ({ capabilities }: NewAgentChoices): readonly WizardRow<string>[] =>
  capabilities.map(({ id, label, isPrivilege }) => ({
    label,
    ...(isPrivilege && { description: t('privileged: select only if needed') }),
    value: id,
  }));

/** A value is the list of capabilities; empty for a selection of one's own. */
export const accessRows = (
  { capabilities }: NewAgentChoices,
  minimum: readonly string[],
): readonly WizardRow<readonly string[]>[] => {
  const labelOf = (id: string): string => capabilities.find((one) => one.id === id)?.label ?? id;
  const presets: readonly (readonly [label: string, ids: readonly string[]])[] = [
    [t('Read only'), ['read', 'search']],
    [t('Read and use the web'), ['read', 'search', 'web']],
    [t('Read and run commands'), ['read', 'search', 'run']],
    [t('Read and edit files'), ['read', 'search', 'write']],
    [t('Edit files and run commands'), ['read', 'search', 'write', 'run']],
  ];
  const contents = (ids: readonly string[]): string => ids.map(labelOf).join(', ');
  return [
    ...presets.map(([label, ids]) => ({
      label,
      description: isSameSet(ids, minimum)
        ? t('{0} (sufficient for this purpose)', contents(ids))
        : contents(ids),
      icon: ids.includes('run') ? 'terminal' : ids.includes('write') ? 'edit' : 'book',
      value: ids,
    })),
    {
      label: t('Custom...'),
      description: t('select each permission'),
      icon: 'checklist',
      value: [],
    },
  ];
};

export const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

export type ReviewChoice = 'create' | 'back' | 'description' | 'model' | 'color';

/** The last step: what will be written, and what can still be changed. */
export const reviewRows = (
  { error, warning, description, files, unlimited }: NewAgentFiles,
  isNewFolder: (uri: string) => boolean,
  options: {
    readonly language: string;
    readonly model: string | undefined;
    readonly color: string | undefined;
    readonly hasModels: boolean;
    readonly hasColors: boolean;
  },
): readonly WizardRow<ReviewChoice>[] => {
  const { language, model, color, hasModels, hasColors } = options;
  const heading = (label: string): WizardRow<ReviewChoice> => ({
    ...{ label, isHeading: true, value: 'create' },
  });
  return [
    error === null
      ? {
          label: plural(files.length, 'Create {0} file', 'Create {0} files'),
          ...(warning !== null && { description: warning }),
          icon: warning === null ? 'check' : 'warning',
          value: 'create',
        }
      : { label: error, description: t('go back and change it'), icon: 'error', value: 'back' },
    ...(error === null && unlimited.length > 0
      ? [
          {
            label: unlimitedIn(unlimited, language),
            description: t('its file cannot prevent it'),
            icon: 'error',
            value: 'create' as const,
          },
        ]
      : []),
    ...(error === null ? [heading(t('Files'))] : []),
    ...files.map(({ uri, path, hostNames, grants }) => ({
      label: path,
      description: isNewFolder(uri)
        ? t('{0}, in a new folder', joinedNames(hostNames, language))
        : joinedNames(hostNames, language),
      detail: grants
        .map(({ hostName, tools, limit }) => `${hostName}: ${limit ?? toolsLabel(tools)}`)
        .join(' · '),
      icon: 'new-file',
      value: error === null ? ('create' as const) : ('back' as const),
    })),
    heading(t('Change')),
    {
      label: t('Description'),
      description: description ?? t('derived from the name'),
      icon: 'comment',
      value: 'description',
    },
    ...(hasModels
      ? [
          {
            label: t('Model'),
            description: model ?? t('Session model'),
            icon: 'sparkle',
            value: 'model' as const,
          },
        ]
      : []),
    ...(hasColors
      ? [
          {
            label: t('Color'),
            description: color ?? t('No color'),
            icon: 'symbol-color',
            value: 'color' as const,
          },
        ]
      : []),
  ];
};

/** What the agent may do although it was not chosen. */
export const unlimitedIn = (hostNames: readonly string[], language: string): string =>
  t('May change files and run commands in {0}', joinedNames(hostNames, language));

/** More would not fit into a row. */
const mostTools = 4;

const toolsLabel = (tools: readonly string[] | null): string => {
  if (tools === null) return t('all tools');
  if (tools.length === 0) return t('no tools');
  const names = tools.slice(0, mostTools).join(', ');
  return tools.length > mostTools ? t('{0} and {1} more', names, tools.length - mostTools) : names;
};

/** An empty value means the session model. */
export const modelRows = (
  { hosts }: NewAgentChoices,
  selected: readonly string[],
): readonly WizardRow<string>[] => {
  const [only, ...others] = hosts.filter(({ host }) => selected.includes(host));
  // Model names differ between hosts, so there is no common choice for several hosts.
  if (!only || others.length > 0 || only.models.length === 0) return [];
  const own = {
    label: t('Session model'),
    description: t('uses the model of the current session'),
    value: '',
  };
  return [
    own,
    ...only.models.flatMap(({ id, description: means }, index, all) =>
      means === all[index + 1]?.description || means === all[index - 1]?.description
        ? [
            ...(means === all[index - 1]?.description ? [] : [separator(means)]),
            { label: id, value: id },
          ]
        : [{ label: id, description: means, value: id }],
    ),
  ];
};

/** Consecutive models with the same description share a separator. */
const separator = (label: string): WizardRow<string> => ({ label, isHeading: true, value: '' });

/** An empty value means no color. */
export const colorRows = (
  { hosts, colors }: NewAgentChoices,
  selected: readonly string[],
): readonly WizardRow<string>[] =>
  hosts.some(({ host, hasColors }) => hasColors && selected.includes(host))
    ? [
        { label: t('No color'), value: '' },
        ...colors.map(({ name: word, hex }) => ({ label: word, description: hex, value: word })),
      ]
    : [];

/** A data URI of a square in the color, as an icon for a row. */
export const swatch = (hex: string): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><rect x="2" y="2" width="12" height="12" rx="3" fill="${hex}"/></svg>`,
  )}`;

/** The minimum capabilities for a purpose. Without a role, reading and searching. */
export const minimumFor = ({ roles }: NewAgentChoices, purpose?: Purpose): readonly string[] =>
  (purpose?.from === 'role' && roles.find(({ id }) => id === purpose.role)?.capabilities) || [
    'read',
    'search',
  ];
