// Changes at any position of the first kilobytes: an additional character, a missing one, invisible ones.
import type { Mutation } from '../mutate';

const characters = [
  ',',
  '[',
  ']',
  '{',
  '}',
  '&',
  '*',
  '!',
  '|',
  '>',
  "'",
  '"',
  '%',
  '@',
  '`',
  '#',
  ' #',
  ': ',
  ':',
  '- ',
  '-',
  '? ',
  '?',
  '\t',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\\',
  '\\n',
  '\\u0041',
  '---',
  '...',
  '~',
  '<<',
  '=',
  '\u00a0',
  '\u200b',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\u0007',
  '\u0000',
  'é',
  '日本',
  '🤖',
  '\ud83d\ude00',
  '\n\n',
  '\n  ',
  "''",
  '""',
  '${x}',
  '{{x}}',
  '<b>',
  '&amp;',
  '|-',
  '>+',
  '0x1F',
  '1e3',
  '.inf',
  '\u007f',
  '\ufffe',
  '\u{1F468}\u200D\u{1F469}',
];

const reach = 900;

export const anywhere: readonly Mutation[] = [
  (text, dice) => {
    const at = dice.upTo(Math.min(text.length, reach));
    return text.slice(0, at) + dice.of(characters) + text.slice(at);
  },
  (text, dice) => {
    const at = dice.upTo(Math.min(text.length, reach));
    return text.slice(0, at) + text.slice(at + 1 + dice.upTo(3));
  },
  (text, dice) => {
    const [a, b] = [
      dice.upTo(Math.min(text.length, reach)),
      dice.upTo(Math.min(text.length, reach)),
    ];
    return text.slice(0, a) + (text[b] ?? '') + text.slice(a + 1);
  },
  (text, dice) => text.replace(/["']/, () => dice.of(['', '"', "'", '\\"', '""', '`', '“'])),
];
