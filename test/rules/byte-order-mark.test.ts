// What an author sees of a byte order mark before the frontmatter.
import assert from 'node:assert/strict';
import { findingsIn } from '../support/diagnosing';
import { fixing } from '../support/fixing';
import { words } from '../support/words';

const text =
  '---\nname: reviewer\ndescription: Reviews changes.\ntools: []\n---\nYou review changes.\n';
const refusing = [
  '.factory/droids/reviewer.md',
  '.gemini/agents/reviewer.md',
  '.grok/agents/reviewer.md',
  '.qoder/agents/reviewer.md',
];

describe('a byte order mark', () => {
  for (const at of refusing)
    it(`is named as the cause and removed, in ${at}`, () => {
      const marked = `\u{feff}${text}`;
      const messages = findingsIn(marked, { at }).map(({ message }) => words(message));
      assert.match(
        messages.join('\n'),
        /^A byte order mark precedes the frontmatter\. .* Remove it\.$/m,
      );
      fixing(marked.replace('---', '-|--'), { at })
        .offersSafely('Remove the byte order mark')
        .offersNot('Add frontmatter from the heading', 'Remove the spaces after "---"')
        .taking('Remove the byte order mark')
        .gives(text);
    });

  it('is an error where VS Code loses a limit by it, and one finding in a skill', () => {
    const reported = (at: string, head: string): readonly string[] =>
      findingsIn(`\u{feff}---\n${head}\n---\nDo it.\n`, { at })
        .filter(({ host }) => host === 'vscode')
        .map(({ severity, rule, message }) => `${severity} ${rule}: ${words(message)}`);
    assert.deepEqual(reported('.github/agents/a.agent.md', 'description: d\ntools: [read]'), [
      'error broken-fence: A byte order mark precedes the frontmatter. VS Code finds no frontmatter, gives the agent every tool and uses the whole file as the prompt. Remove it.',
    ]);
    assert.deepEqual(reported('.github/skills/a/SKILL.md', 'description: Does it.'), [
      'warning broken-fence: A byte order mark precedes the frontmatter. VS Code finds no frontmatter, so it offers the skill to users and does not list it to the model. Remove it.',
    ]);
  });

  it('is not reported where the program ignores it', () => {
    for (const at of ['.claude/agents/reviewer.md', '.cursor/agents/reviewer.md'])
      assert.deepEqual(
        findingsIn(`\u{feff}${text}`, { at }).map(({ rule }) => rule),
        findingsIn(text, { at }).map(({ rule }) => rule),
      );
  });

  it('is not the cause where the frontmatter is empty', () => {
    const at = '.cursor/agents/reviewer.md';
    const found = findingsIn('\u{feff}---\n---\nYou review changes.\n', { at });
    assert.deepEqual(
      found.map(({ rule }) => rule),
      findingsIn('---\n---\nYou review changes.\n', { at }).map(({ rule }) => rule),
    );
    assert.ok(found.length > 0);
    assert.ok(!found.some(({ message }) => words(message).includes('byte order mark')));
  });
});
