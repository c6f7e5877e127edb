/** Whether a document has no content yet that a program could read: nothing, or the first hyphens of a frontmatter. */
export const isUnwritten = (text: string): boolean => /^\uFEFF?-{0,2}\s*$/.test(text);
