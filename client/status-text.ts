// Texts of the language status item. VS Code shows the text, the detail and the link in one line of a narrow box.
import type { StatusParams } from '../server/protocol/protocol';
import { plural, t } from './l10n';
import type { ServerState } from './server';

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  /** `unknown`: the result is not known, or there is nothing yet that could have one. */
  readonly severity: 'unknown' | 'information' | 'warning' | 'error';
  readonly isBusy: boolean;
  readonly action: 'preview' | 'why' | 'restart' | 'none';
}

/**
 * Texts for a document: the state of the server if it is not ready, otherwise the verdict of the user's first program, or of the
 * first owner of the location that does not load the file.
 */
export function statusTextOf(state: ServerState, status: StatusParams | undefined): StatusText {
  if (state === 'stopped') {
    return {
      text: t('Dossier has stopped'),
      detail: t('See the output for details'),
      severity: 'error',
      isBusy: false,
      action: 'restart',
    };
  }
  if (!status) {
    const isStarting = state === 'starting';
    const detail = isStarting ? t('Starting') : t('Running');
    return { text: 'Dossier', detail, severity: 'information', isBusy: isStarting, action: 'none' };
  }
  const [first, ...others] = status.hosts;
  if (!first) {
    return {
      text: t('No program reads this file'),
      detail: 'Dossier',
      severity: 'information',
      isBusy: false,
      action: 'why',
    };
  }
  const reported = [first, ...others.filter((host) => host.role === 'owner')];
  const shown = reported.find(({ tone }) => tone === 'bad') ?? first;
  return {
    text: shown.label,
    detail: detailOf(shown, others.length),
    severity: severityOf(shown),
    isBusy: false,
    action: shown.tone === 'bad' ? 'why' : 'preview',
  };
}

type Host = StatusParams['hosts'][number];

/** The version is more important than the number of programs, and the box has no room for both. */
const detailOf = ({ hostVersion, versionBy }: Host, others: number): string =>
  versionBy !== null
    ? `${hostVersion} (${versionBy})`
    : others === 0
      ? ''
      : plural(others, '{0} more program', '{0} more programs');

function severityOf({ tone }: Host): StatusText['severity'] {
  if (tone === 'bad') return 'error';
  if (tone === 'unknown') return 'unknown';
  return tone === 'changed' ? 'warning' : 'information';
}

export interface BarText extends Pick<StatusText, 'text' | 'severity' | 'action'> {
  /** One for each program. */
  readonly lines: readonly string[];
}

/** Texts of the entry in the status bar: the same result, and those of all programs. Null where no program reads the document. */
export function barTextOf(state: ServerState, status: StatusParams | undefined): BarText | null {
  if (state === 'stopped' || !status || status.hosts.length === 0) return null;
  const { text, severity, action } = statusTextOf(state, status);
  const lines = status.hosts.map(({ label, headline }) => `${label} (${headline})`);
  return { text, severity, action, lines };
}
