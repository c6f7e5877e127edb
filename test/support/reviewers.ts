// Templates of an agent that reviews changes: a test writes only the frontmatter lines that it depends on.
import { dedent } from './marked-text';

/** An agent of a host that uses the file name as the name. `diagnosing` and `fixing` read the markers in these lines. */
export const reviewer = (lines: string, prompt = 'You review.'): string =>
  `---\ndescription: Reviews changes.\n${linesOf(lines)}\n---\n${prompt}`;

/** The same with a name, for a host that requires one, and without a prompt. */
export const namedReviewer = (lines: string): string =>
  `---\nname: reviewer\ndescription: Reviews changes.\n${linesOf(lines)}\n---\n`;

/** Removes the common indentation and the surrounding line breaks. */
const linesOf = (lines: string): string => dedent(lines).replace(/\n+$/, '');
