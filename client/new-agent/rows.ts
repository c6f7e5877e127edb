// Builds the rows of the wizard steps from the choices that the server returns.
import type { NewAgentChoices } from '../../server/protocol';
import { plural, t } from '../l10n';

export interface WizardRow<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly icon?: string;
  /** A separator above the following rows. */
  readonly isHeading?: true;
  readonly value: T;
}

/** Values are the ID of a role, `blank` for no role, or `selection` for the selected text. */
export const roleRows = (
  { roles }: NewAgentChoices,
  selected: number,
): readonly WizardRow<string>[] => [
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
          value: 'selection',
        },
      ]
    : []),
  ...roles.map(({ id, title, description }) => ({
    label: title,
    description,
    icon: 'person',
    value: id,
  })),
  {
    label: t('Something else'),
    description: t('Start with an empty prompt.'),
    icon: 'edit',
    value: 'blank',
  },
];

export const hostRows = ({ hosts }: NewAgentChoices): readonly WizardRow<string>[] =>
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

/** The minimum capabilities for a role. Without a role, reading and searching. */
export const minimumFor = ({ roles }: NewAgentChoices, role: string): readonly string[] =>
  roles.find(({ id }) => id === role)?.capabilities ?? ['read', 'search'];

export const descriptionFor = ({ roles }: NewAgentChoices, role: string): string =>
  roles.find(({ id }) => id === role)?.description ?? '';
