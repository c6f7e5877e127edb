// Terminal colors, used only if the output supports them.

export type Paint = (text: string, color: Color) => string;
export type Color = keyof typeof codes;

const codes = {
  error: '1;31',
  warning: '1;33',
  information: '1;36',
  hint: '1',
  good: '32',
  quiet: '90',
  strong: '1',
} as const;

/** Returns functions that color a string, or that return it unchanged if colors are disabled. */
export const painter = (color: boolean): Paint =>
  color ? (text, name) => `\u001b[${codes[name]}m${text}\u001b[0m` : (text) => text;

/**
 * Environment variables take precedence over terminal detection. See https://no-color.org and https://force-color.org.
 */
export function wantsColor(
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  const { NO_COLOR: no = '', FORCE_COLOR: force, TERM: term } = env;
  if (no !== '') return false;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && term !== 'dumb';
}
