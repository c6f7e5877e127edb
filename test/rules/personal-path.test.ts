// What an author sees of personal-path. Its examples are tested by test/rules/examples.test.ts.
import assert from 'node:assert/strict';
import { diagnosing } from '../support/diagnosing';
import { running } from '../support/running';

const head = '---\nname: reviewer\ndescription: Reviews.\n---\n';
const at = '.claude/agents/reviewer.md';

describe('personal-path', () => {
  it('underlines the home folder, once for each person', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews.
      ---
      Read /Users/adal/notes/a.md, then /Users/adal/notes/b.md.
           ^^^^^^^^^^^ warning personal-path: exists for one person only
      Write to \`/home/grace.h/out/\`.
                ^^^^^^^^^^^^^ warning personal-path: exists for one person only
      `,
      { at },
    ));

  for (const [what, line] of [
    ['an account in a container', 'The cache is in /home/node/.cache and /home/runner/work.'],
    ['a name that stands for anyone', 'Look in /Users/username/notes and /home/yourname/notes.'],
    ['a variable', 'Look in $ROOT/Users/adal/notes.'],
    ['an address', 'Ask https://api.example.org/Users/adal/groups.'],
    ['an example', 'Absolute paths, e.g. /Users/adal/a.md, are wrong.'],
    ['a home folder itself', 'Look in /Users/adal.'],
  ] as const)
    it(`is silent about ${what}`, () => diagnosing(`${head}${line}\n`, { at }));

  it('is silent in the home folder of its author', () => {
    const text = `${head}Read /Users/adal/notes/a.md.\n`;
    const found = (path: string): string => running({ [path]: text }, ['check', path]).out;
    assert.doesNotMatch(found('/home/user/.claude/agents/reviewer.md'), /personal-path/);
    assert.match(found('/home/user/project/.claude/agents/reviewer.md'), /personal-path/);
  });
});
