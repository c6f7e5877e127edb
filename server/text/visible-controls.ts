// Replaces characters that a terminal, a log or a line of text would obey instead of showing.

/** Control characters, separators of lines, bidirectional controls and lone surrogates. */
const obeyed = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u;
const everyObeyed = new RegExp(obeyed, 'gu');
/** Tabs and line ends are ordinary content of a file. */
const everyObeyedInLines = new RegExp(`(?!\\t|\\r?\\n)${obeyed.source}`, 'gu');

/** The text with the visible symbol of each control character, such as `␛`, and `�` for those that have no symbol. */
export const visibleControls = (text: string): string =>
  obeyed.test(text) ? text.replaceAll(everyObeyed, symbolOf) : text;

/** The same for a string of several lines, whose tabs and line ends are kept. */
export const visibleControlsInLines = (text: string): string =>
  obeyed.test(text) ? text.replaceAll(everyObeyedInLines, symbolOf) : text;

function symbolOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 32) return String.fromCharCode(0x2400 + code);
  return code === 127 ? '\u2421' : '\ufffd';
}
