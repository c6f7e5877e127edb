// Colours that OpenCode accepts: seven words of its theme, or six hexadecimal digits.
import type { Choice, Type } from '../type';
import { seen } from './evidence';

/** The looks are those of the default theme on a dark ground; another theme shows its own. */
const themeWord = (value: string, means: string, hex: string): Choice => ({
  value,
  means,
  hex,
  evidence: seen,
});

export const colors: readonly Choice[] = [
  themeWord('primary', "The theme's first colour.", '#fab283'),
  themeWord('secondary', "The theme's second colour.", '#5c9cf5'),
  themeWord('accent', "The theme's accent.", '#9d7cd8'),
  themeWord('success', 'As successes are shown.', '#7fd88f'),
  themeWord('warning', 'As warnings are shown.', '#f5a742'),
  themeWord('error', 'As errors are shown.', '#e06c75'),
  themeWord('info', 'As notes are shown.', '#56b6c2'),
];

export const colorType: Type = {
  type: 'one-of',
  choices: colors,
  pattern: {
    matches: /^#[0-9a-fA-F]{6}$/,
    description: 'a quoted "#RRGGBB"',
    example: '"#5c9cf5"',
  },
};
