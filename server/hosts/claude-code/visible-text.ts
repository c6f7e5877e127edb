// What Claude Code replaces in the text of its list of skills: characters that a reader of the list would not see.

const letter = '(?!\\p{Script=Latin})[\\p{L}\\p{M}]';
const pictograph = '[\\p{Extended_Pictographic}\\p{Emoji_Modifier}]';

/** Invisible characters that stay, because the shape of a visible one depends on them: in emoji, and between letters that join. */
const shaping = [
  `(?<=${pictograph})\\ufe0f`,
  '\\ufe0f(?=\\u20e3)',
  `(?<=${pictograph}\\ufe0f?)\\u200d(?=${pictograph})`,
  `(?<=${letter})[\\u200c\\u200d](?=${letter})`,
].join('|');

const invisible = '[\\p{C}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800]';

const hidden = new RegExp(`(?:(?!${shaping})${invisible})+`, 'gu');

/** The text on one line: each run of line breaks, tabs and invisible characters becomes a space. */
export const visibleText = (text: string): string => text.replaceAll(hidden, ' ');
