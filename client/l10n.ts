// Localization of the user interface. The code contains the English strings, which are also the keys of the translations.
// The extension uses the bundle that VS Code has loaded, a webview the one in its HTML (`webview/l10n.ts`),
// and tests use English. `scripts/l10n.mjs` reports missing translations and strings that are not passed to `t`.

export interface Localization {
  /** A BCP 47 language tag, as in `<html lang>`. */
  readonly language: string;
  /** Translations by English string. */
  readonly bundle: Readonly<Record<string, string>>;
}

const english: Localization = { language: 'en', bundle: {} };
let current = english;
// Created on first use, because they are expensive to construct.
let numbers: Intl.NumberFormat | undefined;
let plurals: Intl.PluralRules | undefined;

/** Sets the language. Call it before any string is requested; undefined resets it to English. */
export function setLocalization(localization: Localization | undefined): void {
  current = localization ?? english;
  numbers = undefined;
  plurals = undefined;
}

export const currentLocalization = (): Localization => current;

/**
 * The translation of a string, with `{0}`, `{1}`... replaced by the arguments. `text` must be a literal, so that
 * `scripts/l10n.mjs` finds it.
 */
export function t(text: string, ...args: readonly (string | number)[]): string {
  const translation = current.bundle[text] ?? text;
  return args.length === 0
    ? translation
    : translation.replace(/\{(\d)\}/g, (match, n: string) => String(args[Number(n)] ?? match));
}

/** The translation of `one` or `many`, depending on the count. `{0}` is the formatted count. */
export function plural(
  count: number,
  one: string,
  many: string,
  ...args: readonly (string | number)[]
): string {
  plurals ??= new Intl.PluralRules(current.language);
  return t(plurals.select(count) === 'one' ? one : many, formattedNumber(count), ...args);
}

/** A formatted integer: `1,730` for `1730`. */
export function formattedNumber(count: number): string {
  numbers ??= new Intl.NumberFormat(current.language);
  return numbers.format(Math.round(count));
}
