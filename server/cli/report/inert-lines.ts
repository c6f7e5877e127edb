// The log of a workflow runs commands that it finds in the output of a program: `::name::` at the start of a line, `##[name]` or
// `##vso[name]` anywhere. A file or a name in a repository must not contain one.

/** The text with an invisible space before such colons and brackets. */
export const inertLines = (text: string): string =>
  inertNames(text.includes('::') ? text.replaceAll(/^[ \t]*(?=::)/gm, '$&\u200b') : text);

/** The same for a part of a line that is not its start. */
export const inertNames = (text: string): string =>
  text.includes('##') ? text.replaceAll(/##\w{0,20}(?=\[)/g, '$&\u200b') : text;
