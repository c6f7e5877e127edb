// Paths in calls of tools.

/** Whether a path leads to something in the project. Callers resolve `.`, `..` and empty parts. */
export const isInProject = (path: string): boolean =>
  !/^~|^[a-z]:|\\|(?:^|\/)\.{0,2}(?:\/|$)/i.test(path);
