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
  return [...faults, ...stale.map((key) => ({ where: file, fault: `"${key}" is used nowhere` }))];
}

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
