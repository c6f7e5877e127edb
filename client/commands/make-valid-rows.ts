// Builds the quick pick rows of "Make Valid for Hosts" from the answer of the server.
import type { ValidFor } from '../../server/protocol';
import { t } from '../l10n';
import { wrapText } from './wrap-text';

export interface HostRow {
  readonly host: string;
  readonly label: string;
  readonly description: string;
  readonly icon: string;
}

export const hostRows = ({ hosts }: ValidFor): readonly HostRow[] =>
  hosts.map(({ host, hostName, result, isLoaded, isHere }) => ({
    host,
    label: hostName,
    description: isHere ? result : t("{0} · in the host's own folder", result),
    icon: isLoaded ? 'pass' : 'error',
  }));

export const isPreselected = ({ hosts }: ValidFor, id: string): boolean =>
  hosts.some(({ host, isIntended }) => host === id && isIntended);

export type ResultRow =
  | { readonly kind: 'heading'; readonly label: string; readonly line?: undefined }
  | {
      readonly kind: 'blocked' | 'apply' | 'note';
      readonly label: string;
      readonly icon: string;
      /** 0-based line to go to when the row is selected. */
      readonly line?: number;
    };

export interface Result {
  readonly title: string;
  readonly placeholder: string;
  readonly rows: readonly ResultRow[];
}

/** The suggested change first, then the problems. Long text continues in the next row. */
export function resultRows(answer: ValidFor, chosen: readonly string[]): Result {
  const { hosts, blocked, change, notes } = answer;
  const names = hosts.filter(({ host }) => chosen.includes(host)).map(({ hostName }) => hostName);
  const rows: ResultRow[] = [];
  if (change) {
    rows.push({ kind: 'heading', label: t('smallest change') });
    rows.push({ kind: 'apply', label: joinedSteps(change.steps), icon: 'wand' });
  } else if (blocked.length > 0)
    rows.push({ kind: 'heading', label: t('no automatic change available') });
  else
    rows.push({
      kind: 'note',
      label: t('No action needed. The selected hosts load the file unchanged.'),
      icon: 'pass',
    });
  for (const note of notes) rows.push(...wrappedRows(note, { kind: 'note', icon: 'info' }));
  for (const { hostName, line, message } of blocked) {
    const where = line === null ? hostName : t('{0} · line {1}', hostName, line + 1);
    rows.push({ kind: 'heading', label: where });
    rows.push(
      ...wrappedRows(
        message,
        { kind: 'blocked', icon: 'error', ...(line !== null && { line }) },
        where,
      ),
    );
  }
  return {
    title: t('Make Valid for {0}', names.join(', ')),
    placeholder: placeholderOf(answer),
    rows,
  };
}

function placeholderOf({ change, blocked }: ValidFor): string {
  if (change) return t('Apply the change, or select a problem to go to it');
  return blocked.length > 0
    ? t('What prevents the selected hosts from loading the file')
    : t('All selected hosts load the file');
}

const joinedSteps = ([first = '', ...others]: readonly string[]): string =>
  others.reduce(
    (joined, step) => t('{0}, then {1}', joined, step.charAt(0).toLowerCase() + step.slice(1)),
    first,
  );

type ContentRow = Extract<ResultRow, { icon: string }>;

const wrappedRows = (
  text: string,
  row: Omit<ContentRow, 'label'>,
  heading?: string,
): readonly ResultRow[] => wrapText(text, row.icon, heading).map((line) => ({ ...row, ...line }));
