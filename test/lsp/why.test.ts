// Why an agent is missing, as our own client asks for it.
import assert from 'node:assert/strict';
import { type WhyAnswer, type WhyParams, whyMethod } from '../../server/protocol';
import { serving } from '../support/serving';

const uri = 'file:///w/.opencode/agent/stuck.md';

describe('why an agent is missing', () => {
  it('answers for an open document with its position, and for a name', async () => {
    const session = await serving();
    session.open(uri, '---\ndescription: Is stuck.\nsteps: 3.5\n---\nWait.\n');
    await session.published(uri);
    const ask = (params: WhyParams): Promise<readonly WhyAnswer[]> =>
      session.connection.sendRequest(whyMethod, params);
    const [first] = await ask({ uri });
    assert.deepEqual([first?.hostName, first?.kind], ['OpenCode', 'lost']);
    assert.equal(first?.range?.start.line, 2);
    assert.equal(first.cause, '.');
    const [answer] = await ask({ name: 'eagle' });
    assert.deepEqual([answer?.hostName, answer?.range], ['', null]);
    assert.deepEqual(await ask({ uri: 'file:///w/closed.md' }), []);
    session.end();
  });
});
