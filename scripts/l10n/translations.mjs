// Checks one language against the English strings.

/** The parts that a translator must leave unchanged: placeholders, code, links to commands. */
const kept = (text) =>
  [
    ...(text.match(/\{\w+\}/g) ?? []),
    ...[...text.matchAll(/`[^`]+`|\(command:[^)]+\)/g)].map(([part]) => part),
  ].sort();

/** Whether there is anything to translate besides placeholders. */
const hasWords = (text) => /\p{L}/u.test(text.replaceAll(/\{\w+\}/g, ''));

/**
 * @param file the file that contains the translations
 * @param texts English strings by key
 * @param translations translations by the same keys
 * @param same English strings that are identical in this language
 * @returns `{ where, fault }` for each invalid translation, with `isMissing` where there is none
 */
export function translationFaults(file, texts, translations, same) {
  const faults = Object.entries(texts).flatMap(([key, text]) => {
    if (translations[key] === undefined)
      return [{ where: file, fault: `"${key}" is missing`, isMissing: true }];
    const fault = faultOf(text, translations[key], same.has(text));
    return fault === undefined ? [] : [{ where: file, fault: `"${key}" ${fault}` }];
  });
  const stale = Object.keys(translations).filter((key) => !Object.hasOwn(texts, key));
  const untranslated = Object.keys(texts).filter((key) => translations[key] === undefined);
  return [
    ...faults,
    ...stale.map((key) => {
      const now = mostLike(key, untranslated);
      const advice = now === undefined ? '' : `; read its translation again for "${now}"`;
      return { where: file, fault: `"${key}" is used nowhere${advice}` };
    }),
  ];
}

/** The text into which `text` was probably changed: at least half of their words are the same. */
function mostLike(text, others) {
  const wordsOf = (one) => new Set(one.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const words = wordsOf(text);
  const rated = others.map((other) => {
    const found = wordsOf(other);
    const shared = [...found].filter((word) => words.has(word)).length;
    return { other, share: (2 * shared) / Math.max(1, words.size + found.size) };
  });
  return rated.filter(({ share }) => share >= 0.5).sort((a, b) => b.share - a.share)[0]?.other;
}

/**
 * The texts of the manifest have keys that stay when a text changes, so the English text that was translated is stored.
 * @param texts English strings by key
 * @param read the same, when their translations were last read
 */
export const rereadFaults = (texts, read) =>
  Object.entries(texts)
    .filter(([key, text]) => read[key] !== text)
    .map(([key]) => ({
      where: 'package.nls.json',
      fault: `"${key}" has changed: read its translations again, then run node scripts/l10n.mjs --read`,
      isMissing: true,
    }));

function faultOf(text, translation, maySame) {
  if (translation.trim() === '') return 'is empty';
  if (translation === text) return maySame || !hasWords(text) ? undefined : 'is still English';
  const [wanted, found] = [kept(text).join(' '), kept(translation).join(' ')];
  return wanted === found
    ? undefined
    : `must hold ${wanted || 'nothing of code'}, not ${found || 'none'}`;
}

/** Strings that are declared identical but are not, or that no longer exist. */
export const sameFaults = (language, same, pairs) =>
  [...same]
    .filter(
      (text) => !pairs.some(([english, translation]) => english === text && translation === text),
    )
    .map((text) => ({
      where: 'l10n/languages.json',
      fault: `"${text}" is not the same in ${language}`,
    }));
