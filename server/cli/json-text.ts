// JSON that a terminal or a log shows as it is.

/** Characters that JSON permits in strings but a terminal obeys, and brackets that begin a command in the log of a workflow. */
const obeyed = /(?<=##\w{0,20})\[|[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** `JSON.stringify`, with an escape for every character that a terminal obeys. @param indent default: everything on one line. */
export const jsonText = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replaceAll(
    obeyed,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
