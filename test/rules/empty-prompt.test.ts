// To which program an error about a missing prompt belongs.
import assert from 'node:assert/strict';
import { viewOf } from '../../server/features/view/view';
import { defaultSettings as settings } from '../../server/settings/settings';
import { catalog, placesOf } from '../support/catalog';

const text = '---\nname: reviewer\ndescription: Reviews changes.\n---\n';

function found(path: string): readonly string[] {
  const view = viewOf({ catalog, path, text, places: placesOf(path), settings });
  const ours = view.findings().filter(({ rule }) => rule === 'empty-prompt');
  return ours.map(({ severity, host }) => `${severity} ${host}`);
}

describe('an agent without a prompt', () => {
  it('is an error of the program that does not load it', () => {
    assert.deepEqual(found('.cursor/agents/reviewer.md'), ['error cursor']);
    assert.deepEqual(found('.qwen/agents/reviewer.md'), ['error qwen-code']);
  });

  it('is advice of no program elsewhere', () =>
    assert.deepEqual(found('.claude/agents/reviewer.md'), ['information null']));
});
