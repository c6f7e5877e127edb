// The words that a person reads. They stand in the code in English, and are told in the language of the editor where there
// is a translation: the extension takes the bundle that VS Code has loaded (`language.ts`), a page the one in its own HTML
// (`page-language.ts`), tests have none. `scripts/l10n.mjs` finds what is missing in a language, and words that go past here.

export interface Speech {
  /** As in `<html lang>`. */
  readonly language: string;
  /** By the English text. */
  readonly bundle: Readonly<Record<string, string>>;
}

const english: Speech = { language: 'en', bundle: {} };
let spoken = english;
// Made when first wanted: they cost more than all else here.
let numbers: Intl.NumberFormat | undefined;
let plurals: Intl.PluralRules | undefined;

/** Before anything is said; undefined for English. */
export function speak(speech: Speech | undefined): void {
  spoken = speech ?? english;
  numbers = undefined;
  plurals = undefined;
}

export const speech = (): Speech => spoken;

/** A text, which is its own key; `{0}` stands for the first of what is filled in. Only for literals: they are looked for. */
export function t(text: string, ...filled: readonly (string | number)[]): string {
  const told = spoken.bundle[text] ?? text;
  return filled.length === 0
    ? told
    : told.replace(/\{(\d)\}/g, (whole, n: string) => String(filled[Number(n)] ?? whole));
}

/** `1 thing`, `2 things`: both are whole texts, and `{0}` in them is the count. */
export function plural(
  count: number,
  one: string,
  many: string,
  ...more: readonly (string | number)[]
): string {
  plurals ??= new Intl.PluralRules(spoken.language);
  return t(plurals.select(count) === 'one' ? one : many, numberWords(count), ...more);
}

/** `1730` as `1,730`. */
export function numberWords(count: number): string {
  numbers ??= new Intl.NumberFormat(spoken.language);
  return numbers.format(Math.round(count));
}
