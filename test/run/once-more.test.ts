import assert from 'node:assert/strict';
import { onceMore } from '../editor/harness/once-more.mjs';

const quietly = (): void => undefined;
const files = ['a', 'b', 'c', 'd'];
const counts = (passed: number, failed: number, failing: string[]) => ({
  passed,
  failed,
  skipped: 0,
  failing,
  failures: failing.map((file) => ({ title: `${file} > a test`, file })),
});

/** What is run in turn, and what each run comes to. */
function runs(...each: ReturnType<typeof counts>[]) {
  const asked: (readonly string[])[] = [];
  const run = async (some: readonly string[]) => {
    asked.push(some);
    return each[asked.length - 1] ?? assert.fail('run more often than told');
  };
  return { asked, run };
}

describe('a window that is disturbed', () => {
  it('runs what failed once more, and only that', async () => {
    const { asked, run } = runs(counts(9, 1, ['b']), counts(3, 0, []));
    const counted = await onceMore(files, run, quietly);
    assert.deepEqual(asked, [files, ['b']]);
    assert.deepEqual(counted, {
      passed: 10,
      failed: 0,
      skipped: 0,
      failures: [],
      unstable: ['b > a test'],
    });
  });

  it('runs a third time only what failed twice', async () => {
    const { asked, run } = runs(counts(8, 2, ['a', 'b']), counts(4, 1, ['b']), counts(3, 0, []));
    const counted = await onceMore(files, run, quietly);
    assert.deepEqual(asked, [files, ['a', 'b'], ['b']]);
    assert.deepEqual([counted.passed, counted.failed], [10, 0]);
    assert.deepEqual(counted.unstable, ['a > a test', 'b > a test']);
  });

  it('lets fail what fails in every window, and only that', async () => {
    const { asked, run } = runs(counts(8, 2, ['a', 'b']), counts(2, 1, ['b']), counts(2, 1, ['b']));
    const counted = await onceMore(files, run, quietly);
    assert.equal(asked.length, 3);
    assert.deepEqual([counted.passed, counted.failed], [9, 1]);
    assert.deepEqual(counted.failures, [{ title: 'b > a test', file: 'b' }]);
    assert.deepEqual(counted.unstable, ['a > a test']);
  });

  it('does not run again where much has failed, nor where nothing has', async () => {
    for (const first of [counts(7, 3, ['a', 'b', 'c']), counts(10, 0, []), counts(0, 1, [])]) {
      const { asked, run } = runs(first);
      assert.equal((await onceMore(files, run, quietly)).failed, first.failed);
      assert.equal(asked.length, 1);
    }
  });
});
