/** The text up to the first occurrence of a character; the whole text without one. */
export function before(text: string, character: string): string {
  const at = text.indexOf(character);
  return at < 0 ? text : text.slice(0, at);
}
