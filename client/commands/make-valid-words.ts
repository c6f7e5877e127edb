// What "Make valid for hosts" shows. Pure: the server's answer in, rows out.
import type { ValidFor } from '../../server/protocol';
import { t } from '../words';
import { inLines } from './rows';

export interface HostRow {
  readonly host: string;
  readonly label: string;
  readonly description: string;
  readonly icon: string;
}

export const hostRows = ({ hosts }: ValidFor): readonly HostRow[] =>
  hosts.map(({ host, hostName, says, loads, isHere }) => ({
    host,
    label: hostName,
    description: isHere ? says : t("{0} · in the host's own folder", says),
    icon: loads ? 'pass' : 'error',
  }));

export const isMeantByDefault = ({ hosts }: ValidFor, id: string): boolean =>
  hosts.some(({ host, isMeant }) => host === id && isMeant);

export type OutcomeRow =
  | { readonly kind: 'heading'; readonly label: string; readonly line?: undefined }
  | {
      readonly kind: 'blocked' | 'apply' | 'note';
      readonly label: string;
      readonly icon: string;
      /** 0-based: where a press leads. */
      readonly line?: number;
    };

export interface Outcome {
  readonly title: string;
  readonly placeholder: string;
  readonly rows: readonly OutcomeRow[];
}

/** What to do first, then why. A row holds one line: what is longer goes on in the next. */
export function outcomeRows(answer: ValidFor, chosen: readonly string[]): Outcome {
  const { hosts, blocked, change, notes } = answer;
  const names = hosts.filter(({ host }) => chosen.includes(host)).map(({ hostName }) => hostName);
  const rows: OutcomeRow[] = [];
  if (change) {
    rows.push({ kind: 'heading', label: t('smallest change') });
    rows.push({ kind: 'apply', label: inOneLine(change.steps), icon: 'wand' });
  } else if (blocked.length > 0)
    rows.push({ kind: 'heading', label: t('no automatic change available') });
  else
    rows.push({
      kind: 'note',
      label: t('No action needed. The selected hosts load the file unchanged.'),
      icon: 'pass',
    });
  for (const note of notes) rows.push(...lines(note, { kind: 'note', icon: 'info' }));
  for (const { hostName, line, message } of blocked) {
    const where = line === null ? hostName : t('{0} · line {1}', hostName, line + 1);
    rows.push({ kind: 'heading', label: where });
    rows.push(
      ...lines(message, { kind: 'blocked', icon: 'error', ...(line !== null && { line }) }, where),
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

const inOneLine = ([first = '', ...others]: readonly string[]): string =>
  others.reduce(
    (told, step) => t('{0}, then {1}', told, step.charAt(0).toLowerCase() + step.slice(1)),
    first,
  );

type Filled = Extract<OutcomeRow, { icon: string }>;

const lines = (text: string, row: Omit<Filled, 'label'>, heading?: string): readonly OutcomeRow[] =>
  inLines(text, row.icon, heading).map((line) => ({ ...row, ...line }));
