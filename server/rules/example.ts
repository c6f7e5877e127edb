import type { Example } from './rule';

/** A file at `path` with this frontmatter. */
export const example = (path: string, head: string, body = 'You review code.'): Example => ({
  path,
  text: `---\n${head.trim()}\n---\n\n${body}\n`,
});

/** A file at `path` with exactly this text. */
export const exactly = (path: string, text: string): Example => ({ path, text });
