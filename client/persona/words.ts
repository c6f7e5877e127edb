// How dates, severities and fates read in the preview.
import type { CardFinding } from '../../server/protocol';
import { speech, t } from '../words';

/** Of every date that was told: a page tells the same few at every key. */
const dates = new Map<string, string>();

/** `2026-11-20` as `20 Nov 2026`, or as the language writes it; what is not such a date stays as it is. */
export function dateWords(iso: string): string {
  const { language } = speech();
  const key = `${language} ${iso}`;
  const told = dates.get(key) ?? dateIn(language, iso);
  dates.set(key, told);
  return told;
}

function dateIn(language: string, iso: string): string {
  const [date, year, , day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
  const at = new Date(date ?? '');
  if (Number.isNaN(at.getTime())) return iso;
  const told = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(at);
  // English dates have one order in America and another elsewhere: so one that cannot be misread.
  return language === 'en'
    ? `${Number(day)} ${told({ month: 'short' })} ${year}`
    : told({ dateStyle: 'medium' });
}

const fates: Readonly<Record<string, () => string>> = {
  loads: () => t('loads'),
  'loads-changed': () => t('loads, changed'),
  ignored: () => t('ignored'),
  refused: () => t('refused'),
  'stops-host': () => t('will not start'),
  'not-read': () => t('not read'),
  unknown: () => t('unknown'),
};

/** A fate in two or three words, for a tab. */
export const fateWords = (fate: string): string => fates[fate]?.() ?? fate;

const severities: Readonly<Record<CardFinding['severity'], () => string>> = {
  error: () => t('error'),
  warning: () => t('warning'),
  information: () => t('information'),
  hint: () => t('hint'),
};

export const severityWords = (severity: CardFinding['severity']): string => severities[severity]();

/** A host's headline under its name, which is not said twice: some headlines begin with it. */
export function headlineOf({ hostName, headline }: { hostName: string; headline: string }): string {
  return headline.startsWith(`${hostName} `) ? headline : `${hostName}: ${headline}`;
}

/** One or two letters that stand for a name: `backend-engineer` as `BE`. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? '');
  return letters.join('').toUpperCase() || '?';
}
