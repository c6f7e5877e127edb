// Prompt files of VS Code, as their authors see them, next to VS Code's own support and without it.
import assert from 'node:assert/strict';
import { diagnose } from '../../server/features/diagnostics';
import { catalog } from '../support/catalog';
import { completing } from '../support/completing';
import { diagnosing } from '../support/diagnosing';
import { viewAt } from '../support/viewing';

const at = '.github/prompts/review.prompt.md';

describe('a prompt file of VS Code', () => {
  it('is called by its field, else by its file, and not listed to the model', () => {
    const called = (text: string): string | undefined =>
      viewAt(text, { at }).verdicts()[0]?.skill?.id;
    assert.equal(called('Review.\n'), 'review');
    assert.equal(called('---\nname: my check (all)\n---\nReview.\n'), 'my-check-all-');
    assert.equal(called('---\nname: [a]\n---\nReview.\n'), 'review');
    const [verdict] = viewAt('---\ndescription: d\n---\nReview.\n', { at }).verdicts();
    assert.equal(verdict?.skill?.modelInvocable, 'no');
  });

  it('is reported where it has no name, or loses its tools', () => {
    diagnosing(
      `
      ---
      name: ''
            ^^ warning invalid-name: no one can call it
      tools: {todo: true}
             ^^^^^^^^^^^^ error invalid-type: VS Code ignores it and leaves every enabled tool usable.
      ---
      Review.
      `,
      { at },
    );
  });

  it('is not reported where it is only a prompt, or names models and agents', () => {
    const silent = ['Review.\n', '---\nagent: nobody\nmodel: Any\n---\nReview.\n'];
    for (const text of silent) assert.deepEqual(diagnose(viewAt(text, { at })), []);
  });

  it('has its fields in the list, of which VS Code itself offers all but one', () => {
    const own = completing('---\n|\n---\n', { at }).labels;
    const { completesFields } = catalog.editorSupportFor({ languageId: 'prompt', path: at });
    assert.deepEqual(
      own.filter((label) => !completesFields.includes(label)),
      ['user-invocable'],
    );
  });

  it('offers tools and agents as values', () => {
    completing('---\ntools: [to|]\n---\n', { at }).offers('todo');
    completing('---\nmode: ask\n|\n---\n', { at }).offersNot('mode');
  });
});
