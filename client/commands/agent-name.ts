// What may be an agent's name in a new file. Narrower than what the hosts take, so that one name serves in all of them.
import { t } from '../words';

const longest = 64;

/** What a good name looks like. */
export const exampleName = 'code-reviewer';

/** What is wrong with a name, in plain words; undefined where nothing is. */
export function nameFlaw(name: string): string | undefined {
  if (name === '') return t('Enter a name. It is also used as the file name.');
  if (name !== name.trim()) return t('Remove the spaces before and after the name.');
  if (/\s/.test(name)) return t('Use hyphens instead of spaces: {0}.', hyphened(name));
  if (/[A-Z]/.test(name)) return t('Use lowercase letters: {0}.', name.toLowerCase());
  if (!/^[a-z0-9]/.test(name)) return t('Start with a letter or a digit.');
  if (!/^[a-z0-9-]+$/.test(name)) return t('Use only letters, digits and hyphens.');
  if (name.length > longest) return t('Use at most {0} characters.', longest);
  return undefined;
}

/** What the author most likely means. */
const hyphened = (name: string): string => name.toLowerCase().replaceAll(/\s+/g, '-');

/** A skeleton's path or text with the name put in: for `{name}`, and for a snippet's stop that asks for it. */
export function withName(text: string, name: string): string {
  return text.replaceAll('{name}', name).replace(/\$\{\d+:name\}/g, name);
}
