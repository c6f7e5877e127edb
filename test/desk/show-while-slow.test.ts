// Progress is shown for slow work only.
import assert from 'node:assert/strict';
import { showWhileSlow } from '../../client/show-while-slow';

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}

/** Work and a clock that the test moves on. */
function begin() {
  const work = deferred<string>();
  const second = deferred<void>();
  const waits: number[] = [];
  const shown: Promise<unknown>[] = [];
  const result = showWhileSlow(
    work.promise,
    (pending) => shown.push(pending),
    (ms) => {
      waits.push(ms);
      return second.promise;
    },
  );
  return { work, second, waits, shown, result };
}

/** Everything that is due has happened afterwards. */
const settle = (): Promise<void> => new Promise((go) => setImmediate(go));

describe('progress of a command', () => {
  it('is shown after a second, until the work ends', async () => {
    const { work, second, waits, shown, result } = begin();
    await settle();
    assert.deepEqual([shown.length, waits], [0, [1000]]);
    second.resolve();
    await settle();
    assert.equal(shown.length, 1);
    work.resolve('done');
    await shown[0];
    assert.equal(await result, 'done');
  });

  it('is not shown for what has ended by then', async () => {
    const { work, second, shown, result } = begin();
    work.resolve('done');
    assert.equal(await result, 'done');
    second.resolve();
    await settle();
    assert.equal(shown.length, 0);
  });

  it('ends with work that fails, whose error reaches the command', async () => {
    const { work, second, shown, result } = begin();
    second.resolve();
    await settle();
    work.reject(new Error('no server'));
    await assert.rejects(result, /no server/);
    await shown[0];
  });
});
