// `npm test` leaves out no file of a part that runs in pieces. That it leaves out no part is checked when it begins.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { stages } from './stages.mjs';

const pieces = stages
  .flatMap(({ processor, windows }) => [...processor, ...windows])
  .filter((words) => words.some((word) => !/^[a-z]+$/.test(word)));

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => /\.test\.(ts|mjs)$/.test(file))
    .map((file) => `${folder}/${file}`);

describe('the stages of npm test', () => {
  it('have every file of the part "editor" once', () => {
    assert.deepEqual([...new Set(pieces.map(([part]) => part))], ['editor']);
    const words = pieces.flatMap(([, ...limits]) => limits);
    const files = ['suite', 'page', 'corpus'].flatMap((room) => filesIn(`test/editor/${room}`));
    assert.ok(files.length > 20);
    for (const file of files)
      assert.equal(words.filter((word) => file.includes(word)).length, 1, file);
  });
});
