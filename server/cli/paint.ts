// Colours of a terminal, where there is one that wants them.

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

/** Paints, or leaves everything as it is. */
export const painter = (color: boolean): Paint =>
  color ? (text, name) => `\u001b[${codes[name]}m${text}\u001b[0m` : (text) => text;

/** What the environment asks for goes before what the terminal is: no-color.org, force-color.org. */
export function wantsColor(
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  const { NO_COLOR: no = '', FORCE_COLOR: force, TERM: term } = env;
  if (no !== '') return false;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && term !== 'dumb';
}
