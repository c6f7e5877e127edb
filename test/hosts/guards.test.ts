// What was recorded of Claude Code's decisions on calls, against ours. `npm run conformance -- --guards --live` asks it again.
import assert from 'node:assert/strict';
import { compare, recorded } from '../conformance/guards/run';

describe('the decisions of Claude Code on calls', () => {
  it('are those that we state', () => {
    const { asked, open, differences } = compare(recorded());
    assert.deepEqual(differences, []);
    assert.ok(asked > 5000, `${asked} asked`);
    assert.ok(open < asked * 0.5, `${open} of ${asked} are not known`);
  });
});
