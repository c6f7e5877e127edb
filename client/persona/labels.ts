// Labels for dates, severities and outcomes in the preview.
import type { CardFinding, HostCard } from '../../server/protocol/protocol';
import { currentLocalization, t } from '../l10n';

/** Cache of formatted dates, because each rendering formats the same few dates. */
const dates = new Map<string, string>();

/** Formats an ISO date in the current language: `20 Nov 2026` in English. Other strings are returned unchanged. */
export function formattedDate(iso: string): string {
  const { language } = currentLocalization();
  const key = `${language} ${iso}`;
  const formatted = dates.get(key) ?? dateIn(language, iso);
  dates.set(key, formatted);
  return formatted;
}

function dateIn(language: string, iso: string): string {
  const [date, year, , day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
  const parsed = new Date(date ?? '');
  if (Number.isNaN(parsed.getTime())) return iso;
  const formatted = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(parsed);
  // English date formats differ between countries, so use one that is unambiguous.
  return language === 'en'
    ? `${Number(day)} ${formatted({ month: 'short' })} ${year}`
    : formatted({ dateStyle: 'medium' });
}

const outcomes: Readonly<Record<string, () => string>> = {
  loads: () => t('loads'),
  'loads-changed': () => t('loads, changed'),
  ignored: () => t('ignored'),
  refused: () => t('rejected'),
  'stops-host': () => t('will not start'),
  'cannot-start': () => t('cannot start'),
  'not-read': () => t('not read'),
  unknown: () => t('unknown'),
};

/**
 * A short label for an outcome, for a tab. A file with an error that loads does not load as it was meant, and an agent of a file
 * that loads may be unable to start.
 */
export function outcomeLabel({ outcome, tone }: Pick<HostCard, 'outcome' | 'tone'>): string {
  const hasAgent = outcome === 'loads' || outcome === 'loads-changed';
  const word = hasAgent && tone === 'bad' ? 'cannot-start' : outcome;
  return outcomes[word === 'loads' && tone === 'changed' ? 'loads-changed' : word]?.() ?? word;
}

const severities: Readonly<Record<CardFinding['severity'], () => string>> = {
  error: () => t('error'),
  warning: () => t('warning'),
  information: () => t('information'),
  hint: () => t('hint'),
};

export const severityLabel = (severity: CardFinding['severity']): string => severities[severity]();

/** The headline with the host name, unless it already starts with it. */
export function headlineOf({ hostName, headline }: { hostName: string; headline: string }): string {
  return headline.startsWith(`${hostName} `) ? headline : `${hostName}: ${headline}`;
}

/** One or two initials of a name: `BE` for `backend-engineer`. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? '');
  return letters.join('').toUpperCase() || '?';
}
