// What an author selects by expanding the selection, step by step.
import assert from 'node:assert/strict';
import { selectionsAt } from '../../server/features/selection-ranges';
import { dedent, marked, withCrlf } from '../support/marked-text';
import { viewAt } from '../support/viewing';

const at = '.claude/agents/reviewer.md';

/** The selected texts but the last, which is always the whole document. */
function selecting(template: string, expected: readonly string[]): void {
  for (const { text, caret } of [marked(template), withCrlf(marked(template))]) {
    const selected = selectionsAt(viewAt(text, { at }), caret).map(({ start, end }) =>
      text.slice(start, end),
    );
    assert.equal(selected.pop(), text);
    assert.deepEqual(
      selected.map((one) => one.replaceAll('\r\n', '\n')),
      expected.map((one) => dedent(one).trimEnd()),
    );
  }
}

describe('expanding the selection', () => {
  it('goes from a tool over the list and the field to the frontmatter', () => {
    selecting('---\nname: reviewer\ntools: Read, Ba|sh(git:*)\n---\nReview.\n', [
      'Bash(git:*)',
      'Read, Bash(git:*)',
      'tools: Read, Bash(git:*)',
      'name: reviewer\ntools: Read, Bash(git:*)',
      '---\nname: reviewer\ntools: Read, Bash(git:*)\n---',
    ]);
  });

  it('goes from what is quoted over the quotes to the list', () => {
    selecting('---\nname: reviewer\ntools: ["Read", "Gr|ep"]\n---\nReview.\n', [
      'Grep',
      '"Grep"',
      '["Read", "Grep"]',
      'tools: ["Read", "Grep"]',
      'name: reviewer\ntools: ["Read", "Grep"]',
      '---\nname: reviewer\ntools: ["Read", "Grep"]\n---',
    ]);
  });

  it('goes from a nested value over its blocks', () => {
    const template = `
      ---
      name: reviewer
      hooks:
        Stop:
          - hooks:
              - type: comm|and
                command: make
      ---
      Review.
      `;
    selecting(template, [
      'command',
      'type: command',
      'type: command\n          command: make',
      '- type: command\n          command: make',
      'hooks:\n        - type: command\n          command: make',
      '- hooks:\n        - type: command\n          command: make',
      'Stop:\n    - hooks:\n        - type: command\n          command: make',
      'hooks:\n  Stop:\n    - hooks:\n        - type: command\n          command: make',
      'name: reviewer\nhooks:\n  Stop:\n    - hooks:\n        - type: command\n          command: make',
      '---\nname: reviewer\nhooks:\n  Stop:\n    - hooks:\n        - type: command\n          command: make\n---',
    ]);
  });

  it('goes from a key over its entry', () => {
    selecting('---\nna|me: reviewer\n---\nReview.\n', [
      'name',
      'name: reviewer',
      '---\nname: reviewer\n---',
    ]);
  });

  it('goes from a paragraph over its sections to the prompt', () => {
    const template = `
      ---
      name: reviewer
      ---
      You review.

      # Steps

      ## Read

      Read the change,
      all |of it.

      Then think.

      ## Write

      # Style
      `;
    selecting(template, [
      'Read the change,\nall of it.',
      '## Read\n\nRead the change,\nall of it.\n\nThen think.',
      '# Steps\n\n## Read\n\nRead the change,\nall of it.\n\nThen think.\n\n## Write',
      'You review.\n\n# Steps\n\n## Read\n\nRead the change,\nall of it.\n\nThen think.\n\n## Write\n\n# Style',
    ]);
  });

  it('is the document where there is nothing else', () => {
    selecting('|', []);
    selecting('---\nname: a\n---\nOne.\n\n\n\n|\n\nTwo.\n', ['One.\n\n\n\n\n\nTwo.']);
  });
});
