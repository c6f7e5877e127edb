// Texts of "Make Valid for Programs" from the answer of the server.
import type { ValidFor } from '../../server/protocol/protocol';
import { currentLocalization, plural, t } from '../l10n';
import { joinedNames } from '../programs/order';

export interface HostRow {
  readonly host: string;
  readonly label: string;
  readonly description: string;
  readonly icon: string;
}

export const programRows = ({ hosts }: ValidFor): readonly HostRow[] =>
  hosts.map(({ host, hostName, result, isLoaded, isHere }) => ({
    host,
    label: hostName,
    description: isHere ? result : t("{0} · in the program's own folder", result),
    icon: isLoaded ? 'pass' : 'error',
  }));

export const isPreselected = ({ hosts }: ValidFor, id: string): boolean =>
  hosts.some(({ host, isIntended }) => host === id && isIntended);

/** What the command reports next to the diff: the number of changes, and what they cost. */
export function summaryOf(
  { change, notes }: ValidFor,
  fileName: string,
  hostNames: readonly string[],
): string {
  const count = change?.steps.length ?? 0;
  return [
    plural(
      count,
      '{0} change makes {1} valid for {2}.',
      '{0} changes make {1} valid for {2}.',
      fileName,
      hostNames.join(', '),
    ),
    ...notes,
  ].join(' ');
}

/** What the command reports where every selected program loads the file. @param notes what it does not do about it */
export const nothingToChange = (notes: readonly string[]): string =>
  notes.length === 0
    ? t('No action needed. The selected programs load the file unchanged.')
    : [t('The selected programs load the file.'), ...notes].join(' ');

/** Reasons in a notification: more than these are not read there. */
const maxReasons = 2;

/** Why no single text is valid for the hosts. */
export const noCommonForm = (
  { notes, blocked }: ValidFor,
  fileName: string,
  hostNames: readonly string[],
): string => {
  const reasons = notes.length > 0 ? notes : blocked.map(({ message }) => message);
  return [
    t(
      'No single form of {0} is valid for {1}.',
      fileName,
      joinedNames(hostNames, currentLocalization().language),
    ),
    ...reasons.slice(0, maxReasons),
  ].join(' ');
};

/** A file for another host, made from the agent as one host has it. */
export interface SecondFile {
  /** The host whose agent is the model. */
  readonly from: string;
  readonly host: string;
  readonly hostName: string;
}

/** Files that would serve the hosts for which this one cannot be valid; empty where no host loads it. */
export function secondFiles(
  { hosts, blocked }: ValidFor,
  chosen: readonly string[],
): readonly SecondFile[] {
  const loaded = hosts.filter(({ isLoaded }) => isLoaded);
  const [from] = [...loaded.filter(({ isHere }) => isHere), ...loaded];
  if (!from) return [];
  const lost = hosts.filter(
    ({ host }) => chosen.includes(host) && blocked.some((one) => one.host === host),
  );
  return lost
    .filter(({ host }) => host !== from.host)
    .map(({ host, hostName }) => ({ from: from.host, host, hostName }));
}

export interface LineReason {
  readonly line: number;
  /** What was changed: `Quote the value` */
  readonly label: string;
  /** The host that needs it. */
  readonly hostName: string;
  readonly message: string;
}

/** One reason per change, for the lines of the new text. */
export const lineReasons = ({ change }: ValidFor): readonly LineReason[] =>
  (change?.reasons ?? []).map(({ line, hostName, message }, index) => ({
    ...{ line, hostName, message },
    label: change?.steps[index] ?? '',
  }));
