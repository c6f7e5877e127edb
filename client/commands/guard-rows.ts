// Builds the quick pick rows of "Is a Tool Call Allowed?".
import type { FolderGuard, GuardedProgram, TextPlace } from '../../server/protocol/protocol';
import { t } from '../l10n';

export interface GuardRow {
  readonly label: string;
  readonly description: string;
  readonly detail?: string;
  /** The name of an icon of the editor. */
  readonly icon: string | null;
  /** Where it is decided; null where that is in no file. */
  readonly at: TextPlace | null;
  /** The call that the row enters; absent for an answer. */
  readonly call?: string;
}

const icons: Readonly<Record<GuardedProgram['action'], string>> = {
  allow: 'pass',
  ask: 'comment-discussion',
  deny: 'circle-slash',
  unknown: 'question',
};

const headline = (action: GuardedProgram['action'], program: string): string => {
  if (action === 'allow') return t('{0}: allowed', program);
  if (action === 'ask') return t('{0}: the user is asked', program);
  return action === 'deny' ? t('{0}: denied', program) : t('{0}: not known', program);
};

/** Calls that show how one is written. */
export const exampleRows = (calls: readonly string[]): readonly GuardRow[] =>
  calls.map((call) => ({ label: call, description: '', icon: 'edit', at: null, call }));

/** The calls that rules deny or hooks check. Those that a program makes all the same come first. */
export const guardsOfFolder = (guards: readonly FolderGuard[]): readonly GuardRow[] =>
  guards
    .toSorted((one, other) => Number(other.isUnguarded) - Number(one.isUnguarded))
    .map(({ call, guard, programs, isUnguarded }) => ({
      ...{ label: call, description: placed(guard.text, guard.at), at: null, call },
      detail: programs.map(({ action, hostName }) => headline(action, hostName)).join(' · '),
      icon: isUnguarded ? 'warning' : 'shield',
    }));

/** A row for each program, followed by the hooks that run before the call. */
export const guardRows = (programs: readonly GuardedProgram[]): readonly GuardRow[] =>
  programs.length === 0
    ? [
        {
          label: t('No program is configured in this folder'),
          ...{ description: '', icon: 'info', at: null },
        },
      ]
    : programs.flatMap(({ hostName, action, why, rule, hooks }): GuardRow[] => [
        {
          label: headline(action, hostName),
          description: rule ? placed(rule.text, rule.at) : '',
          ...(why !== '' && { detail: why }),
          icon: icons[action],
          at: rule?.at ?? null,
        },
        ...hooks.map(({ text, at }) => ({
          label: t('Hook: {0}', text),
          description: placed('', at),
          icon: 'zap',
          at,
        })),
      ]);

const placed = (text: string, at: TextPlace | null): string =>
  [text, at ? `${at.path}:${at.line + 1}` : ''].filter((part) => part !== '').join(' · ');
