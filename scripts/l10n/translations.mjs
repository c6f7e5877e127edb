// One language against the English texts.
import { placesIn } from './said.mjs';

/** What a translator must leave as it is: places, code, links to commands. */
const kept = (text) =>
  [
    ...placesIn(text).map((n) => `{${n}}`),
    ...[...text.matchAll(/`[^`]+`|\(command:[^)]+\)/g)].map(([part]) => part),
  ].sort();

/**
 * @param file what holds them
 * @param texts English texts by their keys
 * @param told translations by the same keys
 * @param same English texts that are the same in this language
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
  if (told === text) return maySame ? undefined : 'is still English';
  const [wanted, found] = [kept(text).join(' '), kept(told).join(' ')];
  return wanted === found
    ? undefined
    : `must hold ${wanted || 'nothing of code'}, not ${found || 'none'}`;
}

/** Words that are said to be the same and are not, or are not there any more. */
export const sameFaults = (language, same, pairs) =>
  [...same]
    .filter((text) => !pairs.some(([english, told]) => english === text && told === text))
    .map((text) => ({
      where: 'l10n/languages.json',
      fault: `"${text}" is not the same in ${language}`,
    }));
