import assert from 'node:assert/strict';
import { closing, judged } from './report.mjs';

const none = { passed: 9, failed: 0, skipped: 0, failures: [], skips: [], unstable: [] };

describe('tests that pass only when run again', () => {
  it('are listed', () => {
    const counted = judged({ ...none, unstable: ['a', 'b', 'c'] });
    assert.equal(counted.failed, 0);
    const lines = ['a', 'b', 'c'].map((test) => `passed only when run again: ${test}`);
    assert.deepEqual(closing(counted).split('\n'), [...lines, '', '9 passed, 0 failed']);
  });

  it('let a run fail if there are more than three', () => {
    const text = closing(judged({ ...none, unstable: [...'abcdefg'] }));
    assert.match(text, /1\) 7 unstable tests\n.*At most 6 tests .*\n\n9 passed, 1 failed$/);
  });
});

describe('failures', () => {
  it('are counted where a part does not list them', () => {
    const text = closing(judged({ ...none, failed: 2 }));
    assert.match(text, /1\) 2 more\n.*in the output above.*\n\n9 passed, 2 failed$/);
  });

  it('are cut where their message is long', () => {
    const failures = [{ title: 'a', message: Array(100).fill('line').join('\n') }];
    assert.match(
      closing({ ...none, failed: 1, failures }),
      /line\n {3}\.\.\. 65 more lines \.\.\.\n {3}line\n/,
    );
  });
});
