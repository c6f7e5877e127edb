// Templates of one agent, which reviews changes: a test writes only the lines of its frontmatter that matter to it.
import { dedent } from './marked-text';

/** An agent of a host that takes the name from the file. `diagnosing` and `fixing` read the marks in these lines. */
export const reviewer = (lines: string, prompt = 'You review.'): string =>
  `---\ndescription: Reviews changes.\n${linesOf(lines)}\n---\n${prompt}`;

/** The same with a name, for a host that needs one; without a prompt. */
export const namedReviewer = (lines: string): string =>
  `---\nname: reviewer\ndescription: Reviews changes.\n${linesOf(lines)}\n---\n`;

/** Without the common indentation and the line breaks around them. */
const linesOf = (lines: string): string => dedent(lines).replace(/\n+$/, '');
