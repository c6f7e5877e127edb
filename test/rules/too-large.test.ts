// What an author sees of too-large where a text is not checked: the reason, and how to remove it.
import assert from 'node:assert/strict';
import { reportedBy } from '../support/reporting';

const texts: Readonly<Record<string, readonly [at: string, head: string, finding: string]>> = {
  'a second fence': [
    '.qoder/agents/a.md',
    '---\nname: a\ndescription: d\n',
    'Qoder CLI may read this frontmatter, but a line in it begins with "---", so it is not checked here. Remove the line.',
  ],
  'a key after a question mark': [
    '.gemini/agents/a.md',
    'name: a\n? description\n: d\n',
    'Gemini CLI may read this frontmatter, but it has a key after "?", so it is not checked here. Write the key without "?".',
  ],
  'a tag': [
    '.qwen/agents/a.md',
    'name: a\ndescription: !!binary aGk=\n',
    'Qwen Code may read this frontmatter, but it has a YAML tag or an anchor, so it is not checked here. Remove the tag or the anchor.',
  ],
  'YAML that one parser rejects': [
    '.gemini/agents/a.md',
    'name: a\ndescription: "d\n\tx"\nlist: [a,\n\tb]\n',
    'Gemini CLI may read this frontmatter, but YAML parsers differ on it, so it is not checked here. Simplify the frontmatter.',
  ],
};

describe('a text that is not checked', () => {
  for (const [what, [at, head, finding]] of Object.entries(texts))
    it(`is reported with the reason: ${what}`, () =>
      assert.deepEqual(
        reportedBy('too-large', { [at]: `---\n${head}---\nYou review.\n` }, '--program', 'all'),
        [`warning ${finding}`],
      ));
});
