// The pictures of the walkthrough are drawn, so their texts are compared with the real findings on the examples.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { accessRows, minimumFor } from '../../client/new-agent/rows';
import { lenses } from '../../server/features/lens';
import { newAgentChoices } from '../../server/lsp/answers/new-agent';
import { catalog } from '../support/catalog';
import { findingsIn } from '../support/diagnosing';
import { viewAt } from '../support/viewing';
import { inEnglish, words } from '../support/words';

/** All words of a picture, in one line. */
const drawn = (name: string): string =>
  readFileSync(`images/walkthrough/${name}.svg`, 'utf8')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

const example = (at: string) => ({ at, text: readFileSync(`examples/${at}`, 'utf8') });
const refactorer = example('.claude/agents/refactorer.md');
const planner = example('.opencode/agent/migration-planner.md');

/** The first finding of an example. */
function first({ at, text }: typeof planner): { readonly message: string } {
  const [finding] = findingsIn(text, { at });
  assert.ok(finding);
  return { message: words(finding.message) };
}

describe('the pictures of the walkthrough', () => {
  it('show the finding of an example', () => {
    const [lens] = lenses(viewAt(refactorer.text, refactorer), () => false);
    const picture = drawn('findings');
    assert.ok(picture.includes(words(lens?.title ?? '?')));
    assert.ok(picture.includes(first(refactorer).message), first(refactorer).message);
  });

  it('show why one is missing', () => {
    const { message } = first(planner);
    assert.ok(drawn('why').includes(message), message);
  });

  it('show the permissions of a new agent', () => {
    const words = drawn('new');
    const choices = inEnglish(newAgentChoices(catalog));
    for (const { label, description = '' } of accessRows(choices, minimumFor(choices)))
      assert.ok(
        words.includes(label) && (words.includes(description) || label.startsWith('Edit files')),
        `${label} ${description}`,
      );
  });
});

describe('the walkthrough', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly contributes: {
      readonly walkthroughs: readonly {
        readonly steps: readonly {
          readonly media: { readonly svg: string };
          readonly completionEvents: readonly string[];
        }[];
      }[];
      readonly commands: readonly { readonly command: string }[];
    };
  };

  it('has at most five steps, which are done when their command was run', () => {
    const commands = contributes.commands.map(({ command }) => command);
    for (const { steps } of contributes.walkthroughs) {
      assert.ok(steps.length > 0 && steps.length <= 5);
      for (const { media, completionEvents } of steps) {
        const [event = '', ...others] = completionEvents;
        assert.deepEqual(others, []);
        assert.ok(commands.includes(event.replace(/^onCommand:/, '')), event);
        assert.match(readFileSync(media.svg, 'utf8'), /^<svg/);
      }
    }
  });
});
