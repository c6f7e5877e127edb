// What the status item says of a document. Pure: status in, words out.
import type { StatusParams } from '../server/protocol';
import { headlineOf } from './persona/words';
import type { ServerState } from './server-state';
import { t } from './words';

export interface StatusWords {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly busy: boolean;
  readonly action: 'preview' | 'why' | 'restart' | 'none';
}

/** The words for a document: the server's own state first, then what the owners of the place make of the file. */
export function statusWords(state: ServerState, status: StatusParams | undefined): StatusWords {
  if (state === 'stopped') {
    return {
      text: t('Dossier has stopped'),
      detail: t('See the output for details'),
      severity: 'error',
      busy: false,
      action: 'restart',
    };
  }
  if (!status) {
    const starting = state === 'starting';
    const detail = starting ? t('Starting') : t('Running');
    return { text: 'Dossier', detail, severity: 'information', busy: starting, action: 'none' };
  }
  const owners = status.hosts.filter((host) => host.role === 'owner');
  const told = owners.length > 0 ? owners : status.hosts;
  if (told.length === 0) {
    return {
      text: t('No host reads this file'),
      detail: 'Dossier',
      severity: 'information',
      busy: false,
      action: 'why',
    };
  }
  return {
    text: told.map(headlineOf).join(' '),
    detail: t(
      'as of {0} ({1})',
      oldest(told.map((host) => host.verified)),
      told.map(versionOf).join(', '),
    ),
    severity: severityOf(told),
    busy: false,
    action: told.some(({ tone }) => tone === 'bad') ? 'why' : 'preview',
  };
}

type Host = StatusParams['hosts'][number];

function versionOf(host: Host): string {
  return `${host.hostName} ${host.hostVersion}`;
}

// Knowledge is as old as its oldest part.
function oldest(dates: readonly string[]): string {
  return [...dates].sort()[0] ?? '';
}

function severityOf(hosts: readonly Host[]): StatusWords['severity'] {
  if (hosts.some((host) => host.tone === 'bad')) return 'error';
  if (hosts.some((host) => host.tone === 'changed')) return 'warning';
  return 'information';
}
