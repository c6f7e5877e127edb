// Which faults `npm run mutate` makes, and when it fails.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { belowFloor, percentages } from '../../scripts/mutate/report.mjs';
import { roomOf, rooms } from '../../scripts/mutate/rooms.mjs';
import { sampleByRoom } from '../../scripts/mutate/sample.mjs';
import { sourcesIn } from '../../scripts/mutate/sources.mjs';

const items = Array.from({ length: 100 }, (_, id) => ({
  id,
  room: id < 5 ? 'small' : id < 30 ? 'middle' : 'large',
}));
const sample = (count: number, seed: number) =>
  sampleByRoom(items, ({ room }) => room, count, seed);
const countIn = (room: string, count: number): number =>
  sample(count, 1).filter((item) => item.room === room).length;

describe('a sample of faults', () => {
  it('is the same for the same seed, and in the order of the sources', () => {
    const ids = sample(20, 7).map(({ id }) => id);
    assert.deepEqual(
      sample(20, 7).map(({ id }) => id),
      ids,
    );
    assert.deepEqual(
      ids,
      ids.toSorted((a, b) => a - b),
    );
    assert.notDeepEqual(
      sample(20, 8).map(({ id }) => id),
      ids,
    );
  });

  it('has as many of each room, except for rooms that have fewer', () => {
    const counts = (count: number) =>
      ['small', 'middle', 'large'].map((room) => countIn(room, count));
    assert.deepEqual(counts(9), [3, 3, 3]);
    assert.deepEqual(counts(45), [5, 20, 20]);
    assert.deepEqual(counts(90), [5, 25, 60]);
    assert.deepEqual(counts(1000), [5, 25, 70]);
  });
});

describe('the rooms of the sources', () => {
  it('each have files, and a file is in one room', () => {
    for (const { room, paths } of rooms)
      for (const path of paths) {
        const files = sourcesIn('.', [path]);
        assert.ok(files.length > 0, path);
        for (const file of files) assert.equal(roomOf(file), room, file);
      }
    assert.equal(roomOf('server/yaml/value.ts'), 'server/yaml');
  });

  it('have no files that need the editor, and none that a script makes', () => {
    for (const file of sourcesIn('.', ['client', 'server/rules'])) {
      assert.doesNotMatch(readFileSync(file, 'utf8'), /from 'vscode'/, file);
      assert.doesNotMatch(file, /registry\.ts$/);
    }
    assert.deepEqual(sourcesIn('.', ['server/absent']), []);
    assert.deepEqual(sourcesIn('.', ['server/hosts/opencod']), []);
    for (const file of sourcesIn('.', ['server/hosts/opencode']))
      assert.match(file, /^server\/hosts\/opencode\//);
  });
});

describe('the result', () => {
  const results = (room: string, noticed: number, made: number) =>
    Array.from({ length: made }, (_, index) => ({ room, isNoticed: index < noticed }));

  it('is a percentage by room, which a room with a floor must reach', () => {
    const floor = rooms.find(({ room }) => room === 'world')?.floor ?? 0;
    const low = percentages([...results('world', floor - 1, 100), ...results('elsewhere', 1, 3)]);
    assert.deepEqual(low, [
      { room: 'world', noticed: floor - 1, made: 100, percent: floor - 1, floor },
      { room: 'elsewhere', noticed: 1, made: 3, percent: 33, floor: undefined },
    ]);
    assert.deepEqual(
      belowFloor(low).map(({ room }) => room),
      ['world'],
    );
    assert.deepEqual(belowFloor(percentages(results('world', floor, 100))), []);
  });
});
