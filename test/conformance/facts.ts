// Facts that are compared: the outcome of a text in a few words, in the same form for the answer of a program and for ours.

/** By name: `agent: yes`, `tools: Bash, Read`. Only facts that the program reports are compared. */
export type Facts = Readonly<Record<string, string>>;

/** Only in our answer: the verdict is unknown, with the reason. */
export const notPredicted = (why: string): string => `${mark}${why}`;

const mark = '? ';
const isOpen = (fact: string | undefined): boolean => fact?.startsWith(mark) ?? false;

/** A text as a fact: quoted where it could be mistaken for a word of ours, or holds what one cannot see. */
export function quoted(text: string | null | undefined): string {
  if (text === null || text === undefined) return '(none)';
  if (/^[^\s"(?](?:[^\p{C}\p{Zl}\p{Zp}]*[^\s\p{C}])?$/u.test(text)) return text;
  return JSON.stringify(text).replaceAll(/[^\P{C}]|[\p{Zl}\p{Zp}]/gu, (sign) =>
    [...Array(sign.length).keys()].map((at) => unit(sign.charCodeAt(at))).join(''),
  );
}

const unit = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;

/** Names as a set: sorted, none twice. */
export const names = (list: Iterable<string>): string => listed([...new Set(list)].sort());

/** Names in their order. */
export const listed = (list: readonly string[]): string =>
  list.length === 0
    ? '(none)'
    : list.map((one) => (/[,\s"]/.test(one) ? JSON.stringify(one) : one)).join(', ');

export const yesNo = (yes: boolean): string => (yes ? 'yes' : 'no');

/** The facts that have a value. */
export const facts = (all: Readonly<Record<string, string | undefined>>): Facts =>
  Object.fromEntries(
    Object.entries(all).filter((one): one is [string, string] => one[1] !== undefined),
  );

export interface Difference {
  readonly fact: string;
  readonly there: string;
  readonly here: string;
}

/** The differences in the facts that the program reports. */
export const differences = (there: Facts, here: Facts): Difference[] =>
  isOpen(here['agent'] ?? here['skill'] ?? here['command'] ?? here['settings'] ?? here['servers'])
    ? []
    : Object.entries(there)
        .map(([fact, said]) => ({ fact, there: said, here: here[fact] ?? '(none)' }))
        .filter((one) => one.there !== one.here && !isOpen(one.here));

/** Why the verdict leaves a fact open that the program reports; null where it does not. */
export function openFor(there: Facts, here: Facts): string | null {
  const fact = Object.keys(there).find((one) => isOpen(here[one]));
  return fact === undefined ? null : (here[fact]?.slice(mark.length) ?? null);
}

export const inWords = ({ fact, there, here }: Difference): string =>
  `${fact}: ${shortened(there)} there, ${shortened(here)} here`;

const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 299)}…` : text);
