// The plans leave out no file of a part that runs in pieces. That they leave out no part is checked when one begins.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { plans } from './stages.mjs';

const processes = (plan: keyof typeof plans): readonly (readonly string[])[] =>
  plans[plan].flatMap((stage) => Object.values(stage).flat());

const pieces = processes('rest').filter((words) => words.some((word) => !/^[a-z]+$/.test(word)));

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => /\.test\.(ts|mjs)$/.test(file))
    .map((file) => `${folder}/${file}`);

describe('the plans of the test commands', () => {
  it('have every file of the part "editor" once', () => {
    assert.deepEqual([...new Set(pieces.map(([part]) => part))], ['editor']);
    const words = pieces.flatMap(([, ...limits]) => limits);
    const files = ['suite', 'page', 'corpus'].flatMap((room) => filesIn(`test/editor/${room}`));
    assert.ok(files.length > 20);
    for (const file of files)
      assert.equal(words.filter((word) => file.includes(word)).length, 1, file);
  });

  it('open no window in npm test', () => {
    for (const plan of ['quick', 'changed'] as const)
      assert.ok(plans[plan].every((stage) => !('windows' in stage)));
  });
});
