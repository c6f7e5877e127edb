import assert from 'node:assert/strict';
import { claudeCode } from '../../server/hosts/claude-code/host';
import { mutator } from './mutate';
import { dice } from './random';
import { shrink } from './shrink';

describe('shrinking', () => {
  it('leaves only what shows it', async () => {
    const text = '---\nname: reviewer\ndescription: Reviews: all of it\nmodel: haiku\n---\nBody\n';
    const small = await shrink(text, async (texts) => texts.map((one) => one.includes('s: a')));
    assert.equal(small, 's: a');
  });

  it('gives the text back where nothing can go', async () => {
    assert.equal(await shrink('ab', async (texts) => texts.map(() => false)), 'ab');
  });
});

describe('changed texts', () => {
  const text = '---\nname: reviewer\ndescription: Reviews\ntools: Read, Bash\n---\nBody\n';
  const changed = (seed: number): readonly string[] => {
    const chance = dice(seed);
    return Array.from({ length: 200 }, () => mutator(claudeCode)(text, chance));
  };

  it('are the same for the same seed', () => {
    assert.deepEqual(changed(7), changed(7));
    assert.notDeepEqual(changed(7), changed(8));
  });

  it('are of many kinds', () => {
    assert.ok(new Set(changed(1)).size > 150);
  });
});
