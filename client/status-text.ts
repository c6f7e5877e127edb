// Texts of the language status item.
import type { StatusParams } from '../server/protocol';
import { t } from './l10n';
import { headlineOf } from './persona/labels';
import type { ServerState } from './server';

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly isBusy: boolean;
  readonly action: 'preview' | 'why' | 'restart' | 'none';
}

/** Texts for a document: the state of the server if it is not ready, otherwise the verdicts of the hosts that own the location. */
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
  const owners = status.hosts.filter((host) => host.role === 'owner');
  const reported = owners.length > 0 ? owners : status.hosts;
  if (reported.length === 0) {
    return {
      text: t('No host reads this file'),
      detail: 'Dossier',
      severity: 'information',
      isBusy: false,
      action: 'why',
    };
  }
  return {
    text: reported.map(headlineOf).join(' '),
    detail: t(
      'as of {0} ({1})',
      oldest(reported.map((host) => host.verified)),
      reported.map(versionOf).join(', '),
    ),
    severity: severityOf(reported),
    isBusy: false,
    action: reported.some(({ tone }) => tone === 'bad') ? 'why' : 'preview',
  };
}

type Host = StatusParams['hosts'][number];

function versionOf(host: Host): string {
  return `${host.hostName} ${host.hostVersion}`;
}

// The oldest date applies, because the texts combine all hosts.
function oldest(dates: readonly string[]): string {
  return [...dates].sort()[0] ?? '';
}

function severityOf(hosts: readonly Host[]): StatusText['severity'] {
  if (hosts.some((host) => host.tone === 'bad')) return 'error';
  if (hosts.some((host) => host.tone === 'changed')) return 'warning';
  return 'information';
}
