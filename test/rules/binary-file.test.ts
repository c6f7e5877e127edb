// What an author sees of binary-file. Its examples are tested by test/rules/examples.test.ts.
import { diagnosing } from '../support/diagnosing';

const at = '.cursor/agents/reviewer.md';
const head = '---\nname: reviewer\ndescription: Reviews.\n---\n';

describe('binary-file', () => {
  it('underlines a NUL and names the program', () =>
    diagnosing(
      `${head}You review\0.\n          ^ error binary-file: The file contains a control character (U+0000). Cursor treats the file as binary and silently does not load the agent. Remove it.\n`,
      { at },
    ));

  it('reports nothing after the part that the program examines', () =>
    diagnosing(`${head}${'é'.repeat(2048)}\0\n`, { at }));

  it('reports nothing to programs that load the file', () =>
    diagnosing(`${head}You review\0.\n`, { at: '.claude/agents/reviewer.md' }));
});
