import assert from 'node:assert/strict';
import { RestartPolicy } from '../../client/restart-policy';

describe('a server that ends', () => {
  it('is started again at once each of the 50 times that it was killed', () => {
    let now = 0;
    const policy = new RestartPolicy(() => now);
    for (let kill = 0; kill < 50; kill++) {
      policy.worked();
      assert.equal(policy.ended(), 0);
      now += 300;
    }
  });

  it('is started again with longer pauses, and then not, if it ends at each start', () => {
    const policy = new RestartPolicy(() => 0);
    const pauses = Array.from({ length: 6 }, () => policy.ended());
    assert.deepEqual(pauses, [0, 500, 2_000, 5_000, null, null]);
  });

  it('is not started for ever if it works for a moment each time', () => {
    let now = 0;
    const policy = new RestartPolicy(() => now);
    let starts = 0;
    for (let next: number | null = 0; next !== null && starts < 1_000; starts++) {
      policy.worked();
      now += 1_000;
      next = policy.ended();
    }
    assert.equal(starts, 101);
  });

  it('is started again for a whole day if it ends every ten minutes', () => {
    let now = 0;
    const policy = new RestartPolicy(() => now);
    for (let end = 0; end < 144; end++) {
      policy.worked();
      now += 600_000;
      assert.equal(policy.ended(), 0);
    }
  });

  it('has all its attempts again when the user starts it', () => {
    const policy = new RestartPolicy(() => 0);
    for (let end = 0; end < 6; end++) policy.ended();
    policy.forget();
    assert.equal(policy.ended(), 0);
  });
});
