// JSON that a terminal or a log shows as it is.

/** Characters that JSON permits in strings but a terminal obeys. */
const control = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
/** Brackets that begin a command in the log of a workflow. */
const commandBracket = /(?<=##\w{0,20})\[/g;

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** `JSON.stringify`, with an escape for every character that a terminal obeys. @param indent default: everything on one line. */
export function jsonText(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent).replaceAll(control, escaped);
  // The second expression looks back from every bracket, of which JSON has many.
  return text.includes('##') ? text.replaceAll(commandBracket, escaped) : text;
}
