// The configurations on the page docs/editors.md, which the tests run in the editors as they are there.
import { readFileSync } from 'node:fs';

const page = readFileSync('docs/editors.md', 'utf8');

/** Returns the blocks of code under the heading of an editor, in order. */
export function configurationsOf(heading: string): readonly string[] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const own = section.split('\n## ')[0] ?? '';
  return [...own.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
}
