// What a new agent file contains, for hosts that read Markdown with a frontmatter.

/**
 * The content of a new file as a snippet: the lines of the frontmatter and, with the next tab stop, the beginning of the prompt.
 * @param lines of the frontmatter, with the tab stops `$1`, `$2`...
 */
export const markdownSkeleton = (...lines: readonly string[]): string =>
  skeletonWith('You are', lines);

/** The same for a skill or command. */
export const skillSkeleton = (...lines: readonly string[]): string =>
  skeletonWith('Describe what to do', lines);

function skeletonWith(begin: string, lines: readonly string[]): string {
  const stops = [...lines.join('\n').matchAll(/\$\{(\d+)/g)].map(([, stop]) => Number(stop));
  const last = Math.max(0, ...stops) + 1;
  return ['---', ...lines, '---', '', `\${${last}:${begin}}$0`, ''].join('\n');
}

/** For a skill or command with a name and a description. */
export const namedSkillSkeleton = (): string =>
  skillSkeleton('name: ${1:name}', 'description: ${2:Use when}');

/** The same for an agent with a name and a description. @param lines that follow them; their tab stops begin with `$3`. */
export const namedSkeleton = (...lines: readonly string[]): string =>
  markdownSkeleton('name: ${1:name}', 'description: ${2:Use it when}', ...lines);
