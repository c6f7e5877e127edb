// Validates names of new agents. The rules are stricter than those of any host, so that a name is valid in all of them.
import { t } from '../l10n';

const maxLength = 64;

/** Example of a valid name. */
export const exampleName = 'code-reviewer';

/** A message about the problem with a name; undefined if the name is valid. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return t('Enter a name. It is also used as the file name.');
  if (name !== name.trim()) return t('Remove the spaces before and after the name.');
  if (/\s/.test(name)) return t('Use hyphens instead of spaces: {0}.', hyphenated(name));
  if (/[A-Z]/.test(name)) return t('Use lowercase letters: {0}.', name.toLowerCase());
  if (!/^[a-z0-9]/.test(name)) return t('Start with a letter or a digit.');
  if (!/^[a-z0-9-]+$/.test(name)) return t('Use only letters, digits and hyphens.');
  if (name.length > maxLength) return t('Use at most {0} characters.', maxLength);
  return undefined;
}

/** The suggested spelling. */
const hyphenated = (name: string): string => name.toLowerCase().replaceAll(/\s+/g, '-');

/** Inserts the name into the path or content of a skeleton, for `{name}` and for the tab stop of a snippet that asks for it. */
export function withName(text: string, name: string): string {
  return text.replaceAll('{name}', name).replace(/\$\{\d+:name\}/g, name);
}
