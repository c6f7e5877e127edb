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
 * @param told translations by the same keys
 * @param same English strings that are identical in this language
 */
export function translationFaults(file, texts, told, same) {
  const faults = Object.entries(texts).flatMap(([key, text]) => {
    const fault = faultOf(text, told[key], same.has(text));
    return fault === undefined ? [] : [{ where: file, fault: `"${key}" ${fault}` }];
  });
  const stale = Object.keys(told).filter((key) => !Object.hasOwn(texts, key));
  return [...faults, ...stale.map((key) => ({ where: file, fault: `"${key}" is said nowhere` }))];
}

function faultOf(text, told, maySame) {
  if (told === undefined) return 'is missing';
  if (told.trim() === '') return 'is empty';
  if (told === text) return maySame || !hasWords(text) ? undefined : 'is still English';
  const [wanted, found] = [kept(text).join(' '), kept(told).join(' ')];
  return wanted === found
    ? undefined
    : `must hold ${wanted || 'nothing of code'}, not ${found || 'none'}`;
}

/** Strings that are declared identical but are not, or that no longer exist. */
export const sameFaults = (language, same, pairs) =>
  [...same]
    .filter((text) => !pairs.some(([english, told]) => english === text && told === text))
    .map((text) => ({
      where: 'l10n/languages.json',
      fault: `"${text}" is not the same in ${language}`,
    }));
