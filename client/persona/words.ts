// How dates, numbers and fates read in the preview.

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-20` as `20 Nov 2026`; what is not such a date stays as it is. */
export function dateWords(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
  const name = months[Number(month) - 1];
  return year && day && name ? `${Number(day)} ${name} ${year}` : iso;
}

/** `1730` as `1,730`. */
export function numberWords(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 thing`, `2 things`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numberWords(count)} ${count === 1 ? one : many}`;
}

const fates: Readonly<Record<string, string>> = {
  loads: 'loads',
  'loads-changed': 'loads, changed',
  ignored: 'ignored',
  refused: 'refused',
  'stops-host': 'will not start',
  'not-read': 'not read',
  unknown: 'not known',
};

/** A fate in two or three words, for a tab. */
export function fateWords(fate: string): string {
  return fates[fate] ?? fate;
}

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
