// Colors that OpenCode accepts: seven theme colors, or six hexadecimal digits.
import type { Choice, Type } from '../model/type';

/** The hex values are those of the default theme on a dark background; other themes have their own. */
const themeColor = (value: string, means: string, hex: string): Choice => ({
  value,
  means,
  hex,
});

export const colors: readonly Choice[] = [
  themeColor('primary', 'The primary color of the theme.', '#fab283'),
  themeColor('secondary', 'The secondary color of the theme.', '#5c9cf5'),
  themeColor('accent', 'The accent color of the theme.', '#9d7cd8'),
  themeColor('success', 'The color for success.', '#7fd88f'),
  themeColor('warning', 'The color for warnings.', '#f5a742'),
  themeColor('error', 'The color for errors.', '#e06c75'),
  themeColor('info', 'The color for information.', '#56b6c2'),
];

export const colorType: Type = {
  type: 'one-of',
  choices: colors,
  pattern: {
    matches: /^#[0-9a-fA-F]{6}$/,
    description: 'a hex color in quotes ("#RRGGBB")',
    example: '"#5c9cf5"',
  },
};
