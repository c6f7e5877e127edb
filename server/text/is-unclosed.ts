/** Whether a parenthesis opens after the last one that closes. */
export const isUnclosed = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')');
