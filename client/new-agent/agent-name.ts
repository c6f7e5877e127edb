// Names of new agents, and their place in a new file. The rules are stricter than those of any host, so that a name is valid in all of them.
import { t } from '../l10n';

const maxLength = 64;

/** Example of a valid name. */
export const exampleName = 'code-reviewer';

/** A message about the problem with a name, with a valid one where possible; undefined if the name is valid. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return t('Enter a name. It is also used as the file name.');
  const suggestion = validName(name);
  if (suggestion === name) return undefined;
  if (suggestion === '') return t('Use only letters, digits and hyphens.');
  if (name !== name.trim()) return t('Remove the spaces before and after the name.');
  if (/\s/.test(name)) return t('Use hyphens instead of spaces: {0}.', suggestion);
  if (/[A-Z]/.test(name)) return t('Use lowercase letters: {0}.', suggestion);
  if (!/^[a-z0-9]/.test(name)) return t('Start with a letter or a digit: {0}.', suggestion);
  if (!/^[a-z0-9-]+$/.test(name))
    return t('Use only letters, digits and hyphens: {0}.', suggestion);
  if (name.length > maxLength) return t('Use at most {0} characters: {1}.', maxLength, suggestion);
  return name.endsWith('-') ? t('End with a letter or a digit: {0}.', suggestion) : undefined;
}

/** The valid name that is most similar to a string; empty if the string has no letter or digit of a name. */
export const validName = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, maxLength)
    .replace(/(?<!-)-+$/, '');

/** Inserts the name into the path or content of a skeleton, for `{name}` and for the tab stop of a snippet that asks for it. */
export function withName(text: string, name: string): string {
  return text.replaceAll('{name}', name).replace(/\$\{\d+:name\}/g, name);
}

/** The number of the first line of the prompt, from 0: with text after the frontmatter, or after three quotes in TOML. */
export function promptLine(text: string): number {
  const lines = text.split('\n');
  const quotes = lines.findIndex((line) => /^\w+ = (?:"""|''')$/.test(line));
  if (quotes >= 0) return Math.min(quotes + 1, lines.length - 1);
  const start = lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
  const first = lines.findIndex((line, n) => n >= start && line.trim() !== '');
  return first < 0 ? lines.length - 1 : first;
}
