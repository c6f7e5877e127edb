import type { Example } from './rule';

/** A file at `path` with this frontmatter, and other files of the same workspace. */
export const example = (
  path: string,
  head: string,
  body = 'You review code.',
  ...companions: readonly Example[]
): Example => ({
  path,
  text: `---\n${head.trim()}\n---\n\n${body}\n`,
  ...(companions.length > 0 && { companions }),
});

/** A file at `path` with exactly this text. */
export const exactly = (path: string, text: string): Example => ({ path, text });
